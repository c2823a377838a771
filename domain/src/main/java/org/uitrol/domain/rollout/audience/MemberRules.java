package org.uitrol.domain.rollout.audience;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What becomes of people who come, go and change departments while a campaign runs.
 *
 * @param leaverAfter how many working days somebody who leaves the organisation keeps seats and
 *     courses; 0 to give all back at once
 */
public record MemberRules(Joiner joiner, Mover mover, int leaverAfter, Returner returner) {

  /** What holds where a plan says nothing. */
  public static final MemberRules DEFAULT =
      new MemberRules(Joiner.UNDER_WAY, Mover.AFRESH, 0, Returner.CONTINUES);

  /** What somebody gets who comes while a department is under way. */
  public enum Joiner {
    /** What is under way, and the news of the stage. */
    UNDER_WAY,
    /** That, and the meetings and courses of the stage that are over, for this person alone. */
    FROM_STAGE_START,
    /** Nothing before the department enters its next stage. */
    NEXT_STAGE
  }

  /** With what somebody starts who comes from another department of the same campaign. */
  public enum Mover {
    /** As a joiner. */
    AFRESH,
    /** As a joiner, but courses that were finished and sessions that were attended count. */
    WITH_WHAT_IS_DONE
  }

  /** How somebody starts who was there before. */
  public enum Returner {
    /** Where they were: what is still under way, but no news twice. */
    CONTINUES,
    /** As a joiner, with the news again; what was finished stays finished. */
    AS_JOINER
  }

  /** As campaign files write it. */
  public static String key(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a campaign file may choose from. */
  public static List<String> keys(Enum<?>[] choices) {
    return Arrays.stream(choices).map(MemberRules::key).toList();
  }
}
