package org.uitrol.adapters.web.lists;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.uitrol.adapters.files.UsageFile;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Uploads;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.adoption.UsageIntake;
import org.uitrol.application.adoption.UsageOutcome;
import org.uitrol.application.adoption.UsageReport;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.domain.shared.Rejected;

/** Takes reports of use over in two steps: what a report would change, and then changing it. */
@Controller
class UsagePages {

  private static final String KIND = "usage";
  private static final int SHOWN_NOTES = 500;

  private final UsageIntake intake;
  private final PendingLists pending;
  private final Orders orders;
  private final Words words;

  UsagePages(UsageIntake intake, PendingLists pending, Orders orders, Words words) {
    this.intake = intake;
    this.pending = pending;
    this.orders = orders;
    this.words = words;
  }

  /** Something to look at in the report. */
  record Note(long line, String where, String words) {}

  @GetMapping("/imports/usage")
  String upload(Model model) {
    model.addAttribute("day", "");
    return "lists/usage";
  }

  @PostMapping("/imports/usage")
  ModelAndView look(
      @RequestParam(defaultValue = "") String day,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal ConsoleUser user,
      Model model)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return refused(day, words.say("lists.noFile"), model);
    }
    byte[] bytes = Uploads.bytes(file);
    try {
      UsageReport report = UsageFile.read(bytes, day(day));
      UsageOutcome outcome = intake.preview(report);
      boolean sound = report.problems().isEmpty();
      if (sound) {
        pending.keep(user.id(), KIND, day, bytes);
      }
      model.addAttribute("name", Objects.requireNonNullElse(file.getOriginalFilename(), ""));
      return shown(report, outcome, day, false, model);
    } catch (DateTimeParseException e) {
      return refused(day, words.say("usage.noDay"), model);
    } catch (UnreadablePeopleFile unreadable) {
      return refused(day, words.unreadable(unreadable), model);
    } catch (Rejected refused) {
      return refused(day, words.rejected(refused), model);
    }
  }

  @PostMapping("/imports/usage/apply")
  ModelAndView take(
      @RequestParam(defaultValue = "") String day,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    Optional<byte[]> bytes = pending.take(user.id(), KIND, day);
    if (bytes.isEmpty()) {
      return refused(day, words.say("lists.gone"), model);
    }
    try {
      UsageReport report = UsageFile.read(bytes.get(), day(day));
      UsageOutcome outcome = intake.take(report, user.actor());
      orders.settle();
      model.addAttribute("name", "");
      return shown(report, outcome, day, true, model);
    } catch (Rejected refused) {
      return refused(day, words.rejected(refused), model);
    }
  }

  private ModelAndView shown(
      UsageReport report, UsageOutcome outcome, String day, boolean taken, Model model) {
    model.addAttribute("taken", taken);
    model.addAttribute("day", day);
    model.addAttribute("kind", report.layout());
    model.addAttribute("refreshedOn", report.refreshedOn());
    model.addAttribute("outcome", outcome);
    model.addAttribute("sound", report.problems().isEmpty());
    model.addAttribute("problems", problems(report));
    model.addAttribute("unknown", outcome.unknown().stream().limit(SHOWN_NOTES).toList());
    model.addAttribute("ignored", report.ignoredColumns());
    return new ModelAndView("lists/usage-preview", model.asMap());
  }

  private List<Note> problems(UsageReport report) {
    return report.problems().stream()
        .limit(SHOWN_NOTES)
        .map(one -> new Note(one.line(), one.column(), words.problem(one)))
        .toList();
  }

  private ModelAndView refused(String day, String why, Model model) {
    model.addAttribute("refused", why);
    model.addAttribute("day", day);
    return new ModelAndView("lists/usage", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static @Nullable LocalDate day(String text) {
    return text.isBlank() ? null : LocalDate.parse(text.strip());
  }
}
