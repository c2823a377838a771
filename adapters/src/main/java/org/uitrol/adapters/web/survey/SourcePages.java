package org.uitrol.adapters.web.survey;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import org.uitrol.adapters.files.SurveyExport;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Uploads;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.survey.source.AnswerIntake;
import org.uitrol.application.survey.source.IntakeOutcome;
import org.uitrol.application.survey.source.IntakeOutcome.Refused;
import org.uitrol.application.survey.source.SourceAdmin;
import org.uitrol.application.survey.source.SourceTable;
import org.uitrol.application.survey.source.port.OpenedSurveys;
import org.uitrol.application.survey.source.port.OpenedSurveys.Opened;
import org.uitrol.application.survey.source.port.PendingAnswers;
import org.uitrol.application.survey.source.view.AnswerSourceStore;
import org.uitrol.application.survey.view.SurveyRow;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.survey.source.AnswerItem;
import org.uitrol.domain.survey.source.AnswerItem.Allowed;
import org.uitrol.domain.survey.source.AnswerReader;
import org.uitrol.domain.survey.source.AnswerSource;
import org.uitrol.domain.survey.source.AnswerWords;
import org.uitrol.domain.survey.source.ColumnRole;
import org.uitrol.domain.survey.source.MappingProposal;
import org.uitrol.domain.survey.source.SourceColumn;
import org.uitrol.domain.survey.source.SourceKind;
import org.uitrol.domain.survey.source.SourceMapping;
import org.uitrol.domain.survey.source.Wording;

/**
 * Takes over answers that were given elsewhere, in steps: an export is looked at, its columns and
 * its words are mapped once, what it would change is shown, and only then is it taken over.
 */
@Controller
class SourcePages {

  private static final int SHOWN = 500;
  private static final int MOST_SAMPLES = 12;
  private static final String SECRET_PREFIX = "whsec_";

  private final SourceAdmin admin;
  private final AnswerIntake intake;
  private final AnswerSourceStore sources;
  private final PendingAnswers pending;
  private final OpenedSurveys opened;
  private final SurveyStore surveys;
  private final CampaignStore campaigns;
  private final IdSource ids;
  private final Orders orders;
  private final Names names;
  private final Words words;
  private final String base;

  SourcePages(
      SourceAdmin admin,
      AnswerIntake intake,
      AnswerSourceStore sources,
      PendingAnswers pending,
      OpenedSurveys opened,
      SurveyStore surveys,
      CampaignStore campaigns,
      IdSource ids,
      Orders orders,
      Names names,
      Words words,
      @Value("${uitrol.base-url:http://localhost:${server.port:8080}}") URI base) {
    this.admin = admin;
    this.intake = intake;
    this.sources = sources;
    this.pending = pending;
    this.opened = opened;
    this.surveys = surveys;
    this.campaigns = campaigns;
    this.ids = ids;
    this.orders = orders;
    this.names = names;
    this.words = words;
    this.base = base.toString().replaceAll("/+$", "");
  }

  /** Something to choose. */
  record Choice(String value, String label) {}

  /**
   * A column that may be an answer.
   *
   * @param chosen the item that it seems to answer; empty for none
   * @param sample some of what stands in it
   */
  record Line(String name, String title, String chosen, String sample) {}

  /** What a column may be for beside an answer, and which one seems to be. */
  record RoleChoice(String name, String label, String hint, String column) {}

  /** The texts of a question that have to mean something. */
  record Question(String item, String title, List<Choice> answers, List<Meaning> texts) {}

  /**
   * A text.
   *
   * @param chosen the answer that it seems to mean; empty for none
   */
  record Meaning(String text, String chosen) {}

  /** Why a response can't be taken over. */
  record Note(long line, String words) {}

  @GetMapping("/campaigns/{campaign}/surveys/{activity}/sources")
  String list(@PathVariable CampaignId campaign, @PathVariable String activity, Model model) {
    return list(campaign, activity, ids.next(), SourceKind.MICROSOFT_FORMS, "", "", model);
  }

  /** The secret is shown in the answer itself, and never again. */
  @PostMapping("/campaigns/{campaign}/surveys/{activity}/sources")
  ModelAndView connect(
      @PathVariable CampaignId campaign,
      @PathVariable String activity,
      @RequestParam AnswerSourceId id,
      @RequestParam SourceKind kind,
      @RequestParam(defaultValue = "") String name,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    latest(campaign, activity);
    try {
      Optional<byte[]> secret = admin.connect(id, campaign, activity, kind, name, user.actor());
      orders.settle();
      if (secret.isPresent() && secret.get().length > 0) {
        model.addAttribute("secret", SECRET_PREFIX + encoded(secret.get()));
        return new ModelAndView(source(known(id), user, model), model.asMap());
      }
      Done.say(next, words.say("source.connected"));
      return new ModelAndView("redirect:/answer-sources/" + id);
    } catch (Rejected refused) {
      list(campaign, activity, id.value(), kind, name, words.rejected(refused), model);
      return refused("survey/sources", model);
    }
  }

  @GetMapping("/answer-sources/{source}")
  String source(
      @PathVariable AnswerSourceId source, @AuthenticationPrincipal ConsoleUser user, Model model) {
    return source(known(source), user, model);
  }

  @PostMapping("/answer-sources/{source}/file")
  ModelAndView look(
      @PathVariable AnswerSourceId source,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @AuthenticationPrincipal ConsoleUser user,
      Model model)
      throws IOException {
    AnswerSource known = known(source);
    if (file == null || file.isEmpty()) {
      return refused(known, words.say("lists.noFile"), user, model);
    }
    byte[] bytes = Uploads.bytes(file);
    try {
      SourceTable table = SurveyExport.read(known.kind(), bytes);
      pending.keep(source, user.id(), bytes, orders.now());
      return new ModelAndView("redirect:/answer-sources/" + source + "/" + next(known, table));
    } catch (UnreadablePeopleFile unreadable) {
      return refused(known, words.unreadable(unreadable), user, model);
    }
  }

  @GetMapping("/answer-sources/{source}/mapping")
  String mapping(
      @PathVariable AnswerSourceId source, @AuthenticationPrincipal ConsoleUser user, Model model) {
    AnswerSource known = known(source);
    List<SourceColumn> columns = columns(known, table(known, user));
    SourceMapping proposed = MappingProposal.of(columns, items(known), known.mapping());
    return mapping(known, columns, proposed, "", model);
  }

  @PostMapping("/answer-sources/{source}/mapping")
  ModelAndView map(
      @PathVariable AnswerSourceId source,
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    AnswerSource known = known(source);
    SourceMapping mapping = mapping(form);
    Optional<SourceTable> table = table(known, user);
    try {
      admin.map(source, mapping, admin.words(source), user.actor());
      orders.settle();
      Done.say(next, words.say("source.mapped"));
      return new ModelAndView(
          "redirect:/answer-sources/"
              + source
              + table
                  .map(one -> questions(known(source), one).isEmpty() ? "/preview" : "/words")
                  .orElse(""));
    } catch (Rejected refused) {
      mapping(known, columns(known, table), mapping, words.rejected(refused), model);
      return refused("survey/source-mapping", model);
    }
  }

  @GetMapping("/answer-sources/{source}/words")
  String words(
      @PathVariable AnswerSourceId source, @AuthenticationPrincipal ConsoleUser user, Model model) {
    AnswerSource known = known(source);
    show(known, model);
    model.addAttribute(
        "questions", table(known, user).map(table -> questions(known, table)).orElse(List.of()));
    return "survey/source-words";
  }

  @PostMapping("/answer-sources/{source}/words")
  String say(
      @PathVariable AnswerSourceId source,
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    AnswerSource known = known(source);
    SourceMapping mapping = known.readable();
    admin.map(source, mapping, admin.words(source).with(said(form)), user.actor());
    orders.settle();
    Done.say(next, words.say("source.said"));
    return "redirect:/answer-sources/"
        + source
        + (table(known, user).isPresent() ? "/preview" : "");
  }

  @GetMapping("/answer-sources/{source}/preview")
  ModelAndView preview(
      @PathVariable AnswerSourceId source, @AuthenticationPrincipal ConsoleUser user, Model model) {
    AnswerSource known = known(source);
    Optional<SourceTable> table = table(known, user);
    if (table.isEmpty()) {
      return refused(known, words.say("lists.gone"), user, model);
    }
    try {
      outcome(known, intake.preview(source, table.get()), false, model);
      model.addAttribute("unsaid", !questions(known, table.get()).isEmpty());
      return new ModelAndView("survey/source-preview", model.asMap());
    } catch (Rejected refused) {
      return refused(known, words.rejected(refused), user, model);
    } catch (UnreadablePeopleFile unreadable) {
      return refused(known, words.unreadable(unreadable), user, model);
    }
  }

  @PostMapping("/answer-sources/{source}/apply")
  ModelAndView take(
      @PathVariable AnswerSourceId source, @AuthenticationPrincipal ConsoleUser user, Model model) {
    AnswerSource known = known(source);
    Optional<SourceTable> table = table(known, user);
    pending.forget(source, user.id());
    if (table.isEmpty()) {
      return refused(known, words.say("lists.gone"), user, model);
    }
    try {
      IntakeOutcome outcome = intake.take(source, table.get(), user.actor());
      orders.settle();
      outcome(known, outcome, true, model);
      return new ModelAndView("survey/source-preview", model.asMap());
    } catch (Rejected refused) {
      return refused(known, words.rejected(refused), user, model);
    } catch (UnreadablePeopleFile unreadable) {
      return refused(known, words.unreadable(unreadable), user, model);
    }
  }

  @PostMapping("/answer-sources/{source}/discard")
  String discard(
      @PathVariable AnswerSourceId source,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    known(source);
    pending.forget(source, user.id());
    Done.say(next, words.say("source.discarded"));
    return "redirect:/answer-sources/" + source;
  }

  /** A secret that Formbricks has made, or, when none is told, one that is made here. */
  @PostMapping("/answer-sources/{source}/secret")
  ModelAndView renew(
      @PathVariable AnswerSourceId source,
      @RequestParam(defaultValue = "") String secret,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    AnswerSource known = known(source);
    try {
      byte[] told = decoded(secret.strip());
      byte[] good = admin.renew(source, told, user.actor());
      orders.settle();
      if (told != null) {
        Done.say(next, words.say("source.secretKept"));
        return new ModelAndView("redirect:/answer-sources/" + source);
      }
      model.addAttribute("secret", SECRET_PREFIX + encoded(good));
      return new ModelAndView(source(known, user, model), model.asMap());
    } catch (Rejected refused) {
      return refused(known, words.rejected(refused), user, model);
    }
  }

  @PostMapping("/answer-sources/{source}/close")
  String close(
      @PathVariable AnswerSourceId source,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    AnswerSource known = known(source);
    admin.close(source, user.actor());
    orders.settle();
    Done.say(next, words.say("source.closed"));
    return "redirect:/campaigns/" + known.campaign() + "/surveys/" + known.activity() + "/sources";
  }

  private String list(
      CampaignId campaign,
      String activity,
      String id,
      SourceKind kind,
      String name,
      String problem,
      Model model) {
    CampaignRow row = campaigns.find(campaign).orElseThrow(NotFound::new);
    model.addAttribute("campaign", campaign);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("activity", activity);
    model.addAttribute("surveyTitle", words.text(latest(campaign, activity).title()));
    model.addAttribute("sources", sources.of(campaign, activity));
    model.addAttribute("kinds", SourceKind.values());
    model.addAttribute("kind", kind);
    model.addAttribute("name", name);
    model.addAttribute("id", id);
    model.addAttribute("problem", problem);
    return "survey/sources";
  }

  private String source(AnswerSource known, ConsoleUser user, Model model) {
    show(known, model);
    model.addAttribute("waits", table(known, user).isPresent());
    model.addAttribute(
        "hint",
        switch (known.kind()) {
          case MICROSOFT_FORMS -> words.say("source.hint.forms");
          case LIMESURVEY -> words.say("source.hint.limesurvey");
          case FORMBRICKS -> words.say("source.hint.formbricks");
        });
    model.addAttribute("hook", base + "/api/v1/hooks/formbricks/" + known.id());
    return "survey/source";
  }

  private void show(AnswerSource known, Model model) {
    CampaignRow row = campaigns.find(known.campaign()).orElseThrow(NotFound::new);
    model.addAttribute("source", known);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute(
        "surveyTitle", words.text(latest(known.campaign(), known.activity()).title()));
  }

  private String mapping(
      AnswerSource known,
      List<SourceColumn> columns,
      SourceMapping proposed,
      String problem,
      Model model) {
    show(known, model);
    List<AnswerItem> items = items(known);
    DepartmentId unnamed = proposed.unnamed();
    Map<String, String> chosen = new LinkedHashMap<>();
    proposed.items().forEach((column, item) -> chosen.put(Wording.key(column), item));
    model.addAttribute("problem", problem);
    model.addAttribute("roles", roles(columns, proposed));
    model.addAttribute("columns", columns.stream().map(SourceColumn::name).toList());
    model.addAttribute("unnamed", unnamed == null ? "" : unnamed.value());
    model.addAttribute("departments", departments(known));
    model.addAttribute(
        "items",
        items.stream().map(item -> new Choice(item.id(), words.text(item.ask()))).toList());
    model.addAttribute(
        "lines",
        columns.stream()
            .filter(one -> isAnswer(one, chosen))
            .map(one -> line(one, chosen, closed(items)))
            .toList());
    model.addAttribute(
        "missing",
        items.stream()
            .filter(item -> !proposed.items().containsValue(item.id()))
            .map(item -> words.text(item.ask()))
            .toList());
    return "survey/source-mapping";
  }

  private List<RoleChoice> roles(List<SourceColumn> columns, SourceMapping proposed) {
    return List.of(
        new RoleChoice(
            "response",
            words.say("source.role.response"),
            words.say("source.roleHint.response"),
            spelled(columns, proposed.response())),
        new RoleChoice(
            "finished",
            words.say("source.role.finished"),
            words.say("source.roleHint.finished"),
            spelled(columns, proposed.finished())),
        new RoleChoice(
            "person",
            words.say("source.role.person"),
            words.say("source.roleHint.person"),
            spelled(columns, proposed.person())),
        new RoleChoice(
            "department",
            words.say("source.role.department"),
            words.say("source.roleHint.department"),
            spelled(columns, proposed.department())));
  }

  /** The column as this export spells it. */
  private static String spelled(List<SourceColumn> columns, String name) {
    String key = Wording.key(name);
    return columns.stream()
        .map(SourceColumn::name)
        .filter(one -> Wording.key(one).equals(key))
        .findFirst()
        .orElse("");
  }

  private static boolean isAnswer(SourceColumn column, Map<String, String> chosen) {
    return column.role() == ColumnRole.ANSWER
        || column.role() == ColumnRole.DEPARTMENT
        || chosen.containsKey(Wording.key(column.name()));
  }

  private static Set<String> closed(List<AnswerItem> items) {
    return items.stream()
        .filter(item -> !item.isOpen())
        .map(AnswerItem::id)
        .collect(Collectors.toSet());
  }

  /**
   * Own words of people aren't shown, only what answers a question that is answered by choosing.
   */
  private static Line line(SourceColumn column, Map<String, String> chosen, Set<String> closed) {
    boolean own = !closed.contains(chosen.getOrDefault(Wording.key(column.name()), ""));
    String sample =
        own || column.values().size() > MOST_SAMPLES ? "" : String.join(" · ", column.values());
    return new Line(
        column.name(),
        column.title().equals(column.name()) ? "" : column.title(),
        chosen.getOrDefault(Wording.key(column.name()), ""),
        sample);
  }

  private static SourceMapping mapping(Map<String, String> form) {
    Map<String, String> items = new LinkedHashMap<>();
    for (int at = 0; form.containsKey("column-" + at); at++) {
      String item = form.getOrDefault("item-" + at, "");
      if (!item.isEmpty()) {
        items.put(form.getOrDefault("column-" + at, ""), item);
      }
    }
    String unnamed = form.getOrDefault("unnamed", "");
    return new SourceMapping(
        form.getOrDefault("response", ""),
        form.getOrDefault("finished", ""),
        form.getOrDefault("person", ""),
        form.getOrDefault("department", ""),
        unnamed.isBlank() ? null : new DepartmentId(unnamed),
        items);
  }

  /** The texts of each question that don't say by themselves what they mean. */
  private List<Question> questions(AnswerSource known, SourceTable table) {
    SourceMapping mapping = known.mapping();
    if (mapping == null) {
      return List.of();
    }
    AnswerWords said = admin.words(known.id());
    Map<String, SourceColumn> columns = new LinkedHashMap<>();
    table.columns().forEach(column -> columns.put(Wording.key(column.name()), column));
    List<Question> questions = new ArrayList<>();
    mapping
        .items()
        .forEach(
            (name, id) -> {
              SourceColumn column = columns.get(Wording.key(name));
              AnswerItem item =
                  items(known).stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
              if (column != null && item != null && !item.isOpen()) {
                List<Meaning> texts = texts(item, column, said);
                boolean unsaid =
                    texts.stream()
                        .anyMatch(
                            one ->
                                said.of(item, one.text()).isEmpty()
                                    && item.said(one.text()).isEmpty());
                if (unsaid) {
                  questions.add(new Question(id, words.text(item.ask()), answers(item), texts));
                }
              }
            });
    return questions;
  }

  private static List<Meaning> texts(AnswerItem item, SourceColumn column, AnswerWords said) {
    Set<String> texts = new LinkedHashSet<>();
    column.values().forEach(value -> texts.addAll(AnswerReader.texts(item, value)));
    return texts.stream()
        .map(
            text ->
                new Meaning(
                    text,
                    said.of(item, text).or(() -> MappingProposal.answer(item, text)).orElse("")))
        .toList();
  }

  private List<Choice> answers(AnswerItem item) {
    List<Choice> answers = new ArrayList<>();
    for (Allowed one : item.answers()) {
      String text = one.texts().stream().findFirst().map(words::text).orElse("");
      boolean point = one.answer().matches("\\d{1,2}");
      answers.add(
          new Choice(
              one.answer(),
              !point ? text : text.isEmpty() ? one.answer() : one.answer() + " · " + text));
    }
    return answers;
  }

  private static AnswerWords said(Map<String, String> form) {
    Map<String, Map<String, String>> byItem = new LinkedHashMap<>();
    for (int at = 0; form.containsKey("item-" + at); at++) {
      Map<String, String> meanings = new LinkedHashMap<>();
      for (int text = 0; form.containsKey("text-" + at + "-" + text); text++) {
        String answer = form.getOrDefault("means-" + at + "-" + text, "");
        if (!answer.isEmpty()) {
          meanings.put(Wording.key(form.getOrDefault("text-" + at + "-" + text, "")), answer);
        }
      }
      byItem.put(form.getOrDefault("item-" + at, ""), meanings);
    }
    return new AnswerWords(byItem);
  }

  private void outcome(AnswerSource known, IntakeOutcome outcome, boolean taken, Model model) {
    show(known, model);
    model.addAttribute("taken", taken);
    model.addAttribute("outcome", outcome);
    model.addAttribute("unsaid", false);
    model.addAttribute(
        "notes", outcome.refused().stream().limit(SHOWN).map(one -> note(known, one)).toList());
  }

  /** A question is called by its text. */
  private Note note(AnswerSource known, Refused refused) {
    Map<String, Object> facts = new LinkedHashMap<>(refused.facts());
    Object reason = facts.get("reason");
    if (reason != null) {
      RowProblem problem =
          new RowProblem(refused.line(), "", refused.code(), reason.toString(), true);
      return new Note(refused.line(), words.problem(problem));
    }
    items(known).stream()
        .filter(item -> item.id().equals(facts.get("question")))
        .findFirst()
        .ifPresent(item -> facts.put("question", words.text(item.ask())));
    return new Note(refused.line(), words.rejected(new Rejected(refused.code(), facts)));
  }

  /** What the columns are has to be said first, and again when one is gone. */
  private String next(AnswerSource known, SourceTable table) {
    if (known.mapping() == null
        || table.rows().isEmpty()
        || !keys(table).containsAll(known.needed().stream().map(Wording::key).toList())) {
      return "mapping";
    }
    return questions(known, table).isEmpty() ? "preview" : "words";
  }

  private static Set<String> keys(SourceTable table) {
    Set<String> keys = new LinkedHashSet<>();
    table.columns().forEach(column -> keys.add(Wording.key(column.name())));
    return keys;
  }

  private Optional<SourceTable> table(AnswerSource known, ConsoleUser user) {
    return pending
        .find(known.id(), user.id(), orders.now())
        .map(bytes -> SurveyExport.read(known.kind(), bytes));
  }

  /** Those of the export; without one, those that are mapped already. */
  private static List<SourceColumn> columns(AnswerSource known, Optional<SourceTable> table) {
    SourceMapping mapping = known.mapping();
    if (table.isPresent() || mapping == null) {
      return table.map(SourceTable::columns).orElse(List.of());
    }
    List<SourceColumn> columns = new ArrayList<>();
    for (String name : mapping.columns()) {
      ColumnRole role = mapping.items().containsKey(name) ? ColumnRole.ANSWER : ColumnRole.ASIDE;
      columns.add(new SourceColumn(name, name, role, List.of()));
    }
    return columns;
  }

  private List<AnswerItem> items(AnswerSource known) {
    return AnswerItem.of(latest(known.campaign(), known.activity()).plan());
  }

  private List<Choice> departments(AnswerSource known) {
    return opened.of(known.campaign(), known.activity()).stream()
        .map(Opened::department)
        .distinct()
        .map(one -> new Choice(one.value(), names.department(one)))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  private SurveyRow latest(CampaignId campaign, String activity) {
    List<Opened> all = opened.of(campaign, activity);
    if (all.isEmpty()) {
      throw new NotFound();
    }
    return surveys.find(all.get(all.size() - 1).survey()).orElseThrow(NotFound::new);
  }

  private AnswerSource known(AnswerSourceId source) {
    return admin.find(source).orElseThrow(NotFound::new);
  }

  private ModelAndView refused(AnswerSource known, String why, ConsoleUser user, Model model) {
    source(known, user, model);
    model.addAttribute("refused", why);
    return refused("survey/source", model);
  }

  private static ModelAndView refused(String view, Model model) {
    return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static String encoded(byte[] secret) {
    return Base64.getEncoder().encodeToString(secret);
  }

  private static byte @Nullable [] decoded(String secret) {
    if (secret.isEmpty()) {
      return null;
    }
    try {
      return Base64.getDecoder()
          .decode(
              secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret);
    } catch (IllegalArgumentException e) {
      throw new Rejected("SOURCE_SECRET", Map.of("least", 24, "most", 64));
    }
  }
}
