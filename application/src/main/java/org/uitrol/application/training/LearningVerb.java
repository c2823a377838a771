package org.uitrol.application.training;

import java.util.Locale;
import java.util.Optional;

/** What learning platforms tell of somebody and a course, as ADL and cmi5 name it. */
public enum LearningVerb {
  COMPLETED(Effect.ENDS, "adlnet.gov/expapi/verbs/"),
  PASSED(Effect.PASSES, "adlnet.gov/expapi/verbs/"),
  FAILED(Effect.FAILS, "adlnet.gov/expapi/verbs/"),
  ATTENDED(Effect.ENDS, "adlnet.gov/expapi/verbs/"),
  REGISTERED(Effect.NOTHING, "adlnet.gov/expapi/verbs/"),
  LAUNCHED(Effect.BEGINS, "adlnet.gov/expapi/verbs/"),
  INITIALIZED(Effect.BEGINS, "adlnet.gov/expapi/verbs/"),
  TERMINATED(Effect.BEGINS, "adlnet.gov/expapi/verbs/"),
  VOIDED(Effect.NOTHING, "adlnet.gov/expapi/verbs/"),
  SATISFIED(Effect.ENDS, "w3id.org/xapi/adl/verbs/"),
  WAIVED(Effect.ENDS, "w3id.org/xapi/adl/verbs/"),
  ABANDONED(Effect.BEGINS, "w3id.org/xapi/adl/verbs/");

  private final Effect effect;
  private final String place;

  LearningVerb(Effect effect, String place) {
    this.effect = effect;
    this.place = place;
  }

  /** What it says of a course. */
  public enum Effect {
    /** Finished. */
    ENDS,
    /** Finished, and passed. */
    PASSES,
    /** Not passed: ends a test, while a course is to be followed again. */
    FAILS,
    /** Begun. */
    BEGINS,
    NOTHING
  }

  public Effect effect() {
    return effect;
  }

  /** The verb with that identifier, with http or https; empty when it is another one. */
  public static Optional<LearningVerb> of(String iri) {
    for (LearningVerb verb : values()) {
      String rest = verb.place + verb.name().toLowerCase(Locale.ROOT);
      if (iri.equals("http://" + rest) || iri.equals("https://" + rest)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }

  /** Whether a statement with that verb withdraws another one. */
  public static boolean isVoiding(String iri) {
    return of(iri).filter(VOIDED::equals).isPresent();
  }
}
