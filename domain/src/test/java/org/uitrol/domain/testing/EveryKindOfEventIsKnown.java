package org.uitrol.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.domain.adoption.UsageEvent;
import org.uitrol.domain.adoption.UsageImport;
import org.uitrol.domain.campaign.Campaign;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.consultation.Consultation;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.MailConsent;
import org.uitrol.domain.communication.MailConsentEvent;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.directory.Department;
import org.uitrol.domain.directory.DepartmentEvent;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.ErasureEvent;
import org.uitrol.domain.followup.FollowUpCase;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.hold.Hold;
import org.uitrol.domain.hold.HoldEvent;
import org.uitrol.domain.rebuild.Rebuild;
import org.uitrol.domain.rebuild.RebuildEvent;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildBegun;
import org.uitrol.domain.retention.Retention;
import org.uitrol.domain.retention.RetentionEvent;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.session.CalendarFeed;
import org.uitrol.domain.session.CalendarFeedEvent;
import org.uitrol.domain.session.RoomDay;
import org.uitrol.domain.session.RoomDayEvent;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.survey.Participation;
import org.uitrol.domain.survey.ParticipationEvent;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathEvent;

class EveryKindOfEventIsKnown {

  private record Aggregate<S, E extends DomainEvent>(
      Class<E> sealed, History.Evolver<S, E> evolver, List<E> begun, boolean beginsWithAny) {

    List<E> oneOfEach() {
      return new ArrayList<>(Samples.kindsOf(sealed).stream().<E>map(Samples::of).toList());
    }

    void takesIn(E event) {
      List<E> events = new ArrayList<>(begun);
      events.add(event);
      assertThat(History.of(evolver, events)).isNotNull();
    }

    void cannotBeginWith(E event) {
      assertThatThrownBy(() -> History.of(evolver, List.of(event)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(event.getClass().getSimpleName());
    }

    Stream<DynamicTest> known() {
      return oneOfEach().stream()
          .map(
              event ->
                  DynamicTest.dynamicTest(event.getClass().getSimpleName(), () -> takesIn(event)));
    }

    Stream<DynamicTest> notTheFirst() {
      return beginsWithAny
          ? Stream.of()
          : oneOfEach().stream()
              .filter(event -> event.getClass() != begun.get(0).getClass())
              .filter(event -> event.getClass() != ALSO_BEGINS)
              .map(
                  event ->
                      DynamicTest.dynamicTest(
                          event.getClass().getSimpleName(), () -> cannotBeginWith(event)));
    }
  }

  /** A database that was restored may not know who asked. */
  private static final Class<?> ALSO_BEGINS = ErasureEvent.ErasureRepeated.class;

  private static final List<Aggregate<?, ?>> ALL =
      List.of(
          begins(CampaignEvent.class, Campaign::evolve, CampaignEvent.PlanDrafted.class),
          begins(
              ConsultationEvent.class, Consultation::evolve, ConsultationEvent.CouncilAsked.class),
          begins(
              RolloutEvent.class,
              DepartmentRollout::evolve,
              RolloutEvent.RolloutStarted.class,
              RolloutEvent.ActivityPlanned.class),
          begins(SessionEvent.class, Session::evolve, SessionEvent.SessionPlanned.class),
          begins(SurveyEvent.class, Survey::evolve, SurveyEvent.SurveyOpened.class),
          begins(LearnerEvent.class, LearnerRecord::evolve, LearnerEvent.LearnerEnrolled.class),
          begins(SkillPathEvent.class, SkillPath::evolve, SkillPathEvent.PathBegun.class),
          begins(FollowUpEvent.class, FollowUpCase::evolve, FollowUpEvent.FollowUpOpened.class),
          begins(ConcernEvent.class, Concern::evolve, ConcernEvent.ConcernRaised.class),
          begins(DispatchEvent.class, Dispatch::evolve, DispatchEvent.DispatchRequested.class),
          begins(EmployeeEvent.class, Employee::evolve, EmployeeEvent.EmployeeJoined.class),
          begins(ErasureEvent.class, Erasure::evolve, ErasureEvent.ErasureRequested.class),
          begins(RebuildEvent.class, Rebuild::evolve, RebuildBegun.class),
          begins(HoldEvent.class, Hold::evolve, HoldEvent.HoldBegan.class),
          anyFirst(RetentionEvent.class, Retention::evolve),
          anyFirst(UsageEvent.class, UsageImport::evolve),
          anyFirst(RoomDayEvent.class, RoomDay::evolve),
          anyFirst(CalendarFeedEvent.class, CalendarFeed::evolve),
          anyFirst(MailConsentEvent.class, MailConsent::evolve),
          anyFirst(ParticipationEvent.class, Participation::evolve),
          anyFirst(DepartmentEvent.class, Department::evolve));

  @TestFactory
  Stream<DynamicTest> is_taken_in_by_its_aggregate() {
    return ALL.stream().flatMap(Aggregate::known);
  }

  @TestFactory
  Stream<DynamicTest> comes_after_the_one_that_begins_its_aggregate() {
    return ALL.stream().flatMap(Aggregate::notTheFirst);
  }

  @Test
  void and_there_are_dozens_of_them() {
    assertThat(ALL.stream().flatMap(Aggregate::known)).hasSizeGreaterThan(70);
    assertThat(ALL.stream().flatMap(Aggregate::notTheFirst)).hasSizeGreaterThan(55);
  }

  @SafeVarargs
  private static <S, E extends DomainEvent> Aggregate<S, E> begins(
      Class<E> sealed, History.Evolver<S, E> evolver, Class<? extends E>... first) {
    List<E> begun = new ArrayList<>();
    for (Class<? extends E> kind : first) {
      begun.add(Samples.of(kind));
    }
    return new Aggregate<>(sealed, evolver, begun, false);
  }

  private static <S, E extends DomainEvent> Aggregate<S, E> anyFirst(
      Class<E> sealed, History.Evolver<S, E> evolver) {
    return new Aggregate<>(sealed, evolver, List.of(), true);
  }
}
