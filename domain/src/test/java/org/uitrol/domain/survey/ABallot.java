package org.uitrol.domain.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.rejected;
import static org.uitrol.domain.testing.Plans.text;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;

class ABallot {

  private static final SurveyPlan PLAN =
      new SurveyPlan(
          text("Ready?"),
          null,
          List.of(
              new Question(
                  "ready", Kind.SCALE, text("Ready?"), 10, null, null, List.of(), true, true),
              new Question(
                  "use",
                  Kind.CHOICE,
                  text("Use?"),
                  0,
                  null,
                  null,
                  List.of(new Choice("daily", text("Daily")), new Choice("never", text("Never"))),
                  false,
                  false),
              new Question(
                  "hopes", Kind.TEXT, text("Hopes?"), 0, null, null, List.of(), false, false)));

  @Test
  void holds_what_was_typed_without_the_blanks_and_the_spaces_around_it() {
    assertThat(
            Ballot.of(PLAN, Map.of("ready", " 7 ", "use", "daily", "hopes", "   ", "extra", "x"))
                .answers())
        .isEqualTo(Map.of("ready", "7", "use", "daily"));
  }

  @Test
  void names_the_problem_of_each_question() {
    assertThat(rejected(() -> Ballot.of(PLAN, Map.of("use", "weekly", "hopes", "x".repeat(4001)))))
        .satisfies(
            rejected -> {
              assertThat(rejected.code()).isEqualTo("ANSWERS_INVALID");
              assertThat(rejected.facts())
                  .isEqualTo(Map.of("ready", "required", "use", "invalid", "hopes", "invalid"));
            });
  }

  @Test
  void takes_the_points_of_the_scale_only() {
    for (String point : List.of("1", "7", "10")) {
      assertThat(Ballot.of(PLAN, Map.of("ready", point)).answers()).containsEntry("ready", point);
    }
    for (String point : List.of("0", "11", "-1", "5.0", "007", "1e1", "٣", "ten")) {
      assertThat(rejected(() -> Ballot.of(PLAN, Map.of("ready", point))).facts())
          .isEqualTo(Map.of("ready", "invalid"));
    }
  }

  @Test
  void takes_a_text_of_the_greatest_length() {
    assertThat(Ballot.of(PLAN, Map.of("ready", "1", "hopes", "x".repeat(4000))).answers())
        .hasSize(2);
  }

  @Test
  void never_shows_its_answers_in_a_log() {
    assertThat(Ballot.of(PLAN, Map.of("ready", "3", "hopes", "secret"))).hasToString("Ballot");
  }

  @Test
  void counts_with_others_for_each_question_apart() {
    List<Ballot> ballots =
        List.of(
            new Ballot(Map.of("ready", "4", "use", "daily")),
            new Ballot(Map.of("ready", "9")),
            new Ballot(Map.of("use", "never")));
    assertThat(Ballot.tally(ballots, PLAN))
        .isEqualTo(new Tally(3, Map.of("ready", 2, "use", 2, "hopes", 0), Map.of("ready", 6.5)));
  }

  @Property
  void is_either_refused_or_can_be_counted(@ForAll String ready, @ForAll String use) {
    Ballot ballot;
    try {
      ballot = Ballot.of(PLAN, Map.of("ready", ready, "use", use));
    } catch (Rejected refused) {
      assertThat(refused.facts()).isNotEmpty();
      return;
    }
    assertThat(Ballot.tally(List.of(ballot), PLAN).means().get("ready")).isBetween(1.0, 10.0);
  }
}
