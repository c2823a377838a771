package org.uitrol.application.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.uitrol.application.session.port.CheckInCodes;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SessionId;

/**
 * Somebody tells that they are at a session, by the code that is shown there: from its beginning
 * until shortly after its end.
 */
@Component
public class CheckIn {

  private static final Duration AFTER_THE_END = Duration.ofMinutes(30);

  private final CheckInCodes codes;
  private final Streams streams;
  private final CommandDesk desk;

  public CheckIn(CheckInCodes codes, Streams streams, CommandDesk desk) {
    this.codes = codes;
    this.streams = streams;
    this.desk = desk;
  }

  /**
   * Records that the person is there; once more changes nothing.
   *
   * @throws Rejected {@code NOT_INVITED}, {@code TOO_MANY_TRIES}, {@code CODE_WRONG}, {@code
   *     CHECK_IN_OVER}, or what the session refuses
   */
  public void enter(SessionId id, PersonId person, String typed, Actor actor) {
    Session session =
        streams
            .state(id, SessionEvent.class, Session::evolve)
            .filter(one -> one.knows(person))
            .orElseThrow(() -> new Rejected("NOT_INVITED", Map.of("session", id)));
    if (!codes.mayTry(id, person)) {
      throw new Rejected("TOO_MANY_TRIES");
    }
    String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (!MessageDigest.isEqual(bytes(code), bytes(codes.of(id)))) {
      throw new Rejected("CODE_WRONG");
    }
    Instant at = desk.now();
    if (at.isAfter(session.place().endsAt().toInstant().plus(AFTER_THE_END))) {
      throw new Rejected("CHECK_IN_OVER");
    }
    desk.send(new RecordAttendance(id, person, true, at), actor);
  }

  /** Whether a code can be entered at that moment. */
  public static boolean isOpen(Session.State state, Instant start, Instant end, Instant at) {
    return state != Session.State.CANCELLED
        && !at.isBefore(start)
        && !at.isAfter(end.plus(AFTER_THE_END));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
