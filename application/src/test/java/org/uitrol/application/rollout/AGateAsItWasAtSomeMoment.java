package org.uitrol.application.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityReport;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutPlan;
import org.uitrol.domain.rollout.Rules;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Blocker.Reason;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

class AGateAsItWasAtSomeMoment {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2027-01-12T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2027-01-15T08:00:00Z");
  private static final ActivityPlan NEWS =
      new ActivityPlan("news", ActivityKind.ANNOUNCEMENT, "why-copilot", 0, 0, null, null);
  private static final Rules RULES =
      new Rules(
          (condition, facts) ->
              new Finding(condition, Finding.Result.FAILS, new TreeMap<>(facts.values())),
          (country, date) -> false);

  private final GateReports reports =
      new GateReports(
          new Streams(
              storeOf(
                  List.of(
                      started(),
                      new StageEntered(ROLLOUT, StageName.ANNOUNCE, TUESDAY, null, MONDAY),
                      new ActivityPlanned(ROLLOUT, NEWS, MONDAY, MONDAY),
                      new ActivityStarted(ROLLOUT, NEWS, List.of(), MONDAY, TUESDAY),
                      new ActivityDone(ROLLOUT, "news", FRIDAY)))),
          RULES);

  @Test
  void is_not_there_before_the_rollout_began() {
    assertThat(reports.report(ROLLOUT, MONDAY.minusSeconds(1))).isEmpty();
    assertThat(reports.report(new RolloutId("none"), FRIDAY)).isEmpty();
  }

  @Test
  void is_closed_by_what_had_not_happened_by_then() {
    assertThat(reasons(MONDAY))
        .containsExactly(Reason.TOO_EARLY, Reason.ACTIVITY_OPEN, Reason.CONDITION_FAILS);
    assertThat(reasons(TUESDAY)).containsExactly(Reason.ACTIVITY_OPEN, Reason.CONDITION_FAILS);
    assertThat(reasons(FRIDAY)).containsExactly(Reason.CONDITION_FAILS);
  }

  @Test
  void shows_how_far_each_activity_was() {
    assertThat(states(MONDAY)).containsExactly("planned");
    assertThat(states(TUESDAY)).containsExactly("started");
    assertThat(states(FRIDAY)).containsExactly("over");
  }

  private List<Reason> reasons(Instant at) {
    return reports.report(ROLLOUT, at).orElseThrow().gate().blockers().stream()
        .map(Blocker::reason)
        .toList();
  }

  private List<String> states(Instant at) {
    return reports.report(ROLLOUT, at).orElseThrow().activities().stream()
        .map(ActivityReport::state)
        .toList();
  }

  private static RolloutEvent started() {
    CalendarRule calendar =
        new CalendarRule(
            ZoneId.of("Europe/Amsterdam"),
            "NL",
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            List.of());
    GatePlan gate = new GatePlan(List.of("responses.rate >= 0.4"), 1, null);
    return new RolloutStarted(
        ROLLOUT,
        new CampaignId("copilot-2027"),
        new DepartmentId("finance"),
        1,
        new RolloutPlan(
            calendar, List.of(new StagePlan(StageName.ANNOUNCE, List.of(NEWS), gate)), List.of()),
        new PersonId("p-9"),
        List.of(),
        List.of(),
        List.of(Disclosure.values()),
        MONDAY);
  }

  /** A store that holds the stream of this one rollout, and can do nothing else. */
  private static EventStore storeOf(List<RolloutEvent> events) {
    List<DomainEventMessage<?>> messages = new ArrayList<>();
    for (RolloutEvent event : events) {
      messages.add(
          new GenericDomainEventMessage<>("rollout", ROLLOUT.value(), messages.size(), event));
    }
    return (EventStore)
        Proxy.newProxyInstance(
            EventStore.class.getClassLoader(),
            new Class<?>[] {EventStore.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("readEvents")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return ROLLOUT.value().equals(arguments[0])
                  ? DomainEventStream.of(messages)
                  : DomainEventStream.empty();
            });
  }
}
