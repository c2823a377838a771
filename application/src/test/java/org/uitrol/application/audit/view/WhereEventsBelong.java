package org.uitrol.application.audit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.Test;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.shared.Events;
import org.uitrol.application.shared.Trace;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeMoved;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RolloutEvent.StageEntered;
import org.uitrol.domain.rollout.RolloutPlan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.rollout.gate.Disclosure;
import org.uitrol.domain.rollout.gate.GatePlan;
import org.uitrol.domain.session.RoomDayEvent.RoomReserved;
import org.uitrol.domain.session.Slot;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.ParticipationId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.RoomDayId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyPlan;

class WhereEventsBelong {

  private static final CampaignId COPILOT = new CampaignId("copilot-2027");
  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final DepartmentId LEGAL = new DepartmentId("legal");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final SurveyId SURVEY = new SurveyId("q-1");
  private static final SessionId SESSION = new SessionId("s-1");
  private static final PersonId OWNER = new PersonId("p-9");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant RECORDED = Instant.parse("2027-01-11T08:00:01Z");

  private final List<EventMessage<?>> messages = new ArrayList<>();

  @Test
  void what_a_rollout_tells_belongs_to_its_campaign_and_department() {
    started();
    tell("e-2", "r-1", new StageEntered(ROLLOUT, StageName.ANNOUNCE, MONDAY, null, MONDAY));

    TrailRow entered = row(filled(), "e-2");
    assertThat(entered.campaign()).isEqualTo(COPILOT);
    assertThat(entered.department()).isEqualTo(FINANCE);
    assertThat(entered.person()).isNull();
    assertThat(entered.name()).isEqualTo("stage.entered");
    assertThat(entered.revision()).isEqualTo(1);
    assertThat(entered.stream()).isEqualTo("r-1");
    assertThat(entered.at()).isEqualTo(MONDAY);
    assertThat(entered.recordedAt()).isEqualTo(RECORDED);
    assertThat(entered.actor()).isEqualTo("timer");
    assertThat(entered.cause()).isEqualTo("c-1");
    assertThat(entered.correlation()).isEqualTo("k-1");
    assertThat(entered.payload()).contains("StageEntered");
  }

  @Test
  void what_a_survey_tells_belongs_where_its_rollout_does() {
    started();
    tell("e-2", "q-1", opened());
    tell(
        "e-3", "x-1", new ParticipationRecorded(new ParticipationId("x-1"), SURVEY, SANNE, MONDAY));

    TrailRow took = row(filled(), "e-3");
    assertThat(took.campaign()).isEqualTo(COPILOT);
    assertThat(took.department()).isEqualTo(FINANCE);
    assertThat(took.person()).isEqualTo(SANNE);
  }

  @Test
  void what_names_nothing_of_a_campaign_belongs_where_its_cause_does() {
    started();
    tell(
        "e-2",
        "room/b12/2027-01-14",
        new RoomReserved(
            new RoomDayId("room/b12/2027-01-14"),
            SESSION,
            new Slot(LocalTime.of(10, 0), LocalTime.of(11, 0)),
            MONDAY),
        "e-1");

    assertThat(row(filled(), "e-2").campaign()).isEqualTo(COPILOT);
  }

  @Test
  void a_campaigns_own_events_are_in_its_history_and_in_that_of_each_department() {
    tell("e-1", "campaign/copilot-2027", waveStarted());

    TrailStore trail = filled();
    assertThat(row(trail, "e-1").department()).as("of one department only").isNull();
    assertThat(search(trail, TrailFilter.ofCampaign(COPILOT))).containsExactly("e-1");
    assertThat(search(trail, TrailFilter.ofDepartment(FINANCE))).containsExactly("e-1");
    assertThat(search(trail, TrailFilter.ofDepartment(LEGAL))).containsExactly("e-1");
  }

  @Test
  void a_move_is_in_the_history_of_both_departments_and_of_no_campaign() {
    tell("e-1", "employee/p-1", new EmployeeMoved(SANNE, FINANCE, LEGAL, MONDAY));

    TrailStore trail = filled();
    assertThat(row(trail, "e-1").campaign()).isNull();
    assertThat(row(trail, "e-1").person()).isEqualTo(SANNE);
    assertThat(search(trail, TrailFilter.ofDepartment(FINANCE))).containsExactly("e-1");
    assertThat(search(trail, TrailFilter.ofDepartment(LEGAL))).containsExactly("e-1");
  }

  @Test
  void what_concerns_many_is_in_the_history_of_each_of_them() {
    started();
    tell("e-2", "q-1", opened());

    TrailStore trail = filled();
    assertThat(row(trail, "e-1").person()).isNull();
    assertThat(search(trail, TrailFilter.ofPerson(SANNE))).containsExactly("e-2", "e-1");
    assertThat(search(trail, TrailFilter.ofPerson(JOOST))).containsExactly("e-1");
    assertThat(search(trail, TrailFilter.ofPerson(OWNER))).containsExactly("e-1");
  }

  private void started() {
    CalendarRule calendar =
        new CalendarRule(
            ZoneId.of("Europe/Amsterdam"),
            "NL",
            EnumSet.of(DayOfWeek.MONDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0),
            List.of());
    RolloutPlan plan =
        new RolloutPlan(
            calendar,
            List.of(new StagePlan(StageName.ANNOUNCE, List.of(), new GatePlan(List.of(), 0, null))),
            List.of());
    tell(
        "e-1",
        "r-1",
        new RolloutStarted(
            ROLLOUT,
            COPILOT,
            FINANCE,
            1,
            plan,
            OWNER,
            List.of(SANNE, JOOST),
            List.of(),
            List.of(Disclosure.values()),
            MONDAY));
  }

  private static DomainEvent opened() {
    return new SurveyOpened(
        SURVEY,
        ROLLOUT,
        "readiness",
        new SurveyPlan(Text.of("nl", "Klaar?"), null, List.of()),
        5,
        List.of(SANNE),
        MONDAY,
        List.of(),
        MONDAY);
  }

  private static DomainEvent waveStarted() {
    return new WaveStarted(COPILOT, "pilot", 1, List.of(FINANCE, LEGAL), MONDAY);
  }

  private static TrailRow row(TrailStore trail, String event) {
    return trail.find(event).orElseThrow();
  }

  private static List<String> search(TrailStore trail, TrailFilter filter) {
    return trail.search(filter, null, 10).rows().stream().map(TrailRow::event).toList();
  }

  private void tell(String id, String stream, DomainEvent event) {
    tell(id, stream, event, "c-1");
  }

  private void tell(String id, String stream, DomainEvent event, String cause) {
    Map<String, String> trace =
        Map.of(Trace.ACTOR, "timer", Trace.CAUSE, cause, Trace.CORRELATION, "k-1");
    messages.add(
        new GenericTrackedDomainEventMessage<>(
            new Position(messages.size() + 1L),
            new GenericDomainEventMessage<>(
                "kind", stream, 0, new GenericMessage<>(id, event, trace), RECORDED)));
  }

  /** Delivers each event once, and looks whether twice or once more after a reset is the same. */
  private TrailStore filled() {
    TrailStore once = new MemoryTrailStore();
    deliver(adapter(once), 1);

    TrailStore twice = new MemoryTrailStore();
    deliver(adapter(twice), 2);
    assertThat(content(twice)).isEqualTo(content(once)).isNotEmpty();

    TrailStore again = new MemoryTrailStore();
    AnnotationEventHandlerAdapter handlers = adapter(again);
    deliver(handlers, 1);
    handlers.prepareReset(null);
    assertThat(content(again)).isEmpty();
    deliver(handlers, 1);
    assertThat(content(again)).isEqualTo(content(once));
    return once;
  }

  private static List<TrailRow> content(TrailStore store) {
    List<TrailRow> rows = new ArrayList<>();
    store.forEach(TrailFilter.ALL, rows::add);
    return rows;
  }

  private void deliver(AnnotationEventHandlerAdapter handlers, int times) {
    for (EventMessage<?> message : messages) {
      for (int i = 0; i < times; i++) {
        try {
          handlers.handle(message);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private static AnnotationEventHandlerAdapter adapter(TrailStore store) {
    EventText texts =
        new EventText() {
          @Override
          public String json(DomainEvent event) {
            return event.toString();
          }

          @Override
          public DomainEvent event(String name, String json) {
            throw new UnsupportedOperationException();
          }
        };
    return new AnnotationEventHandlerAdapter(new TrailProjector(store, Events.all(), texts));
  }

  /** A place in the history. */
  private record Position(long number) implements TrackingToken {

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
      return covers(other) ? other : this;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
      return covers(other) ? this : other;
    }

    @Override
    public boolean covers(TrackingToken other) {
      return other.position().orElseThrow() <= number;
    }

    @Override
    public OptionalLong position() {
      return OptionalLong.of(number);
    }
  }
}
