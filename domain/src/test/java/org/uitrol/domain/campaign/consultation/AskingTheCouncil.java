package org.uitrol.domain.campaign.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.WRITER;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AcceptCondition;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.AskCouncil;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.EndSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.ForgoSuspension;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.GiveOpinion;
import org.uitrol.domain.campaign.consultation.ConsultationCommand.SetAdviceAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.AdviceSetAside;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConditionMet;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConsultationReopened;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.ConsultationSettled;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.CouncilAsked;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.OpinionGiven;
import org.uitrol.domain.campaign.consultation.ConsultationEvent.SuspensionEnded;
import org.uitrol.domain.campaign.consultation.ConsultationRule.Needs;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.testing.History;

class AskingTheCouncil {

  private static final Instant AT = Instant.parse("2027-01-04T09:00:00Z");
  private static final AccountId COUNCIL = new AccountId("council");
  private static final ConsultationRule CONSENT =
      new ConsultationRule("Works council", Needs.CONSENT, StageName.ANNOUNCE);
  private static final ConsultationRule ADVICE =
      new ConsultationRule("Works council", Needs.ADVICE, StageName.ANNOUNCE);
  private static final Suspension MONTH = new Suspension(1, ZoneId.of("Europe/Amsterdam"));
  private static final Instant HELD_UNTIL = Instant.parse("2027-02-04T23:00:00Z");
  private static final Measure ANSWERS = answers(Set.of("desire"), 5, 24);

  @Test
  void happens_once_for_each_version() {
    assertThat(Consultation.ask(null, ask(1, CONSENT, ANSWERS)))
        .containsExactly(new CouncilAsked(COPILOT, 1, CONSENT, List.of(ANSWERS), WRITER, AT));
    assertThat(Consultation.ask(asked(CONSENT), ask(1, CONSENT, ANSWERS))).isEmpty();
  }

  @Test
  void is_settled_when_it_agrees() {
    assertThat(asked(CONSENT).give(opinion(Opinion.AGREES, "")))
        .containsExactly(
            new OpinionGiven(COPILOT, 1, Opinion.AGREES, List.of(), "", COUNCIL, AT),
            new ConsultationSettled(COPILOT, 1, AT));
  }

  @Test
  void is_settled_once_every_condition_is_met() {
    Consultation agreed =
        after(asked(CONSENT), opinion(Opinion.AGREES_ON_CONDITIONS, "", "a", "b"));
    assertThat(agreed.isSettled()).isFalse();
    Consultation half = History.more(Consultation::evolve, agreed, agreed.accept(accept(1)));
    assertThat(half.isSettled()).isFalse();
    assertThat(half.accept(accept(1))).isEmpty();
    assertThat(half.accept(accept(2)))
        .containsExactly(
            new ConditionMet(COPILOT, 1, 2, "seen", COUNCIL, AT),
            new ConsultationSettled(COPILOT, 1, AT));
    assertThat(refusal(() -> half.accept(accept(3)))).isEqualTo("UNKNOWN_CONDITION");
  }

  @Test
  void stays_open_when_it_disagrees_and_needs_to_say_why() {
    assertThat(refusal(() -> asked(CONSENT).give(opinion(Opinion.DISAGREES, " "))))
        .isEqualTo("REASON_MISSING");
    Consultation refused = after(asked(CONSENT), opinion(Opinion.DISAGREES, "Too much"));
    assertThat(refused.isSettled()).isFalse();
    assertThat(
            refusal(() -> refused.setAside(new SetAdviceAside(COPILOT, 1, "we must", WRITER, AT))))
        .isEqualTo("NOTHING_TO_SET_ASIDE");
  }

  @Test
  void advice_can_be_set_aside_with_a_reason() {
    Consultation refused = after(asked(ADVICE), opinion(Opinion.DISAGREES, "Too much"));
    assertThat(refused.setAside(new SetAdviceAside(COPILOT, 1, "we must", WRITER, AT)))
        .containsExactly(
            new AdviceSetAside(COPILOT, 1, "we must", WRITER, AT, null),
            new ConsultationSettled(COPILOT, 1, AT));
    assertThat(refusal(() -> refused.setAside(new SetAdviceAside(COPILOT, 1, "", WRITER, AT))))
        .isEqualTo("REASON_MISSING");
  }

  @Test
  void in_the_netherlands_what_goes_against_the_advice_waits_a_month() {
    Consultation waiting = setAside();

    assertThat(waiting.heldUntil()).isEqualTo(HELD_UNTIL);
    assertThat(waiting.isSettled()).isFalse();
    assertThat(waiting.endSuspension(new EndSuspension(COPILOT, 1, HELD_UNTIL.minusSeconds(1))))
        .isEmpty();
    assertThat(waiting.endSuspension(new EndSuspension(COPILOT, 2, HELD_UNTIL))).isEmpty();
    List<ConsultationEvent> over = waiting.endSuspension(new EndSuspension(COPILOT, 1, HELD_UNTIL));
    assertThat(over)
        .containsExactly(
            new SuspensionEnded(COPILOT, 1, null, HELD_UNTIL),
            new ConsultationSettled(COPILOT, 1, HELD_UNTIL));
    assertThat(
            History.more(Consultation::evolve, waiting, over)
                .endSuspension(new EndSuspension(COPILOT, 1, HELD_UNTIL)))
        .isEmpty();
  }

  @Test
  void the_council_may_say_that_it_need_not_wait() {
    Consultation waiting = setAside();
    ForgoSuspension forgo = new ForgoSuspension(COPILOT, 1, COUNCIL, AT);

    List<ConsultationEvent> forgone = waiting.forgoSuspension(forgo);
    assertThat(forgone)
        .containsExactly(
            new SuspensionEnded(COPILOT, 1, COUNCIL, AT), new ConsultationSettled(COPILOT, 1, AT));
    assertThat(History.more(Consultation::evolve, waiting, forgone).forgoSuspension(forgo))
        .isEmpty();
    assertThat(refusal(() -> asked(ADVICE).forgoSuspension(forgo))).isEqualTo("NOTHING_WAITS");
  }

  @Test
  void nothing_waits_any_more_when_the_council_agrees_after_all() {
    Consultation agreed = after(setAside(), opinion(Opinion.AGREES, ""));

    assertThat(agreed.isSettled()).isTrue();
    assertThat(agreed.endSuspension(new EndSuspension(COPILOT, 1, HELD_UNTIL))).isEmpty();
  }

  @Test
  void only_dutch_law_asks_to_wait() {
    assertThat(Suspension.of(calendar("NL"))).contains(MONTH);
    assertThat(Suspension.of(calendar("DE"))).isEmpty();
  }

  @Test
  void the_month_ends_where_there_is_no_such_day() {
    assertThat(MONTH.until(Instant.parse("2027-01-31T09:00:00Z")))
        .isEqualTo(Instant.parse("2027-02-28T23:00:00Z"));
    assertThat(MONTH.until(Instant.parse("2027-03-10T23:30:00Z")))
        .as("11 March in Amsterdam, and summer time a month later")
        .isEqualTo(Instant.parse("2027-04-11T22:00:00Z"));
  }

  @Test
  void opens_again_when_it_changes_its_mind() {
    Consultation settled = after(asked(CONSENT), opinion(Opinion.AGREES, ""));
    assertThat(settled.give(opinion(Opinion.DISAGREES, "We learned more")))
        .endsWith(new ConsultationReopened(COPILOT, 1, AT));
  }

  @Test
  void the_author_of_the_plan_has_no_say() {
    assertThat(
            refusal(
                () ->
                    asked(CONSENT)
                        .give(
                            new GiveOpinion(
                                COPILOT, 1, Opinion.AGREES, List.of(), "", WRITER, AT))))
        .isEqualTo("OWN_PLAN");
  }

  @Test
  void conditions_belong_to_an_opinion_with_conditions() {
    assertThat(refusal(() -> asked(CONSENT).give(opinion(Opinion.AGREES, "", "a"))))
        .isEqualTo("CONDITIONS");
    assertThat(refusal(() -> asked(CONSENT).give(opinion(Opinion.AGREES_ON_CONDITIONS, ""))))
        .isEqualTo("CONDITIONS");
  }

  @Test
  void an_opinion_about_an_older_version_is_refused() {
    Consultation second =
        History.more(
            Consultation::evolve,
            asked(CONSENT),
            Consultation.ask(asked(CONSENT), ask(2, CONSENT, ANSWERS)));
    assertThat(refusal(() -> second.give(opinion(Opinion.AGREES, "")))).isEqualTo("NOT_ASKED");
  }

  @Test
  void a_version_that_takes_no_measure_beyond_is_settled_at_once() {
    Consultation settled = after(asked(CONSENT), opinion(Opinion.AGREES, ""));
    assertThat(Consultation.ask(settled, ask(2, CONSENT, answers(Set.of("desire"), 8, 12))))
        .endsWith(new ConsultationSettled(COPILOT, 2, AT));
  }

  @Test
  void a_version_that_adds_a_measure_needs_it_anew() {
    Consultation settled = after(asked(CONSENT), opinion(Opinion.AGREES, ""));
    for (Measure more :
        List.of(
            answers(Set.of("desire", "jobWorry"), 5, 24),
            answers(Set.of("desire"), 4, 24),
            answers(Set.of("desire"), 5, 36),
            new Measure(MeasureKind.ATTENDANCE, "", Set.of("plans"), MeasureRule.USUAL, null))) {
      assertThat(Consultation.ask(settled, ask(2, CONSENT, more))).hasSize(1);
    }
  }

  @Test
  void what_was_advice_needs_consent_anew_when_the_plan_says_so() {
    Consultation settled = after(asked(ADVICE), opinion(Opinion.AGREES, ""));
    assertThat(Consultation.ask(settled, ask(2, CONSENT, ANSWERS))).hasSize(1);
  }

  private static Measure answers(Set<String> questions, int group, int months) {
    return new Measure(
        MeasureKind.ANSWERS,
        "readiness",
        questions,
        new MeasureRule(null, LegalBasis.LEGITIMATE_INTEREST, months),
        group);
  }

  private static CalendarRule calendar(String country) {
    return new CalendarRule(
        MONTH.zone(),
        country,
        Set.of(DayOfWeek.MONDAY),
        LocalTime.of(9, 0),
        LocalTime.of(17, 0),
        List.of());
  }

  /** Against the advice, in the Netherlands. */
  private static Consultation setAside() {
    Consultation asked =
        History.of(
            Consultation::evolve,
            Consultation.ask(
                null, new AskCouncil(COPILOT, 1, ADVICE, List.of(ANSWERS), MONTH, WRITER, AT)));
    Consultation refused = after(asked, opinion(Opinion.DISAGREES, "Too much"));
    return History.more(
        Consultation::evolve,
        refused,
        refused.setAside(new SetAdviceAside(COPILOT, 1, "we must", WRITER, AT)));
  }

  private static AskCouncil ask(int version, ConsultationRule rule, Measure... measures) {
    return new AskCouncil(COPILOT, version, rule, List.of(measures), null, WRITER, AT);
  }

  private static Consultation asked(ConsultationRule rule) {
    return History.of(Consultation::evolve, Consultation.ask(null, ask(1, rule, ANSWERS)));
  }

  private static GiveOpinion opinion(Opinion opinion, String remark, String... conditions) {
    return new GiveOpinion(COPILOT, 1, opinion, List.of(conditions), remark, COUNCIL, AT);
  }

  private static AcceptCondition accept(int number) {
    return new AcceptCondition(COPILOT, 1, number, "seen", COUNCIL, AT);
  }

  private static Consultation after(Consultation before, GiveOpinion opinion) {
    return History.more(Consultation::evolve, before, before.give(opinion));
  }
}
