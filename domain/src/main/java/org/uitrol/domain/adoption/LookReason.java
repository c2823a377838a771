package org.uitrol.domain.adoption;

/** Why somebody looks at one person's use: one of few reasons, so that none can be a name. */
public enum LookReason {
  /** The person asked for help with the tool. */
  HELP_ASKED,
  /** To offer the person coaching. */
  COACHING,
  /** Whether the person still needs a licence. */
  LICENCE,
  /** The person wants to know what is known. */
  OWN_REQUEST
}
