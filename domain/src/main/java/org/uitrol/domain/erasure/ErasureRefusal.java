package org.uitrol.domain.erasure;

/** Why a person isn't erased though somebody asked for it. */
public enum ErasureRefusal {
  /** It isn't sure that it was the person who asked. */
  IDENTITY_UNSURE,
  /** The law demands that it is kept (GDPR, article 17, paragraph 3, letter b). */
  LAW_DEMANDS,
  /** It is needed in a dispute (GDPR, article 17, paragraph 3, letter e). */
  DISPUTE,
  /** Another person was meant. */
  MISTAKE
}
