package org.uitrol.adapters.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.Wording.Teller;
import org.uitrol.domain.campaign.CampaignEvent.CampaignPaused;
import org.uitrol.domain.campaign.CampaignEvent.WaveScheduled;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.RolloutEvent.RolloutHeld;
import org.uitrol.domain.rollout.RolloutEvent.RolloutPaused;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyEvent.SurveyReminded;

class TheHistoryInWords {

  private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
  private static final CampaignId COPILOT = new CampaignId("copilot-2027");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");

  @Test
  void is_told_in_the_readers_language_and_on_the_campaigns_clock() {
    DomainEvent event = new WaveScheduled(COPILOT, "pilot", MONDAY, MONDAY);

    assertThat(what(DUTCH, event)).isEqualTo("Golf pilot begint op ma 11 januari 2027 09:00.");
    assertThat(what(Locale.UK, event))
        .isEqualTo("Wave pilot is to start on Mon 11 January 2027 09:00.");
    assertThat(teller(DUTCH).when(row(event, "timer"))).isEqualTo("ma 11 januari 2027 09:00");
  }

  @Test
  void is_told_in_english_where_uitrol_does_not_speak_the_language() {
    assertThat(what(Locale.FRANCE, new RolloutPaused(ROLLOUT, MONDAY)))
        .isEqualTo("The rollout is paused.");
  }

  @Test
  void calls_people_and_departments_by_the_names_that_the_reader_may_see() {
    DomainEvent event =
        new EmployeeMoved(SANNE, new DepartmentId("finance"), new DepartmentId("legal"), MONDAY);

    assertThat(what(DUTCH, event)).isEqualTo("Sanne is van Financiën naar legal gegaan.");
    assertThat(wording().teller(DUTCH, Names.IDS).what(row(event, "import")))
        .isEqualTo("p-1 is van finance naar legal gegaan.");
  }

  @Test
  void says_for_whom_which_way_and_by_which_rules_or_that_it_was_not_recorded() {
    DomainEvent event = new RolloutPaused(ROLLOUT, MONDAY);
    TrailRow row = traced(row(event, "account:a-1"), "person:p-1", "cli/public", "0.2.0, plan 3");

    assertThat(teller(DUTCH).forWhom(row)).isEqualTo("Sanne");
    assertThat(teller(DUTCH).whichWay(row)).isEqualTo("via de opdrachtregel, van buiten");
    assertThat(teller(DUTCH).byWhat(row)).isEqualTo("0.2.0, plan 3");
    assertThat(teller(Locale.UK).forWhom(traced(row, "self", "timer", "0.2.0"))).isEmpty();
    assertThat(teller(Locale.UK).whichWay(traced(row, "self", "timer", "0.2.0")))
        .isEqualTo("at its moment");
    TrailRow old = traced(row, null, null, null);
    assertThat(teller(Locale.UK).forWhom(old)).isEqualTo("not recorded");
    assertThat(teller(Locale.UK).whichWay(old)).isEqualTo("not recorded");
    assertThat(teller(Locale.UK).byWhat(old)).isEqualTo("not recorded");
  }

  private static TrailRow traced(
      TrailRow row, @Nullable String behalf, @Nullable String source, @Nullable String rule) {
    return new TrailRow(
        row.position(),
        row.event(),
        row.at(),
        row.recordedAt(),
        row.name(),
        row.revision(),
        row.stream(),
        row.kind(),
        row.campaign(),
        row.department(),
        row.person(),
        row.actor(),
        row.cause(),
        row.correlation(),
        behalf,
        source,
        rule,
        row.payload());
  }

  @Test
  void leaves_out_what_is_not_known() {
    assertThat(what(DUTCH, new RolloutHeld(ROLLOUT, null, "job-fear", MONDAY)))
        .isEqualTo("De afdeling wordt tegengehouden: job-fear.");
    assertThat(what(DUTCH, new RolloutHeld(ROLLOUT, new AccountId("a-1"), "drukte", MONDAY)))
        .isEqualTo("De afdeling wordt tegengehouden door Bea: drukte.");
  }

  @Test
  void says_why_a_gate_is_closed() {
    Finding finding =
        new Finding(
            "responses.rate >= 0.4",
            Finding.Result.FAILS,
            new TreeMap<>(Map.of("responses.rate", 0.25)));
    DomainEvent event =
        new GateBlocked(
            ROLLOUT,
            StageName.ANNOUNCE,
            List.of(Blocker.tooEarly(MONDAY), Blocker.open("news"), Blocker.of(finding)),
            MONDAY);

    assertThat(what(DUTCH, event))
        .isEqualTo(
            "De poort van de fase aankondigen is dicht: de fase moet langer duren"
                + " (ma 11 januari 2027 09:00), nog niet klaar: news,"
                + " geldt niet: responses.rate >= 0.4.");
  }

  @Test
  void counts_people_instead_of_naming_them_all() {
    assertThat(what(DUTCH, new SurveyReminded(new SurveyId("q-1"), 1, List.of(SANNE), MONDAY)))
        .isEqualTo(
            "Herinnering 1 aan de vragenlijst, voor wie nog niet geantwoord heeft"
                + " (uitgenodigd: 1).");
  }

  @Test
  void does_not_take_what_people_typed_for_a_text_with_holes() {
    DomainEvent event =
        new CampaignPaused(COPILOT, new AccountId("a-1"), "{by} [x] {0} ${7*7}", MONDAY);

    assertThat(what(DUTCH, event))
        .isEqualTo("De campagne is gepauzeerd door Bea. Reden: {by} [x] {0} ${7*7}");
  }

  @Test
  void says_who_asked_for_it() {
    DomainEvent event = new RolloutPaused(ROLLOUT, MONDAY);

    assertThat(teller(DUTCH).who(row(event, "account:a-1"))).isEqualTo("Bea");
    assertThat(teller(DUTCH).who(row(event, "person:p-1"))).isEqualTo("Sanne");
    assertThat(teller(DUTCH).who(row(event, "process:StartWaves")))
        .isEqualTo("Uitrol (StartWaves)");
    assertThat(teller(DUTCH).who(row(event, "timer"))).isEqualTo("de klok");
    assertThat(teller(DUTCH).who(row(event, "import"))).isEqualTo("een bestand dat is ingelezen");
  }

  private static String what(Locale locale, DomainEvent event) {
    return teller(locale).what(row(event, "timer"));
  }

  private static Teller teller(Locale locale) {
    return wording().teller(locale, SampleHistory.NAMES);
  }

  private static BundledWording wording() {
    return SampleHistory.wording();
  }

  private static TrailRow row(DomainEvent event, String actor) {
    return SampleHistory.row(1, event, actor);
  }
}
