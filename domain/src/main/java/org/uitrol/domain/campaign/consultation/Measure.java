package org.uitrol.domain.campaign.consultation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the register: something that a plan collects about people.
 *
 * @param subject the key of the survey, course or reaction that it comes from; empty for what comes
 *     from the whole campaign
 * @param collects what exactly, by key, for instance the questions of a survey
 * @param rule why, on what basis and how long
 * @param smallestGroup results about fewer people than this aren't shown; null where somebody's own
 *     data is kept by name
 */
public record Measure(
    MeasureKind kind,
    String subject,
    Set<String> collects,
    MeasureRule rule,
    @Nullable Integer smallestGroup) {

  /** Among what is collected: it is looked at person by person. */
  public static final String ONE_BY_ONE = "one-by-one";

  public Measure {
    collects = Collections.unmodifiableSet(new TreeSet<>(collects));
  }

  /** What about a measure goes further than before. */
  public enum Growth {
    /** It wasn't there. */
    NEW,
    /** It collects more. */
    MORE,
    /** It is for another purpose. */
    OTHER_PURPOSE,
    /** It is on another basis. */
    OTHER_BASIS,
    /** It is kept longer. */
    LONGER,
    /** Results are shown about smaller groups. */
    SMALLER_GROUP
  }

  /** Whether both are about the same thing. */
  boolean isAbout(Measure other) {
    return kind == other.kind && subject.equals(other.subject);
  }

  /** In what way this goes further than what was agreed before about the same thing. */
  Set<Growth> beyond(Measure agreed) {
    Set<Growth> growth = EnumSet.noneOf(Growth.class);
    if (!agreed.collects.containsAll(collects)) {
      growth.add(Growth.MORE);
    }
    if (!Objects.equals(rule.why(), agreed.rule.why())) {
      growth.add(Growth.OTHER_PURPOSE);
    }
    if (rule.basis() != agreed.rule.basis()) {
      growth.add(Growth.OTHER_BASIS);
    }
    if (rule.keep() > agreed.rule.keep()) {
      growth.add(Growth.LONGER);
    }
    Integer group = smallestGroup;
    Integer before = agreed.smallestGroup;
    if (before != null && (group == null || group < before)) {
      growth.add(Growth.SMALLER_GROUP);
    }
    return growth;
  }
}
