package org.uitrol.application.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.RowOutcome;
import org.uitrol.application.shared.RowOutcome.Result;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.RecordAttendance;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SessionId;

/**
 * Takes over a list of who was at a session, row by row: a row that is refused doesn't stop the
 * others, and the same list twice changes nothing.
 */
@Component
public class AttendanceIntake {

  private final PersonReferences people;
  private final Streams streams;
  private final CommandDesk desk;

  public AttendanceIntake(PersonReferences people, Streams streams, CommandDesk desk) {
    this.people = people;
    this.streams = streams;
    this.desk = desk;
  }

  /**
   * Tells what the list would change; changes nothing.
   *
   * @throws Rejected {@code UNKNOWN_SESSION}
   */
  public List<RowOutcome> preview(SessionId session, List<AttendanceRow> rows) {
    return each(session, rows, command -> {});
  }

  /**
   * Records the list.
   *
   * @throws Rejected {@code UNKNOWN_SESSION}
   */
  public List<RowOutcome> take(SessionId session, List<AttendanceRow> rows, Actor actor) {
    return each(session, rows, command -> desk.send(command, actor));
  }

  private interface Work {
    void on(RecordAttendance command);
  }

  private List<RowOutcome> each(SessionId id, List<AttendanceRow> rows, Work work) {
    Session session =
        streams
            .state(id, SessionEvent.class, Session::evolve)
            .orElseThrow(() -> new Rejected("UNKNOWN_SESSION", Map.of("session", id)));
    Map<PersonId, AttendanceRow> seen = new HashMap<>();
    List<RowOutcome> outcomes = new ArrayList<>();
    for (AttendanceRow row : rows) {
      Optional<PersonId> person = people.find(row.who());
      if (person.isEmpty()) {
        outcomes.add(RowOutcome.refused(row.line(), row.who(), "UNKNOWN_PERSON", Map.of()));
        continue;
      }
      AttendanceRow earlier = seen.putIfAbsent(person.get(), row);
      if (earlier != null && attended(session, earlier) != attended(session, row)) {
        outcomes.add(
            RowOutcome.refused(
                row.line(), row.who(), "PERSON_TWICE", Map.of("line", earlier.line())));
      } else if (earlier != null) {
        outcomes.add(RowOutcome.of(row.line(), row.who(), Result.UNCHANGED));
      } else {
        outcomes.add(one(session, person.get(), row, work));
      }
    }
    return outcomes;
  }

  private RowOutcome one(Session session, PersonId person, AttendanceRow row, Work work) {
    RecordAttendance command =
        new RecordAttendance(session.id(), person, attended(session, row), desk.now());
    try {
      if (session.recordAttendance(command).isEmpty()) {
        return RowOutcome.of(row.line(), row.who(), Result.UNCHANGED);
      }
      work.on(command);
      boolean known = session.attendance().containsKey(person);
      return RowOutcome.of(row.line(), row.who(), known ? Result.CHANGED : Result.ADDED);
    } catch (Rejected refused) {
      return RowOutcome.refused(row.line(), row.who(), refused.code(), refused.facts());
    }
  }

  private static boolean attended(Session session, AttendanceRow row) {
    return row.attended(session.place().minutes());
  }
}
