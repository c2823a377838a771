package org.uitrol.domain.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Text;

/**
 * The questions of a survey, as the plan says them.
 *
 * @param enough the survey closes before its time once this many percent answered; null means never
 * @param textsFrom how many people must have answered a question in their own words before what
 *     they wrote is shown, without anything of who wrote it; null means never
 */
public record SurveyPlan(
    Text title,
    @Nullable Text intro,
    List<Question> questions,
    @Nullable Integer enough,
    @Nullable Integer textsFrom) {

  /** Under which conditions know the mean of the questions that count for it. */
  static final String READINESS = "readiness.score";

  public SurveyPlan {
    questions = List.copyOf(questions);
  }

  /** A survey that closes at its time and of which no texts are shown. */
  public SurveyPlan(Text title, @Nullable Text intro, List<Question> questions) {
    this(title, intro, questions, null, null);
  }

  /** What is answered by one answer each: see {@link Question#items()}. */
  public List<Question> items() {
    return questions.stream().flatMap(question -> question.items().stream()).toList();
  }

  /**
   * The questions as they are shown: neighbours with the same text above them are the rows of one
   * table, every other one stands alone.
   */
  public List<List<Question>> grids() {
    List<List<Question>> grids = new ArrayList<>();
    for (Question question : questions) {
      List<Question> last = grids.isEmpty() ? List.of() : grids.get(grids.size() - 1);
      if (!last.isEmpty() && question.isRowWith(last.get(0))) {
        last.add(question);
      } else {
        grids.add(new ArrayList<>(List.of(question)));
      }
    }
    return grids;
  }

  /**
   * From how many texts on they are shown; empty for never.
   *
   * @param smallestGroup the smallest group that was promised; of texts it takes twice as many
   */
  public OptionalInt textsShownFrom(int smallestGroup) {
    return textsFrom == null
        ? OptionalInt.empty()
        : OptionalInt.of(Math.max(textsFrom, 2 * smallestGroup));
  }

  /** What its answers can tell, by the names that conditions use. */
  public Set<String> tells() {
    Set<String> names = new LinkedHashSet<>();
    for (Question question : items()) {
      if (question.kind() == Kind.SCALE) {
        names.add(question.fact());
        if (question.readiness()) {
          names.add(READINESS);
        }
        Aspect aspect = question.aspect();
        if (aspect != null) {
          names.add(aspect.fact());
        }
        Cause cause = question.cause();
        if (cause != null) {
          names.add(cause.fact());
        }
      }
    }
    return Collections.unmodifiableSet(names);
  }

  /** The items whose answers can be counted, as texts can't. */
  public Set<String> counted() {
    Set<String> ids = new LinkedHashSet<>();
    for (Question question : items()) {
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
   * @param aspect which part of readiness it measures, where it counts for that
   * @param grid what stands above it and its neighbours with the same text, which are then shown as
   *     the rows of one table; null where it stands alone
   * @param most how many of several answers may be chosen; null means all
   * @param only who is asked; null means everybody
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
      @Nullable Cause cause,
      @Nullable Aspect aspect,
      @Nullable Text grid,
      @Nullable Integer most,
      @Nullable Only only) {

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

    /** A question that everybody is asked, by itself. */
    public Question(
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
      this(
          id, kind, ask, points, low, high, choices, readiness, required, cause, null, null, null,
          null);
    }

    /** Under which conditions know the mean answer. */
    public String fact() {
      return "answers." + id;
    }

    private boolean isRowWith(Question other) {
      return grid != null
          && grid.equals(other.grid)
          && points == other.points
          && required == other.required
          && Objects.equals(low, other.low)
          && Objects.equals(high, other.high)
          && Objects.equals(only, other.only);
    }

    /** The id of the item that says whether an answer of several was chosen. */
    public String item(Choice choice) {
      return id + "." + choice.id();
    }

    /**
     * What is answered by one answer each, and is counted and told by itself: of several answers
     * each one, with yes or no; else the question. What only some are asked has one answer more,
     * that it wasn't asked, and is always a choice: a mean of those few, or how many they are,
     * would tell what they answered before (decision 0031).
     */
    public List<Question> items() {
      List<Choice> answers = new ArrayList<>();
      if (kind == Kind.TEXT || (only == null && kind != Kind.SEVERAL)) {
        return List.of(this);
      }
      if (kind == Kind.SCALE) {
        for (int point = 1; point <= points; point++) {
          answers.add(new Choice("" + point, Text.of("en", "" + point)));
        }
      } else if (kind == Kind.CHOICE) {
        answers.addAll(choices);
      } else {
        answers.add(Choice.YES);
        answers.add(Choice.NO);
      }
      if (only != null) {
        answers.add(Choice.NOT_ASKED);
      }
      return kind == Kind.SEVERAL
          ? choices.stream().map(one -> choice(item(one), one.text(), answers)).toList()
          : List.of(choice(id, ask, answers));
    }

    private static Question choice(String id, Text ask, List<Choice> answers) {
      return new Question(id, Kind.CHOICE, ask, 0, null, null, answers, false, false);
    }
  }

  /** One possible answer. */
  public record Choice(String id, Text text) {

    public static final Choice YES = of("yes", "ja", "yes");
    public static final Choice NO = of("no", "nee", "no");

    /** Of a question that only some are asked. */
    public static final Choice NOT_ASKED = of("not-asked", "niet gevraagd", "not asked");

    private static Choice of(String id, String dutch, String english) {
      Map<String, String> in = new LinkedHashMap<>();
      in.put("nl", dutch);
      in.put("en", english);
      return new Choice(id, new Text(in));
    }
  }

  /**
   * Who is asked a question: those who gave one of these answers to an earlier one.
   *
   * @param question the earlier question: a scale, a choice, or several of them
   * @param given points of the scale, or ids of choices
   */
  public record Only(String question, List<String> given) {

    public Only {
      given = List.copyOf(given);
    }
  }

  /** How a question is answered. */
  public enum Kind {
    SCALE,
    CHOICE,
    SEVERAL,
    TEXT
  }
}
