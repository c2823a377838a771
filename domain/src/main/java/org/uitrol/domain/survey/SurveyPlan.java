package org.uitrol.domain.survey;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Text;

/** The questions of a survey, as the plan says them. */
public record SurveyPlan(Text title, @Nullable Text intro, List<Question> questions) {

  /** Under which conditions know the mean of the questions that count for it. */
  static final String READINESS = "readiness.score";

  public SurveyPlan {
    questions = List.copyOf(questions);
  }

  /** What its answers can tell, by the names that conditions use. */
  public Set<String> tells() {
    Set<String> names = new LinkedHashSet<>();
    for (Question question : questions) {
      if (question.kind() == Kind.SCALE) {
        names.add(question.fact());
        if (question.readiness()) {
          names.add(READINESS);
        }
        Cause cause = question.cause();
        if (cause != null) {
          names.add(cause.fact());
        }
      }
    }
    return Collections.unmodifiableSet(names);
  }

  /** The questions whose answers can be counted, as texts can't. */
  public Set<String> counted() {
    Set<String> ids = new LinkedHashSet<>();
    for (Question question : questions) {
      if (question.kind() != Kind.TEXT) {
        ids.add(question.id());
      }
    }
    return Collections.unmodifiableSet(ids);
  }

  /**
   * One question.
   *
   * @param id the name under which conditions know the mean answer, as {@code answers.<id>}
   * @param kind how it is answered
   * @param ask the question itself
   * @param points of a scale: the highest answer, the lowest being 1; else 0
   * @param low what the lowest point of a scale means
   * @param high what the highest point of a scale means
   * @param choices of a choice: the possible answers, else empty
   * @param readiness whether the answer counts for {@code readiness.score}, the mean of such
   *     questions
   * @param required whether it must be answered
   * @param cause what holds people back, the more the higher the answer, where it measures that
   */
  public record Question(
      String id,
      Kind kind,
      Text ask,
      int points,
      @Nullable Text low,
      @Nullable Text high,
      List<Choice> choices,
      boolean readiness,
      boolean required,
      @Nullable Cause cause) {

    public Question {
      choices = List.copyOf(choices);
    }

    /** A question that measures no cause. */
    public Question(
        String id,
        Kind kind,
        Text ask,
        int points,
        @Nullable Text low,
        @Nullable Text high,
        List<Choice> choices,
        boolean readiness,
        boolean required) {
      this(id, kind, ask, points, low, high, choices, readiness, required, null);
    }

    /** Under which conditions know the mean answer. */
    public String fact() {
      return "answers." + id;
    }
  }

  /** One possible answer. */
  public record Choice(String id, Text text) {}

  /** How a question is answered. */
  public enum Kind {
    SCALE,
    CHOICE,
    TEXT
  }
}
