package org.uitrol.domain.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.rejected;
import static org.uitrol.domain.testing.Plans.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.SurveyPlan.Choice;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Only;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.ResultSheet;

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

  private static final SurveyPlan BRANCHES =
      new SurveyPlan(
          text("Ready?"),
          null,
          List.of(
              several("tools", null, null, "copilot", "gemini", "none"),
              scale("trust", new Only("tools", List.of("copilot", "gemini"))),
              several("why", 1, new Only("trust", List.of("1", "2")), "data", "job"),
              words("more", new Only("why", List.of("data")))));

  private static Question several(
      String id, @Nullable Integer most, @Nullable Only only, String... choices) {
    List<Choice> all = Stream.of(choices).map(one -> new Choice(one, text(one))).toList();
    return new Question(
        id, Kind.SEVERAL, text(id), 0, null, null, all, false, true, null, null, null, most, only);
  }

  private static Question scale(String id, Only only) {
    return new Question(
        id,
        Kind.SCALE,
        text(id),
        5,
        null,
        null,
        List.of(),
        false,
        true,
        null,
        null,
        null,
        null,
        only);
  }

  private static Question words(String id, Only only) {
    return new Question(
        id, Kind.TEXT, text(id), 0, null, null, List.of(), false, false, null, null, null, null,
        only);
  }

  @Test
  void says_of_each_of_several_answers_whether_it_was_chosen() {
    assertThat(
            Ballot.of(BRANCHES, Map.of("tools.none", "yes", "tools.gemini", "perhaps")).answers())
        .containsEntry("tools.none", "yes")
        .containsEntry("tools.gemini", "no")
        .containsEntry("tools.copilot", "no");
    assertThat(rejected(() -> Ballot.of(BRANCHES, Map.of("tools.none", "no"))).facts())
        .isEqualTo(Map.of("tools", "required"));
  }

  @Test
  void asks_further_only_those_who_gave_certain_answers() {
    assertThat(
            Ballot.of(BRANCHES, Map.of("tools.none", "yes", "trust", "1", "why.job", "yes"))
                .answers())
        .containsEntry("trust", "not-asked")
        .containsEntry("why.data", "not-asked")
        .containsEntry("why.job", "not-asked")
        .doesNotContainKey("more");
    assertThat(
            Ballot.of(
                    BRANCHES,
                    Map.of(
                        "tools.gemini", "yes", "trust", "2", "why.data", "yes", "more", "Where?"))
                .answers())
        .containsEntry("trust", "2")
        .containsEntry("why.data", "yes")
        .containsEntry("more", "Where?");
    assertThat(rejected(() -> Ballot.of(BRANCHES, Map.of("tools.copilot", "yes"))).facts())
        .isEqualTo(Map.of("trust", "required"));
  }

  @Test
  void takes_no_more_answers_than_a_question_allows() {
    Map<String, String> typed =
        Map.of("tools.gemini", "yes", "trust", "1", "why.data", "yes", "why.job", "yes");
    assertThat(rejected(() -> Ballot.of(BRANCHES, typed)).facts())
        .isEqualTo(Map.of("why", "tooMany"));
  }

  /** Else how many people were asked would tell what they had answered before. */
  @Property(tries = 300)
  void answers_what_it_was_not_asked_with_that(
      @ForAll @IntRange(min = 1, max = 7) int tools,
      @ForAll @IntRange(min = 1, max = 5) int trust) {
    Map<String, String> typed = new HashMap<>(Map.of("trust", "" + trust, "why.data", "yes"));
    List<String> ids = List.of("copilot", "gemini", "none");
    for (int i = 0; i < ids.size(); i++) {
      if ((tools >> i & 1) == 1) {
        typed.put("tools." + ids.get(i), "yes");
      }
    }
    assertThat(Ballot.of(BRANCHES, typed).answers().keySet()).containsAll(BRANCHES.counted());
    assertThat(BRANCHES.items())
        .filteredOn(item -> BRANCHES.counted().contains(item.id()))
        .allSatisfy(
            item ->
                assertThat(ResultSheet.possible(item))
                    .contains(Ballot.of(BRANCHES, typed).answers().get(item.id())));
  }

  @Test
  void tells_conditions_nothing_of_what_only_some_were_asked() {
    assertThat(BRANCHES.tells()).isEmpty();
    assertThat(BRANCHES.counted())
        .containsExactly(
            "tools.copilot", "tools.gemini", "tools.none", "trust", "why.data", "why.job");
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
