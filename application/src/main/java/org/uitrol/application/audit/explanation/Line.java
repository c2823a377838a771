package org.uitrol.application.audit.explanation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.TrailRow;

/**
 * One thing that happened, or didn't.
 *
 * @param event by which it is known; null when nothing happened
 * @param reason what the event itself doesn't say; null when it says it all
 * @param planVersion the version of the plan under which the department was then; null before its
 *     rollout began
 * @param rule by what in the plan it was so; null when it isn't by a rule
 * @param facts what was seen when it was decided, by dotted name
 */
public record Line(
    @Nullable TrailRow event,
    @Nullable Reason reason,
    @Nullable Integer planVersion,
    @Nullable Rule rule,
    SortedMap<String, Object> facts) {

  public Line {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    if (event == null && reason == null) {
      throw new IllegalArgumentException("a line tells of an event or of a reason");
    }
  }

  /**
   * A rule of the plan.
   *
   * @param text the id of a reaction or activity, or a condition as the plan has it
   */
  public record Rule(RuleKind kind, String text) {}

  /** What kind of rule it is. */
  public enum RuleKind {
    ACTIVITY,
    REACTION,
    CONDITION,
    /** What becomes of people who come and go. */
    MEMBERS,
    /** What people can take. */
    LOAD,
    /** How often people are reminded. */
    REMIND,
    /** The least or most days of a stage. */
    DAYS,
    APPROVAL,
    CONSULTATION
  }
}
