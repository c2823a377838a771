package org.uitrol.application.audit.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.GenericMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.audit.port.RecordedEvents;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Events;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerRecord;

class ViewsAsOfAnotherDate {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final SessionId SESSION = new SessionId("s-1");
  private static final LearnerRecordId COURSE = new LearnerRecordId("l-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final Instant MONDAY = Instant.parse("2027-03-01T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2027-03-02T08:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2027-03-03T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2027-03-05T08:00:00Z");

  private static final EventCatalog CATALOG = Events.all();

  private final Recorded events = new Recorded();
  private final Projections projections = new Projections(CATALOG, new NoText());
  private final Pasts pasts = new Pasts(events, CATALOG);

  @Test
  void hold_what_was_known_then_and_nothing_later() {
    events.add(planned(), MONDAY);
    events.add(attended(FRIDAY), FRIDAY);

    assertThat(sessions(AsOf.known(MONDAY.minusMillis(1))).find(SESSION)).isEmpty();
    assertThat(sessions(AsOf.known(MONDAY)).find(SESSION)).isPresent();
    assertThat(attendance(AsOf.known(WEDNESDAY))).isNull();
    assertThat(attendance(AsOf.known(FRIDAY))).isTrue();
  }

  @Test
  void count_a_list_of_attendance_since_the_session_was_over() {
    events.add(planned(), MONDAY);
    events.add(attended(FRIDAY), FRIDAY);

    assertThat(attendance(new AsOf(FRIDAY, WEDNESDAY)))
        .as("the session was on Tuesday, the list came on Friday")
        .isTrue();
    assertThat(attendance(new AsOf(FRIDAY, TUESDAY))).as("it had just begun").isNull();
    assertThat(attendance(new AsOf(FRIDAY.minusMillis(1), WEDNESDAY))).isNull();
  }

  @Test
  void count_a_course_since_it_was_completed() {
    events.add(enrolled(MONDAY), MONDAY);
    events.add(completed(TUESDAY, FRIDAY), FRIDAY);

    assertThat(course(AsOf.known(WEDNESDAY))).isEqualTo(LearnerRecord.State.ENROLLED);
    assertThat(course(new AsOf(FRIDAY, WEDNESDAY))).isEqualTo(LearnerRecord.State.COMPLETED);
    assertThat(course(new AsOf(FRIDAY, MONDAY))).isEqualTo(LearnerRecord.State.ENROLLED);
  }

  @Test
  void hold_nothing_of_what_did_not_exist_yet() {
    events.add(enrolled(WEDNESDAY), WEDNESDAY);
    events.add(completed(MONDAY, FRIDAY), FRIDAY);

    assertThat(learners(new AsOf(FRIDAY, TUESDAY)).find(COURSE))
        .as("the course was done before anybody was enrolled")
        .isEmpty();
    assertThat(course(AsOf.known(FRIDAY))).isEqualTo(LearnerRecord.State.COMPLETED);
  }

  @Test
  void are_filled_once_for_several_pages_and_anew_when_more_has_become_known() {
    events.add(planned(), MONDAY);
    AsOf friday = AsOf.known(FRIDAY);

    SessionStore first = sessions(friday);

    assertThat(sessions(friday)).isSameAs(first);
    assertThat(events.read).isEqualTo(1);
    events.add(attended(FRIDAY), FRIDAY);
    assertThat(attendance(friday)).isTrue();
  }

  @Test
  void are_forgotten_when_there_are_too_many() {
    events.add(planned(), MONDAY);
    SessionStore first = sessions(AsOf.known(MONDAY));

    for (int minute = 1; minute <= Pasts.MOST; minute++) {
      assertThat(sessions(AsOf.known(MONDAY.plusSeconds(minute))).find(SESSION)).isPresent();
    }

    assertThat(sessions(AsOf.known(MONDAY))).isNotSameAs(first);
  }

  @Test
  void never_hold_before_they_were_known() {
    assertThatThrownBy(() -> new AsOf(MONDAY, TUESDAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void exist_of_every_store() {
    assertThat(projections.all())
        .allSatisfy(
            one -> {
              ViewStore store = one.memory().get();
              assertThat(one.over(store)).isNotNull();
              assertThat(projections.named(one.name())).contains(one);
              assertThat(projections.storedIn(store)).contains(one);
            });
  }

  private SessionStore sessions(AsOf then) {
    return store(then, SessionStore.class);
  }

  private LearnerStore learners(AsOf then) {
    return store(then, LearnerStore.class);
  }

  private <S extends ViewStore> S store(AsOf then, Class<S> type) {
    Projection<?> projection =
        projections.all().stream().filter(one -> one.store() == type).findFirst().orElseThrow();
    return type.cast(pasts.of(then).store(projection));
  }

  private @Nullable Boolean attendance(AsOf then) {
    return sessions(then).seat(SESSION, SANNE).orElseThrow().attended();
  }

  private LearnerRecord.State course(AsOf then) {
    return learners(then).find(COURSE).orElseThrow().state();
  }

  private static SessionPlanned planned() {
    return new SessionPlanned(
        SESSION,
        ROLLOUT,
        "demo",
        ActivityKind.DEMO,
        Text.of("nl", "Demo"),
        new Place(
            LocalDateTime.parse("2027-03-02T09:00"),
            ZoneId.of("Europe/Amsterdam"),
            60,
            new Room("b12", "B.12", 20, null)),
        null,
        List.of(SANNE),
        MONDAY);
  }

  private static AttendanceRecorded attended(Instant at) {
    return new AttendanceRecorded(SESSION, ROLLOUT, "demo", ActivityKind.DEMO, SANNE, true, at);
  }

  private static LearnerEnrolled enrolled(Instant at) {
    return new LearnerEnrolled(COURSE, ROLLOUT, "basics", "basics", SANNE, FRIDAY, List.of(), at);
  }

  private static CourseCompleted completed(Instant completedAt, Instant at) {
    return new CourseCompleted(
        COURSE, ROLLOUT, "basics", "basics", SANNE, null, "lms", completedAt, at);
  }

  private record Position(long value) implements TrackingToken {

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
      return value >= ((Position) other).value;
    }

    @Override
    public OptionalLong position() {
      return OptionalLong.of(value);
    }
  }

  /** A history in memory. */
  private static final class Recorded implements RecordedEvents {

    private final List<GenericTrackedDomainEventMessage<?>> events = new ArrayList<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private int read;

    void add(DomainEvent event, Instant recordedAt) {
      String stream =
          event instanceof AttendanceRecorded || event instanceof SessionPlanned
              ? SESSION.value()
              : COURSE.value();
      long number = numbers.merge(stream, 1L, Long::sum) - 1;
      events.add(
          new GenericTrackedDomainEventMessage<>(
              new Position(events.size() + 1L),
              "any",
              stream,
              number,
              new GenericMessage<>(event),
              () -> recordedAt));
    }

    @Override
    public long positionAt(Instant recordedUntil) {
      return events.stream().filter(event -> !event.getTimestamp().isAfter(recordedUntil)).count();
    }

    @Override
    public Instant begin(Instant otherwise) {
      return otherwise;
    }

    @Override
    public void forEach(
        Set<String> names,
        long after,
        long until,
        Consumer<? super TrackedEventMessage<?>> visitor) {
      read++;
      events.stream()
          .filter(event -> names.contains(CATALOG.nameOf(event.getPayloadType())))
          .filter(event -> event.trackingToken().position().orElseThrow() > after)
          .filter(event -> event.trackingToken().position().orElseThrow() <= until)
          .forEach(visitor);
    }
  }

  /** No view but the trail needs it. */
  private static final class NoText implements EventText {

    @Override
    public String json(DomainEvent event) {
      throw new UnsupportedOperationException();
    }

    @Override
    public DomainEvent event(String name, String json) {
      throw new UnsupportedOperationException();
    }
  }
}
