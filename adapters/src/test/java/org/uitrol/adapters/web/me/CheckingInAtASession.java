package org.uitrol.adapters.web.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.application.session.port.CheckInCodes;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.PlanSession;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.Text;
import org.uitrol.support.RunningApplication;

class CheckingInAtASession {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static SmallTown town;
  private static Visitor visitor;

  @BeforeAll
  static void a_town() {
    town = new SmallTown(UITROL);
    town.begin();
    visitor = new Visitor(UITROL);
  }

  @Test
  void is_done_with_the_code_that_is_shown_there() {
    SessionId session = session("now", -10, SmallTown.EVA);
    String code = UITROL.bean(CheckInCodes.class).of(session);
    Visitor manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    assertThat(manager.get("/sessions/now").body()).contains(code);
    String page = town.ownPage(SmallTown.EVA);
    assertThat(visitor.get(page).body())
        .contains("Code that is shown there", "/sessions/now/check-in")
        .doesNotContain(code);

    String typed = " " + code.substring(0, 3).toLowerCase(Locale.ROOT) + "-" + code.substring(3);
    HttpResponse<String> answer = enter(SmallTown.EVA, session, typed);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(state(session).attendance()).containsEntry(SmallTown.EVA, true);
    assertThat(visitor.get(page).body()).doesNotContain("/sessions/now/check-in");
    int events = town.events(session);
    assertThat(enter(SmallTown.EVA, session, code).statusCode()).isEqualTo(303);
    assertThat(town.events(session)).as("once more changes nothing").isEqualTo(events);
  }

  @Test
  void is_refused_before_the_session_long_after_it_and_for_whoever_is_not_invited() {
    SessionId later = session("later", 60, SmallTown.EVA);
    SessionId past = session("past", -120, SmallTown.EVA);

    assertThat(enter(SmallTown.EVA, later, code(later)).statusCode()).isEqualTo(409);
    assertThat(enter(SmallTown.EVA, past, code(past)).body())
        .contains("Ask the presenter to note that you were there");
    assertThat(enter(SmallTown.JAN, later, code(later)).statusCode()).isEqualTo(409);
    assertThat(state(later).attendance()).isEmpty();
    assertThat(state(past).attendance()).isEmpty();
  }

  @Test
  void is_refused_after_many_wrong_codes_also_with_the_right_one() {
    SessionId session = session("guess", -10, SmallTown.EVA, SmallTown.JAN);
    for (int guess = 0; guess < 5; guess++) {
      assertThat(enter(SmallTown.EVA, session, "AAAAA" + guess).statusCode()).isEqualTo(409);
    }
    assertThat(enter(SmallTown.EVA, session, code(session)).statusCode()).isEqualTo(409);
    assertThat(state(session).attendance()).isEmpty();
    assertThat(enter(SmallTown.JAN, session, code(session)).statusCode())
        .as("others may still try")
        .isEqualTo(303);
  }

  private static HttpResponse<String> enter(PersonId person, SessionId session, String code) {
    return visitor.postWithout(
        town.ownPage(person) + "/sessions/" + session + "/check-in", Map.of("code", code));
  }

  private static String code(SessionId session) {
    return UITROL.bean(CheckInCodes.class).of(session);
  }

  private static Session state(SessionId session) {
    return UITROL
        .bean(Streams.class)
        .state(session, SessionEvent.class, Session::evolve)
        .orElseThrow();
  }

  /** An hour that begins so many minutes from now. */
  private static SessionId session(String id, int minutes, PersonId... invited) {
    LocalDateTime start =
        town.now()
            .atZone(SmallTown.ZONE)
            .toLocalDateTime()
            .plusMinutes(minutes)
            .truncatedTo(ChronoUnit.MINUTES);
    SessionId session = new SessionId(id);
    town.send(
        new PlanSession(
            session,
            SmallTown.ROLLOUT,
            "plans",
            ActivityKind.PRESENTATION,
            Text.of("en", "What are the plans?"),
            new Place(start, SmallTown.ZONE, 60, new Room("hall", "Hall", 40, null)),
            null,
            List.of(invited),
            town.now()));
    town.settle();
    return session;
  }
}
