package org.uitrol.adapters.persistence.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.persistence.communication.PostgresMailStore;
import org.uitrol.adapters.persistence.session.PostgresSessionStore;
import org.uitrol.adapters.persistence.training.PostgresLearnerStore;
import org.uitrol.application.adoption.view.AdoptionStep;
import org.uitrol.application.adoption.view.ReachByViews;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.session.view.SeatRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class HowFarPeopleCame {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final RolloutId OTHER = new RolloutId("r-2");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final PersonId NOOR = new PersonId("p-3");
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");

  @Test
  void is_told_by_mails_sessions_and_courses(JdbcClient jdbc) {
    SessionStore sessions = new PostgresSessionStore(jdbc);
    sessions.put(session("s-1", ROLLOUT, ActivityKind.PRESENTATION));
    sessions.put(session("s-2", ROLLOUT, ActivityKind.DEMO));
    sessions.put(session("s-3", OTHER, ActivityKind.DEMO));
    sessions.put(seat("s-1", SANNE, true));
    sessions.put(seat("s-1", JOOST, false));
    sessions.put(seat("s-2", JOOST, true));
    sessions.put(seat("s-2", SANNE, null));
    sessions.put(seat("s-3", NOOR, true));
    MailStore mails = new PostgresMailStore(jdbc);
    mails.put(mail("d-1", NOOR, ROLLOUT, "why", Dispatch.State.HANDED_OVER));
    mails.put(mail("d-2", JOOST, ROLLOUT, "why", Dispatch.State.WAITING));
    mails.put(mail("d-3", JOOST, ROLLOUT, "invitation", Dispatch.State.HANDED_OVER));
    mails.put(mail("d-4", JOOST, OTHER, "why", Dispatch.State.HANDED_OVER));
    LearnerStore learners = new PostgresLearnerStore(jdbc);
    learners.put(learner("l-1", ROLLOUT, SANNE, LearnerRecord.State.COMPLETED));
    learners.put(learner("l-2", ROLLOUT, JOOST, LearnerRecord.State.ENROLLED));
    learners.put(learner("l-3", OTHER, NOOR, LearnerRecord.State.COMPLETED));

    ReachByViews views = new ReachByViews(sessions, mails, learners);
    Map<AdoptionStep, Set<PersonId>> reached =
        new PostgresReach(jdbc, views).of(ROLLOUT, Set.of("why"));
    assertThat(reached)
        .isEqualTo(
            Map.of(
                AdoptionStep.INVITED, Set.of(SANNE, JOOST),
                AdoptionStep.INFORMED, Set.of(SANNE, NOOR),
                AdoptionStep.DEMOED, Set.of(JOOST),
                AdoptionStep.TRAINED, Set.of(SANNE)));
    assertThat(views.of(ROLLOUT, Set.of("why"))).isEqualTo(reached);
  }

  @Test
  void is_nobody_where_nothing_happened_yet(JdbcClient jdbc) {
    ReachByViews views =
        new ReachByViews(
            new PostgresSessionStore(jdbc),
            new PostgresMailStore(jdbc),
            new PostgresLearnerStore(jdbc));
    assertThat(new PostgresReach(jdbc, views).of(ROLLOUT, Set.of()).values())
        .hasSize(4)
        .allMatch(Set::isEmpty);
  }

  private static SessionRow session(String id, RolloutId rollout, ActivityKind kind) {
    return new SessionRow(
        new SessionId(id),
        rollout,
        "a",
        kind,
        Text.of("nl", "Demo"),
        new Place(
            LocalDateTime.parse("2027-01-11T10:00"),
            ZoneId.of("Europe/Amsterdam"),
            60,
            new Room("b12", "B.12", 20, null)),
        SANNE,
        Session.State.ENDED,
        1,
        2,
        0);
  }

  private static SeatRow seat(String session, PersonId person, @Nullable Boolean attended) {
    return new SeatRow(new SessionId(session), person, null, false, attended, AT);
  }

  private static MailRow mail(
      String id, PersonId person, RolloutId rollout, String template, Dispatch.State state) {
    return new MailRow(
        new DispatchId(id),
        person,
        template,
        rollout,
        true,
        new Topic(Topic.Kind.SESSION, "s-1"),
        AT,
        AT,
        state,
        1,
        "250 ok",
        null,
        AT);
  }

  private static LearnerRow learner(
      String id, RolloutId rollout, PersonId person, LearnerRecord.State state) {
    return new LearnerRow(
        new LearnerRecordId(id), rollout, "a", "basics", person, AT, state, 1, AT, null, null);
  }
}
