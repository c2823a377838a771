package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.RULES;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.attendance;
import static org.uitrol.domain.rollout.OneDepartment.completed;
import static org.uitrol.domain.rollout.OneDepartment.surveyClosed;
import static org.uitrol.domain.testing.Meetings.OTHER_SESSION;
import static org.uitrol.domain.testing.Meetings.SESSION;
import static org.uitrol.domain.testing.Plans.CALENDAR;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.announcement;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.presentation;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.survey;
import static org.uitrol.domain.testing.Plans.training;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.AddMember;
import org.uitrol.domain.rollout.RolloutCommand.LetMemberGo;
import org.uitrol.domain.rollout.RolloutCommand.NoteSegments;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessionOver;
import org.uitrol.domain.rollout.RolloutCommand.NoteSessions;
import org.uitrol.domain.rollout.RolloutCommand.OfferHelp;
import org.uitrol.domain.rollout.RolloutCommand.RemoveMember;
import org.uitrol.domain.rollout.RolloutCommand.SkipActivity;
import org.uitrol.domain.rollout.RolloutCommand.SkipStage;
import org.uitrol.domain.rollout.RolloutCommand.StartActivity;
import org.uitrol.domain.rollout.RolloutCommand.WithdrawHelp;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.ChampionOffered;
import org.uitrol.domain.rollout.RolloutEvent.ChampionWithdrew;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeaving;
import org.uitrol.domain.rollout.RolloutEvent.MemberLeft;
import org.uitrol.domain.rollout.RolloutEvent.MemberReached;
import org.uitrol.domain.rollout.RolloutEvent.MemberStayed;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.MemberRules.Joiner;
import org.uitrol.domain.rollout.audience.MemberRules.Mover;
import org.uitrol.domain.rollout.audience.MemberRules.Returner;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

class PeopleComeAndGoByTheRules {

  private static final Instant WEDNESDAY = Instant.parse("2027-01-13T08:00:00Z");
  private static final PersonId NEW = person(9);

  @Test
  void and_a_joiner_who_waits_gets_nothing_of_this_stage_and_all_of_the_next() {
    OneDepartment finance = underWay(rules(Joiner.NEXT_STAGE));

    assertThat(join(finance).underWay()).isEmpty();
    assertThat(started(finance.when(new StartActivity(ID, "late", MONDAY))))
        .containsExactly(person(1), person(2));
    finance.when(new SkipStage(ID, StageName.TRAIN, WRITER, "enough", TUESDAY));

    assertThat(started(finance.startActivity("live", TUESDAY)))
        .containsExactly(person(1), person(2), NEW);
  }

  @Test
  void and_a_joiner_catches_up_with_what_the_stage_did_alone_and_without_holding_its_gate() {
    OneDepartment finance = underWay(rules(Joiner.FROM_STAGE_START));
    finance.startActivity("over", MONDAY);
    finance.startActivity("ask", MONDAY);
    finance.startActivity("skipped", MONDAY);
    finance.observe(surveyClosed("ask", Map.of()), TUESDAY);
    finance.when(new SkipActivity(ID, "skipped", WRITER, "no need", TUESDAY));
    finance.observe(completed("over", person(1)), TUESDAY);
    finance.observe(completed("over", person(2)), TUESDAY);

    List<RolloutEvent> events = finance.when(new AddMember(ID, NEW, TUESDAY));

    assertThat(planned(events))
        .singleElement()
        .satisfies(
            activity -> {
              assertThat(activity.id()).isEqualTo("over.catch-up-1");
              assertThat(ActivityPlan.idInPlan(activity.id())).isEqualTo("over");
              assertThat(activity.person()).isEqualTo(NEW);
            });
    assertThat(finance.now().blockers()).noneMatch(blocker -> blocker.key().contains("catch-up"));

    finance.when(new RemoveMember(ID, NEW, TUESDAY));
    assertThat(planned(finance.when(new AddMember(ID, NEW, TUESDAY)))).isEmpty();
  }

  @Test
  void and_what_a_mover_did_before_counts_and_is_not_asked_again() {
    OneDepartment finance =
        underWay(new MemberRules(Joiner.UNDER_WAY, Mover.WITH_WHAT_IS_DONE, 0, Returner.CONTINUES));

    MemberJoined joined =
        joined(
            finance.when(
                new AddMember(
                    ID,
                    NEW,
                    Set.of(),
                    Set.of("training/basics", "training/late", "presentation/plans"),
                    TUESDAY)));

    assertThat(ids(joined)).containsExactly("news");
    assertThat(joined.how().done()).containsExactly("basics", "plans");
    assertThat(fact(finance, "trained.count")).isEqualTo(1.0);
    assertThat(fact(finance, "trained.expected")).isEqualTo(3.0);
    assertThat(fact(finance, "attendance.count")).isEqualTo(1.0);

    List<RolloutEvent> late = finance.startActivity("late", TUESDAY);
    assertThat(started(late)).containsExactly(person(1), person(2));
    assertThat(late)
        .filteredOn(ActivityStarted.class::isInstance)
        .extracting(event -> ((ActivityStarted) event).done())
        .containsExactly(List.of(NEW));
    finance.observe(completed("late", person(1)), TUESDAY);
    assertThat(finance.observe(completed("late", person(2)), TUESDAY))
        .contains(new ActivityDone(ID, "late", TUESDAY));
    assertThat(finance.now().doneBy(NEW))
        .containsExactlyInAnyOrder("training/basics", "training/late", "presentation/plans");
  }

  @Test
  void and_a_mover_who_starts_afresh_is_a_joiner() {
    OneDepartment finance = underWay(MemberRules.DEFAULT);

    MemberJoined joined =
        joined(finance.when(new AddMember(ID, NEW, Set.of(), Set.of("training/basics"), TUESDAY)));

    assertThat(joined).isEqualTo(new MemberJoined(ID, NEW, joined.underWay(), TUESDAY));
    assertThat(ids(joined)).containsExactly("news", "basics", "plans");
  }

  @Test
  void and_a_returner_continues_without_news_twice_or_starts_as_a_joiner() {
    OneDepartment finance = underWay(MemberRules.DEFAULT);
    finance.when(new RemoveMember(ID, person(1), TUESDAY));
    MemberJoined back = joined(finance.when(new AddMember(ID, person(1), TUESDAY)));

    assertThat(ids(back)).containsExactly("basics", "plans");
    assertThat(back.how().run()).isEqualTo(2);

    OneDepartment legal =
        underWay(new MemberRules(Joiner.UNDER_WAY, Mover.AFRESH, 0, Returner.AS_JOINER));
    legal.when(new RemoveMember(ID, person(1), TUESDAY));
    legal.when(new AddMember(ID, person(1), TUESDAY));
    legal.when(new RemoveMember(ID, person(1), TUESDAY));
    MemberJoined again = joined(legal.when(new AddMember(ID, person(1), TUESDAY)));

    assertThat(ids(again)).containsExactly("news", "basics", "plans");
    assertThat(again.how().run()).isEqualTo(3);
  }

  @Test
  void and_a_leaver_keeps_everything_for_some_days_and_has_missed_nothing_when_back_in_time() {
    OneDepartment finance =
        underWay(new MemberRules(Joiner.UNDER_WAY, Mover.AFRESH, 2, Returner.CONTINUES));
    Instant until = Instant.parse("2027-01-14T16:00:00Z");

    assertThat(finance.when(new RemoveMember(ID, person(1), true, TUESDAY)))
        .containsExactly(new MemberLeaving(ID, person(1), until, TUESDAY));
    assertThat(finance.when(new RemoveMember(ID, person(1), true, TUESDAY))).isEmpty();
    assertThat(finance.when(new LetMemberGo(ID, person(1), WEDNESDAY))).isEmpty();
    assertThat(finance.when(new AddMember(ID, person(1), WEDNESDAY)))
        .containsExactly(new MemberStayed(ID, person(1), WEDNESDAY));
    assertThat(finance.when(new LetMemberGo(ID, person(1), until))).isEmpty();

    finance.when(new RemoveMember(ID, person(1), true, TUESDAY));
    assertThat(finance.when(new LetMemberGo(ID, person(1), until)))
        .startsWith(new MemberLeft(ID, person(1), until));
    assertThat(finance.when(new RemoveMember(ID, person(2), TUESDAY)))
        .startsWith(new MemberLeft(ID, person(2), TUESDAY));
  }

  @Test
  void and_who_leaves_when_all_is_completed_is_let_go_too() {
    OneDepartment finance =
        OneDepartment.with(
            2, plan(MemberRules.DEFAULT, false, stage(StageName.ANNOUNCE, announcement("news"))));
    finance.startActivity("news", MONDAY);
    assertThat(finance.now().status()).isEqualTo(RolloutStatus.COMPLETED);

    assertThat(finance.when(new RemoveMember(ID, person(1), TUESDAY)))
        .containsExactly(new MemberLeft(ID, person(1), TUESDAY));
    assertThat(finance.when(new AddMember(ID, person(1), TUESDAY))).isEmpty();
  }

  @Test
  void and_who_gets_into_a_segment_gets_what_is_under_way_for_it_once() {
    OneDepartment finance = segmented();

    assertThat(finance.when(new NoteSegments(ID, person(2), Set.of("nurses"), TUESDAY)))
        .filteredOn(MemberReached.class::isInstance)
        .extracting(event -> ((MemberReached) event).underWay().get(0).activity().id())
        .containsExactly("basics");
    assertThat(finance.when(new NoteSegments(ID, person(2), Set.of("nurses"), TUESDAY))).isEmpty();
    assertThat(finance.when(new NoteSegments(ID, NEW, Set.of("nurses"), TUESDAY))).isEmpty();
    assertThat(finance.when(new NoteSegments(ID, person(1), Set.of(), TUESDAY))).isEmpty();
    assertThat(finance.now().activities().get("basics"))
        .extracting(ActivityState::people)
        .isEqualTo(Set.of(person(1), person(2)));
  }

  @Test
  void and_a_champion_is_who_offers_it_as_long_as_they_do() {
    OneDepartment finance = segmented();

    assertThat(finance.when(new OfferHelp(ID, person(3), TUESDAY)))
        .startsWith(new ChampionOffered(ID, person(3), TUESDAY))
        .hasAtLeastOneElementOfType(MemberReached.class);
    assertThat(finance.when(new OfferHelp(ID, person(3), TUESDAY))).isEmpty();
    assertThat(started(finance.when(new StartActivity(ID, "helpers", Set.of(), TUESDAY))))
        .containsExactly(person(3));
    assertThat(finance.when(new WithdrawHelp(ID, person(3), TUESDAY)))
        .containsExactly(new ChampionWithdrew(ID, person(3), TUESDAY));
    assertThat(finance.when(new WithdrawHelp(ID, person(3), TUESDAY))).isEmpty();

    finance.when(new OfferHelp(ID, person(2), TUESDAY));
    finance.when(new RemoveMember(ID, person(2), TUESDAY));
    assertThat(finance.now().book().champions()).isEmpty();
  }

  @Test
  void and_nobody_can_offer_to_help_who_is_not_there_or_not_asked() {
    OneDepartment finance = segmented();

    assertThatThrownBy(() -> finance.when(new OfferHelp(ID, NEW, TUESDAY)))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("NOT_A_MEMBER"));
    assertThatThrownBy(
            () -> underWay(MemberRules.DEFAULT).when(new OfferHelp(ID, person(1), TUESDAY)))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("CHAMPIONS_NOT_ASKED"));
  }

  @Test
  void and_it_can_be_told_beforehand_what_becomes_of_somebody() {
    OneDepartment finance =
        underWay(new MemberRules(Joiner.UNDER_WAY, Mover.WITH_WHAT_IS_DONE, 2, Returner.CONTINUES));
    DepartmentRollout before = finance.now();

    MemberForecast forecast = MemberForecast.of(before, TUESDAY, RULES);

    assertThat(forecast.joiner())
        .extracting(ActivityPlan::id)
        .containsExactly("news", "basics", "plans");
    assertThat(forecast.waits()).isFalse();
    assertThat(forecast.done()).extracting(ActivityPlan::id).containsExactly("basics", "plans");
    assertThat(forecast.givenBack())
        .extracting(ActivityPlan::id)
        .containsExactly("basics", "plans");
    assertThat(forecast.until()).isEqualTo(Instant.parse("2027-01-14T16:00:00Z"));
    assertThat(forecast.returner()).extracting(ActivityPlan::id).containsExactly("basics", "plans");
    assertThat(finance.now()).isEqualTo(before);

    assertThat(MemberForecast.of(underWay(rules(Joiner.NEXT_STAGE)).now(), TUESDAY, RULES))
        .satisfies(
            waiting -> {
              assertThat(waiting.waits()).isTrue();
              assertThat(waiting.joiner()).isEmpty();
              assertThat(waiting.done()).isEmpty();
              assertThat(waiting.until()).isNull();
            });
  }

  private static OneDepartment segmented() {
    Audience some = new Audience(List.of("nurses", Audience.CHAMPIONS));
    OneDepartment finance =
        OneDepartment.with(
            3,
            plan(
                MemberRules.DEFAULT,
                true,
                stage(
                    StageName.TRAIN,
                    only(training("basics"), some),
                    only(training("helpers"), new Audience(List.of(Audience.CHAMPIONS))))));
    finance.when(new StartActivity(ID, "basics", Set.of(person(1)), MONDAY));
    return finance;
  }

  /** Two people in training; the news is over, a presentation has taken place and goes on. */
  private static OneDepartment underWay(MemberRules rules) {
    OneDepartment finance =
        OneDepartment.with(
            2,
            plan(
                rules,
                false,
                stage(
                    StageName.TRAIN,
                    gate(0, null),
                    announcement("news"),
                    training("basics"),
                    presentation("plans"),
                    training("late"),
                    training("over"),
                    training("skipped"),
                    survey("ask")),
                stage(StageName.GO_LIVE, announcement("live"))));
    finance.startActivity("news", MONDAY);
    finance.startActivity("basics", MONDAY);
    finance.startActivity("plans", MONDAY);
    finance.when(new NoteSessions(ID, "plans", Set.of(SESSION, OTHER_SESSION), Set.of(), MONDAY));
    finance.observe(attendance("plans", person(1), false), TUESDAY);
    finance.when(new NoteSessionOver(ID, "plans", SESSION, TUESDAY));
    return finance;
  }

  private static MemberRules rules(Joiner joiner) {
    return new MemberRules(joiner, Mover.AFRESH, 0, Returner.AS_JOINER);
  }

  private static RolloutPlan plan(MemberRules rules, boolean champions, StagePlan... stages) {
    return new RolloutPlan(CALENDAR, List.of(stages), List.of(), null, rules, champions);
  }

  private static ActivityPlan only(ActivityPlan plan, Audience audience) {
    return new ActivityPlan(
        plan.id(),
        plan.kind(),
        plan.uses(),
        plan.after(),
        plan.within(),
        null,
        null,
        null,
        audience);
  }

  private static MemberJoined join(OneDepartment finance) {
    return joined(finance.when(new AddMember(ID, NEW, TUESDAY)));
  }

  private static MemberJoined joined(List<RolloutEvent> events) {
    return events.stream()
        .filter(MemberJoined.class::isInstance)
        .map(MemberJoined.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(MemberJoined joined) {
    return joined.underWay().stream().map(running -> running.activity().id()).toList();
  }

  private static List<PersonId> started(List<RolloutEvent> events) {
    return events.stream()
        .filter(ActivityStarted.class::isInstance)
        .flatMap(event -> ((ActivityStarted) event).people().stream())
        .toList();
  }

  private static List<ActivityPlan> planned(List<RolloutEvent> events) {
    return events.stream()
        .filter(ActivityPlanned.class::isInstance)
        .map(event -> ((ActivityPlanned) event).activity())
        .toList();
  }

  private static @Nullable Object fact(OneDepartment finance, String name) {
    return finance.now().gateReport(TUESDAY, RULES).facts().values().get(name);
  }
}
