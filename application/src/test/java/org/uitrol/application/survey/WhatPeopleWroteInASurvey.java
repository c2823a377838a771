package org.uitrol.application.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uitrol.application.directory.MemoryVault;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.testing.MemoryBallotBox;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.ResultsId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.ClosedSurvey;
import org.uitrol.domain.survey.result.ResultSheet;
import org.uitrol.domain.survey.result.ResultsEvent.ResultsTold;

class WhatPeopleWroteInASurvey {

  private static final Instant AT = Instant.parse("2027-01-21T16:00:00Z");
  private static final CampaignId CAMPAIGN = new CampaignId("copilot-2027");
  private static final ResultsId RESULTS = ResultsId.of(CAMPAIGN, "readiness");
  private static final SurveyId FINANCE = new SurveyId("finance");
  private static final SurveyId LEGAL = new SurveyId("legal");

  private final MemoryBallotBox box = new MemoryBallotBox();
  private final MemoryToldTexts told = new MemoryToldTexts();
  private final MemoryVault vault = new MemoryVault();

  @Test
  void is_shown_of_all_departments_together_without_any_order() {
    write(FINANCE, 6, "f");
    write(LEGAL, 30, "l");

    tell(10, 5);

    List<String> inOrder = new ArrayList<>();
    IntStream.range(0, 6).forEach(i -> inOrder.add("f" + i));
    IntStream.range(0, 30).forEach(i -> inOrder.add("l" + i));
    assertThat(told.of(RESULTS, 1, "hopes"))
        .containsExactlyInAnyOrderElementsOf(inOrder)
        .isNotEqualTo(inOrder);
  }

  @ParameterizedTest
  @CsvSource({"10, 5, 9, 0", "10, 5, 10, 10", "10, 6, 11, 0", "10, 6, 12, 12"})
  void is_shown_from_as_many_people_on_as_was_promised(
      int from, int smallest, int wrote, int shown) {
    write(FINANCE, wrote, "f");
    write(LEGAL, 0, "l");

    tell(from, smallest);

    assertThat(told.of(RESULTS, 1, "hopes")).hasSize(shown);
  }

  @Test
  void is_never_shown_when_that_was_not_promised() {
    write(FINANCE, 40, "f");
    write(LEGAL, 40, "l");

    tell(null, 5);

    assertThat(told.of(RESULTS, 1, "hopes")).isEmpty();
  }

  @Test
  void leaves_the_boxes_with_all_else_that_was_answered() {
    write(FINANCE, 12, "f");
    write(LEGAL, 12, "l");

    tell(10, 5);

    assertThat(box.count(FINANCE)).isZero();
    assertThat(box.count(LEGAL)).isZero();
  }

  @Test
  void names_nobody_whom_the_directory_knows() {
    vault.put(new PersonId("p-1"), person("Sanne", "de Vries", "s.devries@example.org", "E-4711"));
    vault.put(new PersonId("p-2"), person("Mark", "Wil", "mark@example.org", "77"));
    NameMask mask = NameMask.of(vault);

    assertThat(mask.mask("Ask SANNE, or Vries' team; Señor Mark knows."))
        .isEqualTo("Ask […], or […]' team; Señor […] knows.");
    assertThat(mask.mask("Ik wil een mark of de training. Wil weet het."))
        .isEqualTo("Ik wil een mark of de training. […] weet het.");
    assertThat(mask.mask("Mail j.jansen+ai@other.example or +31 (0)6-1234 5678, not in 2027."))
        .isEqualTo("Mail […] or […], not in 2027.");
    assertThat(mask.mask("Number 4711 and 77.")).isEqualTo("Number 4711 and 77.");
  }

  private static PersonalData person(String given, String family, String email, String number) {
    return new PersonalData(
        number, email, given, family, "", "", "", "", "", "", "", "", null, "", "", "", "", "", "",
        "");
  }

  private void write(SurveyId survey, int people, String text) {
    box.open(survey, plan(10));
    for (int i = 0; i < people; i++) {
      box.cast(survey, new PersonId(text + i), new Ballot(Map.of("hopes", text + i)));
    }
    box.close(survey);
  }

  private void tell(@Nullable Integer from, int smallest) {
    SurveyPlan plan = plan(from);
    new OwnWordsTold(box, told, vault)
        .tell(
            new ResultsTold(
                RESULTS,
                CAMPAIGN,
                "readiness",
                1,
                List.of(
                    new ClosedSurvey(FINANCE, new RolloutId("r-1"), 40),
                    new ClosedSurvey(LEGAL, new RolloutId("r-2"), 40)),
                plan,
                smallest,
                new ResultSheet(List.of()),
                AT));
  }

  private static SurveyPlan plan(@Nullable Integer from) {
    Text text = Text.of("en", "Hopes?");
    Question hopes = new Question("hopes", Kind.TEXT, text, 0, null, null, List.of(), false, false);
    return new SurveyPlan(text, null, List.of(hopes), null, from);
  }
}
