package org.uitrol.adapters.web.people;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.adapters.people.RunningImports;
import org.uitrol.adapters.people.RunningImports.State;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.ImportReport;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.PeopleImport.Waiting;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.StageId;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleImportLog.PastImport;
import org.uitrol.domain.shared.Rejected;

/** Takes a people file over, in two steps: what it would do, and then doing it. */
@Controller
class ImportPages {

  private static final int SHOWN_IMPORTS = 10;
  private static final Duration SHORT_IMPORT = Duration.ofMillis(1_500);
  private static final String LOOK_AGAIN_SECONDS = "3";

  private final PeopleImport people;
  private final PeopleImportLog log;
  private final RunningImports imports;
  private final Orders orders;
  private final CampaignStore campaigns;
  private final Names names;
  private final Words words;

  ImportPages(
      PeopleImport people,
      PeopleImportLog log,
      RunningImports imports,
      Orders orders,
      CampaignStore campaigns,
      Names names,
      Words words) {
    this.people = people;
    this.log = log;
    this.imports = imports;
    this.orders = orders;
    this.campaigns = campaigns;
    this.names = names;
    this.words = words;
  }

  /** An import that was made. */
  record Past(PastImport row, String actor, State state) {}

  /** A problem with one row, in the reader's words where there are any. */
  record RowNote(RowProblem problem, String words) {}

  @GetMapping("/people/import")
  String form(Model model) {
    show(model);
    return "people/import";
  }

  @PostMapping("/people/import")
  ModelAndView preview(@RequestParam(required = false) @Nullable MultipartFile file, Model model) {
    if (file == null || file.isEmpty()) {
      return refused(words.say("import.noFile"), model);
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    try {
      Waiting waiting = people.look(PeopleFile.of(file::getInputStream));
      model.addAttribute("stage", waiting.stage());
      show(waiting.report(), name, model);
      return new ModelAndView("people/preview", model.asMap());
    } catch (UnreadablePeopleFile unreadable) {
      return refused(words.unreadable(unreadable), model);
    }
  }

  /** A short import is over before the next page comes; a long one has a page of its own. */
  @PostMapping("/people/import/apply")
  ModelAndView apply(
      @RequestParam StageId stage,
      @RequestParam(defaultValue = "") String hash,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next)
      throws InterruptedException {
    try {
      long number = imports.start(stage, hash, user.actor());
      imports.await(number, SHORT_IMPORT);
      PastImport past = log.find(number).orElseThrow(NotFound::new);
      if (!past.finished()) {
        return new ModelAndView("redirect:/people/import/" + number);
      }
      orders.settle();
      Done.say(next, done(past));
      return new ModelAndView("redirect:/people");
    } catch (Rejected refused) {
      return refused(words.rejected(refused), model);
    }
  }

  /** How far an import is. While it is at work, the browser looks again by itself. */
  @GetMapping("/people/import/{number}")
  String howFar(@PathVariable long number, Model model, HttpServletResponse response) {
    PastImport past = log.find(number).orElseThrow(NotFound::new);
    State state = imports.state(past);
    if (state == State.RUNNING) {
      response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
    }
    model.addAttribute("past", past);
    model.addAttribute("actor", names.actor(past.actor().value()));
    model.addAttribute("state", state);
    model.addAttribute("finished", state == State.FINISHED ? done(past) : "");
    model.addAttribute("goesOn", state != State.RUNNING && people.canGoOn(past));
    return "people/run";
  }

  @PostMapping("/people/import/{number}/stop")
  String stop(@PathVariable long number) throws InterruptedException {
    imports.askToStop(number);
    imports.await(number, SHORT_IMPORT);
    return "redirect:/people/import/" + number;
  }

  private String done(PastImport past) {
    return words.say("import.done", past.counts().added(), past.counts().changed());
  }

  private ModelAndView refused(String why, Model model) {
    model.addAttribute("refused", why);
    show(model);
    return new ModelAndView("people/import", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private void show(Model model) {
    List<Past> past =
        log.latest(SHOWN_IMPORTS).stream()
            .map(row -> new Past(row, names.actor(row.actor().value()), imports.state(row)))
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
