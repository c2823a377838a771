package org.uitrol.adapters.web.people;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
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
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.ImportReport;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleImportLog.PastImport;
import org.uitrol.domain.shared.Rejected;

/** Takes a people file over, in two steps: what it would do, and then doing it. */
@Controller
class ImportPages {

  private static final int SHOWN_IMPORTS = 10;

  private final PeopleImport people;
  private final PeopleImportLog log;
  private final PendingFiles pending;
  private final Orders orders;
  private final CampaignStore campaigns;
  private final Names names;
  private final Words words;

  ImportPages(
      PeopleImport people,
      PeopleImportLog log,
      PendingFiles pending,
      Orders orders,
      CampaignStore campaigns,
      Names names,
      Words words) {
    this.people = people;
    this.log = log;
    this.pending = pending;
    this.orders = orders;
    this.campaigns = campaigns;
    this.names = names;
    this.words = words;
  }

  /** An import that was made. */
  record Past(PastImport row, String actor) {}

  /** A problem with one row, in the reader's words where there are any. */
  record RowNote(RowProblem problem, String words) {}

  @GetMapping("/people/import")
  String form(Model model) {
    show(model);
    return "people/import";
  }

  @PostMapping("/people/import")
  ModelAndView preview(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal ConsoleUser user,
      Model model)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return refused(words.say("import.noFile"), model);
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    try {
      PeopleFile source = PeopleFile.of(file.getBytes());
      ImportReport report = people.preview(source);
      pending.keep(user.id(), source);
      show(report, name, model);
      return new ModelAndView("people/preview", model.asMap());
    } catch (UnreadablePeopleFile unreadable) {
      return refused(words.unreadable(unreadable), model);
    }
  }

  @PostMapping("/people/import/apply")
  ModelAndView apply(
      @RequestParam(defaultValue = "") String hash,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    var file = pending.find(user.id());
    if (file.isEmpty()) {
      return refused(words.say("import.gone"), model);
    }
    try {
      ImportReport report = people.apply(file.get().file(), hash, user.actor(), (done, of) -> {});
      pending.forget(user.id());
      orders.settle();
      Done.say(next, words.say("import.done", report.counts().added(), report.counts().changed()));
      return new ModelAndView("redirect:/people");
    } catch (Rejected refused) {
      return refused(words.rejected(refused), model);
    }
  }

  private ModelAndView refused(String why, Model model) {
    model.addAttribute("refused", why);
    show(model);
    return new ModelAndView("people/import", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private void show(Model model) {
    List<Past> past =
        log.latest(SHOWN_IMPORTS).stream()
            .map(row -> new Past(row, names.actor(row.actor().value())))
            .toList();
    model.addAttribute("past", past);
  }

  private void show(ImportReport report, String name, Model model) {
    model.addAttribute("report", report);
    model.addAttribute("name", name);
    model.addAttribute(
        "problems",
        report.problems().stream()
            .map(problem -> new RowNote(problem, words.problem(problem)))
            .toList());
    model.addAttribute(
        "campaigns", campaigns.list().stream().filter(row -> row.status().isUnderWay()).toList());
    model.addAttribute("absent", report.absent().stream().limit(50).map(names::person).toList());
  }
}
