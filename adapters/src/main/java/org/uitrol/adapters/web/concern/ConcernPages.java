package org.uitrol.adapters.web.concern;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.concern.Concerns.Question;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.concern.port.ConcernTexts.Part;
import org.uitrol.application.concern.port.ConcernTexts.Written;
import org.uitrol.application.concern.view.ConcernRow;
import org.uitrol.application.concern.view.ConcernStore;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.Concern.Status;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.concern.ConcernCommand.ChangeOwner;
import org.uitrol.domain.concern.ConcernCommand.MarkConcern;
import org.uitrol.domain.concern.ConcernCommand.UnmarkConcern;
import org.uitrol.domain.concern.ConcernCommand.WithdrawConcern;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/**
 * The register of concerns. Change managers answer; the works council raises, marks and reads. Who
 * asked by name is shown to change managers alone.
 */
@Controller
class ConcernPages {

  private static final String OPEN = "open";
  private static final String MUST = "must";
  private static final String ALL = "all";

  /** Beside which field each refusal is said. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "QUESTION_MISSING", "question",
          "ANSWER_MISSING", "answer",
          "REASON_MISSING", "reason",
          "OWNER_UNKNOWN", "owner",
          "ASKER_NOT_FOUND", "asker",
          "UNKNOWN_CAMPAIGN", "campaign");

  private final ConcernStore concerns;
  private final ConcernTexts texts;
  private final Concerns intake;
  private final CampaignStore campaigns;
  private final DirectoryStore directory;
  private final PersonReferences people;
  private final MailQuestions mails;
  private final SurveyQuestions surveys;
  private final Orders orders;
  private final Names names;
  private final Words words;

  ConcernPages(
      ConcernStore concerns,
      ConcernTexts texts,
      Concerns intake,
      CampaignStore campaigns,
      DirectoryStore directory,
      PersonReferences people,
      MailQuestions mails,
      SurveyQuestions surveys,
      Orders orders,
      Names names,
      Words words) {
    this.concerns = concerns;
    this.texts = texts;
    this.intake = intake;
    this.campaigns = campaigns;
    this.directory = directory;
    this.people = people;
    this.mails = mails;
    this.surveys = surveys;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** A concern in the register. */
  record Listed(ConcernRow row, String campaign, String department, String owner, boolean late) {}

  /** One version of the answer, with the question as everybody may read it. */
  record Answer(int version, String question, String text) {}

  /** What was typed to raise a concern, as it was typed. */
  record Asking(
      @Nullable String campaign,
      @Nullable String department,
      @Nullable ConcernCategory category,
      @Nullable String asker,
      @Nullable String question,
      @Nullable Boolean mustAnswer,
      @Nullable Long mail) {

    private static String of(@Nullable String typed) {
      return typed == null ? "" : typed.strip();
    }
  }

  /** A text of a survey that results show. */
  record Quoted(
      @Nullable String campaign,
      @Nullable String activity,
      @Nullable Integer round,
      @Nullable String asked,
      @Nullable Integer text) {

    boolean isSaid() {
      return activity != null && !activity.isBlank();
    }

    /** Empty when it is none. */
    Optional<CampaignId> ofCampaign() {
      String key = Asking.of(campaign);
      return Ids.SLUG.matcher(key).matches() && key.length() <= Ids.LONGEST_SLUG
          ? Optional.of(new CampaignId(key))
          : Optional.empty();
    }
  }

  @GetMapping("/concerns")
  String register(
      @RequestParam(defaultValue = "") String campaign,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = OPEN) String show,
      Model model) {
    List<ConcernRow> rows =
        concerns.list().stream()
            .filter(row -> isShown(row, show))
            .filter(row -> campaign.isEmpty() || row.concern().campaign().value().equals(campaign))
            .filter(row -> department.isEmpty() || isAbout(row.concern(), department))
            .toList();
    Function<PersonId, String> called =
        names.people(rows.stream().map(row -> row.concern().owner()).collect(Collectors.toSet()));
    Function<DepartmentId, String> departments = names.departments();
    Map<CampaignId, String> titles = titles();
    model.addAttribute(
        "concerns",
        rows.stream()
            .map(
                row ->
                    new Listed(
                        row,
                        titles.getOrDefault(
                            row.concern().campaign(), row.concern().campaign().value()),
                        department(row.concern(), departments),
                        called.apply(row.concern().owner()),
                        isLate(row)))
            .toList());
    model.addAttribute("campaign", campaign);
    model.addAttribute("department", department);
    model.addAttribute("show", show);
    choices(model);
    return "concern/concerns";
  }

  /**
   * With a mail that waits for a person: what it asks, of whoever wrote it. With a text of a
   * survey: what that asks, of nobody.
   */
  @GetMapping("/concerns/new")
  String newConcern(
      @RequestParam(required = false) @Nullable Long mail,
      @ModelAttribute Quoted quoted,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    Asking asking =
        mail != null
            ? written(mail, user)
            : quoted.isSaid()
                ? quoted(quoted, user)
                : new Asking("", "", ConcernCategory.OTHER, "", "", false, null);
    return form(asking, Map.of(), user, model);
  }

  private Asking quoted(Quoted quoted, ConsoleUser user) {
    if (!user.is(Role.CHANGE_MANAGER) && !user.is(Role.WORKS_COUNCIL)) {
      throw new NotFound();
    }
    String text =
        quoted
            .ofCampaign()
            .flatMap(
                campaign ->
                    surveys.find(
                        campaign,
                        Asking.of(quoted.activity()),
                        Objects.requireNonNullElse(quoted.round(), 0),
                        Asking.of(quoted.asked()),
                        Objects.requireNonNullElse(quoted.text(), -1)))
            .orElseThrow(NotFound::new);
    return new Asking(quoted.campaign(), "", ConcernCategory.OTHER, "", text, false, null);
  }

  private Asking written(long mail, ConsoleUser user) {
    if (!user.is(Role.CHANGE_MANAGER)) {
      throw new NotFound();
    }
    MailQuestions.Written written = mails.find(mail).orElseThrow(NotFound::new);
    DepartmentId department = written.department();
    return new Asking(
        "",
        department == null ? "" : department.value(),
        ConcernCategory.OTHER,
        written.sender(),
        written.words(),
        false,
        mail);
  }

  @PostMapping("/concerns")
  ModelAndView raise(
      @ModelAttribute Asking asking,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    try {
      ConcernId concern = intake.ask(question(asking, user), user.actor()).concern();
      if (asking.mail() != null && user.is(Role.CHANGE_MANAGER)) {
        mails.done(asking.mail(), user.id(), words.say("concern.fromMail"));
      }
      orders.settle();
      Done.say(next, words.say("concern.raised"));
      return new ModelAndView("redirect:/concerns/" + concern);
    } catch (Rejected refused) {
      form(asking, problem(refused), user, model);
      return new ModelAndView("concern/new", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/concerns/{concern}")
  String concern(
      @PathVariable ConcernId concern, @AuthenticationPrincipal ConsoleUser user, Model model) {
    return show(concern, user, Map.of(), Map.of(), model);
  }

  @PostMapping("/concerns/{concern}/answer")
  ModelAndView answer(
      @PathVariable ConcernId concern,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "false") boolean published,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    return act(
        concern,
        user,
        () -> {
          intake.answer(concern, version, question, answer, published, user.id());
          orders.settle();
        },
        "concern.answered",
        Map.of("question", question, "answer", answer, "published", Boolean.toString(published)),
        model,
        next);
  }

  @PostMapping("/concerns/{concern}/mark")
  ModelAndView mark(
      @PathVariable ConcernId concern,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    Mark mark = user.is(Role.WORKS_COUNCIL) ? Mark.WORKS_COUNCIL : Mark.MANAGER;
    return act(
        concern,
        user,
        () -> orders.send(user, at -> new MarkConcern(concern, mark, user.id(), at)),
        "concern.marked",
        Map.of(),
        model,
        next);
  }

  @PostMapping("/concerns/{concern}/unmark")
  ModelAndView unmark(
      @PathVariable ConcernId concern,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    return act(
        concern,
        user,
        () ->
            orders.send(
                user,
                at ->
                    new UnmarkConcern(
                        concern, user.is(Role.WORKS_COUNCIL), user.id(), reason.strip(), at)),
        "concern.unmarked",
        Map.of("reason", reason),
        model,
        next);
  }

  @PostMapping("/concerns/{concern}/owner")
  ModelAndView owner(
      @PathVariable ConcernId concern,
      @RequestParam(defaultValue = "") String owner,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    return act(
        concern,
        user,
        () -> {
          PersonId person =
              people.find(owner.strip()).orElseThrow(() -> new Rejected("OWNER_UNKNOWN"));
          orders.send(user, at -> new ChangeOwner(concern, person, user.id(), at));
        },
        "concern.ownerChanged",
        Map.of("owner", owner),
        model,
        next);
  }

  @PostMapping("/concerns/{concern}/again")
  ModelAndView again(
      @PathVariable ConcernId concern,
      @RequestParam(defaultValue = "") String again,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    return act(
        concern,
        user,
        () -> {
          intake.askAgain(concern, again, user.actor());
          orders.settle();
        },
        "concern.reopened",
        Map.of("again", again),
        model,
        next);
  }

  @PostMapping("/concerns/{concern}/withdraw")
  ModelAndView withdraw(
      @PathVariable ConcernId concern,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    if (!isTheirs(find(concern).concern(), user)) {
      throw new NotFound();
    }
    return act(
        concern,
        user,
        () -> orders.send(user, at -> new WithdrawConcern(concern, at)),
        "concern.withdrawn",
        Map.of(),
        model,
        next);
  }

  private ModelAndView act(
      ConcernId concern,
      ConsoleUser user,
      Runnable order,
      String done,
      Map<String, String> typed,
      Model model,
      RedirectAttributes next) {
    find(concern);
    try {
      order.run();
    } catch (Rejected refused) {
      orders.settle();
      Map<String, String> problems = new LinkedHashMap<>(problem(refused));
      if (typed.containsKey("again") && problems.containsKey("question")) {
        problems.put("again", Objects.requireNonNull(problems.remove("question")));
      }
      return new ModelAndView(
          show(concern, user, typed, problems, model),
          model.asMap(),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Done.say(next, words.say(done));
    return new ModelAndView("redirect:/concerns/" + concern);
  }

  private String show(
      ConcernId id,
      ConsoleUser user,
      Map<String, String> typed,
      Map<String, String> problems,
      Model model) {
    ConcernRow row = find(id);
    Concern concern = row.concern();
    List<Written> written = texts.all(id);
    List<Answer> answers = answers(written);
    boolean manager = user.is(Role.CHANGE_MANAGER);
    boolean council = user.is(Role.WORKS_COUNCIL);
    model.addAttribute("row", row);
    model.addAttribute("concern", concern);
    model.addAttribute("late", isLate(row));
    model.addAttribute(
        "campaignTitle", titles().getOrDefault(concern.campaign(), concern.campaign().value()));
    String department = department(concern, names.departments());
    model.addAttribute(
        "heading", words.say("concern.heading", words.of(concern.category()), department));
    model.addAttribute("owner", names.person(concern.owner()));
    model.addAttribute("asker", manager ? names.person(concern.asker()) : "");
    model.addAttribute(
        "questions",
        written.stream().filter(one -> one.part() == Part.QUESTION).map(Written::text).toList());
    model.addAttribute("answers", answers);
    model.addAttribute("waits", concern.status() != Status.WITHDRAWN);
    model.addAttribute("manager", manager);
    model.addAttribute("mayMark", mayMark(concern, council));
    model.addAttribute("mayUnmark", concern.mark() != null && isTheirMark(concern, council));
    model.addAttribute("mayAskAgain", concern.status() == Status.ANSWERED);
    model.addAttribute("mayWithdraw", concern.status() == Status.OPEN && isTheirs(concern, user));
    Map<String, String> shown = new LinkedHashMap<>(typed);
    Optional<Answer> latest = answers.stream().findFirst();
    shown.putIfAbsent("question", latest.map(Answer::question).orElse(""));
    shown.putIfAbsent("answer", latest.map(Answer::text).orElse(""));
    model.addAttribute("typed", shown);
    model.addAttribute(
        "publish",
        typed.containsKey("published")
            ? Boolean.parseBoolean(typed.get("published"))
            : answers.isEmpty() || row.publicVersion() > 0);
    model.addAttribute("problems", problems);
    return "concern/concern";
  }

  private static boolean mayMark(Concern concern, boolean council) {
    return concern.status() == Status.OPEN
        && (concern.mark() == null || (council && concern.mark() != Mark.WORKS_COUNCIL));
  }

  private static boolean isTheirMark(Concern concern, boolean council) {
    return concern.status() == Status.OPEN && (council || concern.mark() != Mark.WORKS_COUNCIL);
  }

  /** What somebody brought up in the console, may be taken back there. */
  private static boolean isTheirs(Concern concern, ConsoleUser user) {
    return (concern.origin() == Origin.WORKS_COUNCIL && user.is(Role.WORKS_COUNCIL))
        || (concern.origin() == Origin.ON_BEHALF && user.is(Role.CHANGE_MANAGER));
  }

  /** The newest first. */
  private static List<Answer> answers(List<Written> written) {
    Map<Integer, String> questions = new LinkedHashMap<>();
    written.stream()
        .filter(one -> one.part() == Part.PUBLIC_QUESTION)
        .forEach(one -> questions.put(one.version(), one.text()));
    return written.stream()
        .filter(one -> one.part() == Part.ANSWER)
        .map(
            one -> new Answer(one.version(), questions.getOrDefault(one.version(), ""), one.text()))
        .sorted(Comparator.comparing(Answer::version).reversed())
        .toList();
  }

  private String form(Asking asking, Map<String, String> problems, ConsoleUser user, Model model) {
    model.addAttribute("asking", asking);
    model.addAttribute("problems", problems);
    model.addAttribute("council", asksForCouncil(asking, user));
    model.addAttribute("categories", ConcernCategory.values());
    choices(model);
    return "concern/new";
  }

  private void choices(Model model) {
    model.addAttribute("campaigns", campaigns.list());
    model.addAttribute("departments", directory.departments());
  }

  private Question question(Asking asking, ConsoleUser user) {
    boolean council = asksForCouncil(asking, user);
    String campaign = Asking.of(asking.campaign());
    CampaignId id =
        campaigns.list().stream()
            .map(CampaignRow::campaign)
            .filter(one -> one.value().equals(campaign))
            .findFirst()
            .orElseThrow(() -> new Rejected("UNKNOWN_CAMPAIGN"));
    String department = Asking.of(asking.department());
    String asker = Asking.of(asking.asker());
    ConcernCategory category = asking.category();
    return new Question(
        id,
        directory.departments().stream()
            .map(row -> row.id())
            .filter(one -> one.value().equals(department))
            .findFirst()
            .orElse(null),
        council ? Origin.WORKS_COUNCIL : Origin.ON_BEHALF,
        council || asker.isEmpty()
            ? null
            : people.find(asker).orElseThrow(() -> new Rejected("ASKER_NOT_FOUND")),
        category == null ? ConcernCategory.OTHER : category,
        Asking.of(asking.question()),
        Boolean.TRUE.equals(asking.mustAnswer()));
  }

  /** Whoever answers the mail asks for its writer. */
  private static boolean asksForCouncil(Asking asking, ConsoleUser user) {
    return user.is(Role.WORKS_COUNCIL) && asking.mail() == null;
  }

  private Map<String, String> problem(Rejected refused) {
    return Map.of(FIELDS.getOrDefault(refused.code(), ""), words.rejected(refused));
  }

  private ConcernRow find(ConcernId concern) {
    return concerns.find(concern).orElseThrow(NotFound::new);
  }

  private static boolean isShown(ConcernRow row, String show) {
    return switch (show) {
      case ALL -> true;
      case MUST -> row.concern().keepsGatesClosed();
      default -> row.open();
    };
  }

  private static boolean isAbout(Concern concern, String department) {
    DepartmentId about = concern.department();
    return about == null || about.value().equals(department);
  }

  private boolean isLate(ConcernRow row) {
    return row.open() && !orders.now().isBefore(row.concern().dueAt());
  }

  private String department(Concern concern, Function<DepartmentId, String> departments) {
    DepartmentId department = concern.department();
    return department == null ? words.say("concern.everywhere") : departments.apply(department);
  }

  private Map<CampaignId, String> titles() {
    Map<CampaignId, String> titles = new LinkedHashMap<>();
    for (CampaignRow row : campaigns.list()) {
      titles.put(row.campaign(), words.text(row.title()));
    }
    return titles;
  }
}
