package org.uitrol.adapters.web.lists;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.files.AttendanceFile;
import org.uitrol.adapters.files.CompletionsFile;
import org.uitrol.adapters.files.ListRead;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Uploads;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.AttendanceIntake;
import org.uitrol.application.session.AttendanceRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.shared.RowOutcome;
import org.uitrol.application.shared.RowOutcome.Result;
import org.uitrol.application.training.CompletionIntake;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SessionId;

/** Takes lists over in two steps: what a file would change, and then changing it. */
@Controller
class ListPages {

  private static final String ATTENDANCE = "attendance";
  private static final String COMPLETIONS = "completions";
  private static final int SHOWN_SESSIONS = 200;

  private final AttendanceIntake attendance;
  private final CompletionIntake completions;
  private final PendingLists pending;
  private final CampaignStore campaigns;
  private final RolloutStore rollouts;
  private final SessionStore sessions;
  private final Orders orders;
  private final Names names;
  private final Words words;

  ListPages(
      AttendanceIntake attendance,
      CompletionIntake completions,
      PendingLists pending,
      CampaignStore campaigns,
      RolloutStore rollouts,
      SessionStore sessions,
      Orders orders,
      Names names,
      Words words) {
    this.attendance = attendance;
    this.completions = completions;
    this.pending = pending;
    this.campaigns = campaigns;
    this.rollouts = rollouts;
    this.sessions = sessions;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** A session to choose. */
  record Choice(SessionId session, String label) {}

  /** A row with something to look at. */
  record Note(long line, String column, String who, String words) {}

  @GetMapping("/imports/attendance")
  String attendance(@RequestParam(defaultValue = "") String session, Model model) {
    show(ATTENDANCE, session, model);
    return "lists/upload";
  }

  @PostMapping("/imports/attendance")
  ModelAndView lookAtAttendance(
      @RequestParam(defaultValue = "") String session,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal ConsoleUser user,
      Model model)
      throws IOException {
    return look(
        ATTENDANCE,
        session,
        file,
        bytes -> {
          ListRead<AttendanceRow> read = AttendanceFile.read(bytes);
          return new Seen(
              attendance.preview(chosen(session), read.rows()),
              read.problems(),
              read.ignoredColumns());
        },
        user,
        model);
  }

  @PostMapping("/imports/attendance/apply")
  ModelAndView takeAttendance(
      @RequestParam(defaultValue = "") String session,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    return take(
        ATTENDANCE,
        session,
        bytes -> attendance.take(chosen(session), AttendanceFile.read(bytes).rows(), user.actor()),
        "/sessions/" + session,
        user,
        model,
        next);
  }

  @GetMapping("/imports/completions")
  String completions(Model model) {
    show(COMPLETIONS, "", model);
    return "lists/upload";
  }

  @PostMapping("/imports/completions")
  ModelAndView lookAtCompletions(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal ConsoleUser user,
      Model model)
      throws IOException {
    return look(
        COMPLETIONS,
        "",
        file,
        bytes -> {
          var read = CompletionsFile.read(bytes, words.zone());
          return new Seen(completions.preview(read.rows()), read.problems(), read.ignoredColumns());
        },
        user,
        model);
  }

  @PostMapping("/imports/completions/apply")
  ModelAndView takeCompletions(
      @AuthenticationPrincipal ConsoleUser user, Model model, RedirectAttributes next) {
    return take(
        COMPLETIONS,
        "",
        bytes ->
            completions.take(CompletionsFile.read(bytes, words.zone()).rows(), "csv", user.actor()),
        "/imports/completions",
        user,
        model,
        next);
  }

  private record Seen(
      List<RowOutcome> outcomes, List<RowProblem> problems, List<String> ignoredColumns) {}

  private interface Look {
    Seen at(byte[] bytes);
  }

  private interface Take {
    List<RowOutcome> over(byte[] bytes);
  }

  private ModelAndView look(
      String kind,
      String session,
      @Nullable MultipartFile file,
      Look look,
      ConsoleUser user,
      Model model)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return refused(kind, session, words.say("lists.noFile"), model);
    }
    byte[] bytes = Uploads.bytes(file);
    try {
      Seen seen = look.at(bytes);
      pending.keep(user.id(), kind, session, bytes);
      show(kind, session, model);
      model.addAttribute("name", Objects.requireNonNullElse(file.getOriginalFilename(), ""));
      model.addAttribute("added", count(seen.outcomes(), Result.ADDED));
      model.addAttribute("changed", count(seen.outcomes(), Result.CHANGED));
      model.addAttribute("unchanged", count(seen.outcomes(), Result.UNCHANGED));
      model.addAttribute("notes", notes(seen));
      model.addAttribute("ignored", seen.ignoredColumns());
      return new ModelAndView("lists/preview", model.asMap());
    } catch (UnreadablePeopleFile unreadable) {
      return refused(kind, session, words.unreadable(unreadable), model);
    } catch (Rejected refused) {
      return refused(kind, session, words.rejected(refused), model);
    }
  }

  private ModelAndView take(
      String kind,
      String session,
      Take take,
      String then,
      ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    Optional<byte[]> bytes = pending.take(user.id(), kind, session);
    if (bytes.isEmpty()) {
      return refused(kind, session, words.say("lists.gone"), model);
    }
    try {
      List<RowOutcome> outcomes = take.over(bytes.get());
      orders.settle();
      Done.say(
          next,
          words.say("lists.done", count(outcomes, Result.ADDED) + count(outcomes, Result.CHANGED)));
      return new ModelAndView("redirect:" + then);
    } catch (Rejected refused) {
      return refused(kind, session, words.rejected(refused), model);
    }
  }

  private ModelAndView refused(String kind, String session, String why, Model model) {
    model.addAttribute("refused", why);
    show(kind, session, model);
    return new ModelAndView("lists/upload", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private void show(String kind, String session, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("chosen", session);
    model.addAttribute("title", words.say("lists." + kind));
    model.addAttribute("choices", kind.equals(ATTENDANCE) ? begun() : List.of());
    model.addAttribute("path", "/imports/" + kind);
  }

  /** The sessions that have begun, the latest first. */
  private List<Choice> begun() {
    Instant now = orders.now();
    return campaigns.list().stream()
        .flatMap(campaign -> rollouts.ofCampaign(campaign.campaign()).stream())
        .flatMap(
            rollout ->
                sessions.ofRollout(rollout.rollout()).stream()
                    .filter(row -> row.state() != Session.State.CANCELLED)
                    .filter(row -> !row.place().startsAt().toInstant().isAfter(now))
                    .map(row -> new Dated(row, names.department(rollout.department()))))
        .sorted(Comparator.comparing(Dated::start).reversed())
        .limit(SHOWN_SESSIONS)
        .map(one -> new Choice(one.row().session(), one.label(words)))
        .toList();
  }

  private record Dated(SessionRow row, String department) {

    Instant start() {
      return row.place().startsAt().toInstant();
    }

    String label(Words words) {
      return words.dateTime(row.place().start())
          + " · "
          + department
          + " · "
          + words.text(row.title());
    }
  }

  private List<Note> notes(Seen seen) {
    List<Note> notes = new ArrayList<>();
    for (RowProblem problem : seen.problems()) {
      notes.add(new Note(problem.line(), problem.column(), "", words.problem(problem)));
    }
    for (RowOutcome outcome : seen.outcomes()) {
      if (outcome.result() == Result.REFUSED) {
        String why = words.rejected(new Rejected(outcome.code(), outcome.facts()));
        notes.add(new Note(outcome.line(), "", outcome.who(), why));
      }
    }
    notes.sort(Comparator.comparingLong(Note::line));
    return notes;
  }

  private static SessionId chosen(String session) {
    if (session.isBlank()) {
      throw new Rejected("SESSION_MISSING");
    }
    return new SessionId(session);
  }

  private static int count(List<RowOutcome> outcomes, Result result) {
    return (int) outcomes.stream().filter(outcome -> outcome.result() == result).count();
  }
}
