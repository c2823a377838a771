package org.uitrol.adapters.api.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.ListAnswer;
import org.uitrol.adapters.files.AttendanceFile;
import org.uitrol.adapters.files.ListRead;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.session.AttendanceIntake;
import org.uitrol.application.session.AttendanceRow;
import org.uitrol.application.shared.RowOutcome;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SessionId;

/** Takes attendance over. A presenter may do so for own sessions only. */
@RestController
class AttendanceResource {

  private final AttendanceIntake intake;
  private final Streams streams;

  AttendanceResource(AttendanceIntake intake, Streams streams) {
    this.intake = intake;
    this.streams = streams;
  }

  /**
   * One person of a list.
   *
   * @param person an e-mail address or employee number
   * @param attended true or false, or a word that says so
   */
  record Item(@Nullable String person, @Nullable Object attended) {}

  @PostMapping(
      path = "/api/v1/sessions/{session}/attendance",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ListAnswer list(
      @PathVariable SessionId session,
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestBody List<Item> items,
      @AuthenticationPrincipal ConsoleUser user) {
    List<AttendanceRow> rows = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>();
    long number = 0;
    for (Item item : items) {
      number++;
      Optional<Boolean> attended = AttendanceFile.attended(String.valueOf(item.attended()));
      if (item.person() == null || item.person().isBlank()) {
        problems.add(problem(number, "person", "IDENTITY_MISSING", "is missing"));
      } else if (attended.isEmpty()) {
        problems.add(problem(number, "attended", "ATTENDED_UNKNOWN", "is neither yes nor no"));
      } else {
        rows.add(new AttendanceRow(number, item.person().strip(), attended.get()));
      }
    }
    return answer(session, preview, new ListRead<>(rows, problems, List.of()), user);
  }

  @PostMapping(path = "/api/v1/sessions/{session}/attendance", consumes = "text/csv")
  ListAnswer table(
      @PathVariable SessionId session,
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestBody byte[] table,
      @AuthenticationPrincipal ConsoleUser user) {
    return answer(session, preview, AttendanceFile.read(table), user);
  }

  private ListAnswer answer(
      SessionId session, boolean preview, ListRead<AttendanceRow> read, ConsoleUser user) {
    requireOwn(session, user);
    List<RowOutcome> outcomes =
        preview
            ? intake.preview(session, read.rows())
            : intake.take(session, read.rows(), user.actor());
    return ListAnswer.of(preview, outcomes, read.problems(), read.ignoredColumns());
  }

  private void requireOwn(SessionId session, ConsoleUser user) {
    boolean own =
        user.is(Role.CHANGE_MANAGER)
            || streams
                .state(session, SessionEvent.class, Session::evolve)
                .filter(one -> one.presenter() != null && one.presenter().equals(user.person()))
                .isPresent();
    if (!own) {
      throw new Rejected("UNKNOWN_SESSION", Map.of("session", session));
    }
  }

  private static RowProblem problem(long number, String field, String code, String reason) {
    return new RowProblem(number, field, code, reason, true);
  }
}
