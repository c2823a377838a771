package org.uitrol.domain.erasure;

/** Why a person is to be erased (GDPR, article 17, paragraph 1). */
public enum ErasureGround {
  /** The person asked for it. */
  ASKED,
  /** The person objects to what is kept. */
  OBJECTS,
  /** It isn't needed any more. */
  NOT_NEEDED,
  /** It should never have been here. */
  UNLAWFUL,
  /** The person left, so long ago that the organisation keeps nothing any longer. */
  LEFT_LONG_AGO
}
