package org.uitrol.adapters.web.history;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.uitrol.adapters.history.HistoryExport;
import org.uitrol.adapters.history.HistoryNames;
import org.uitrol.adapters.history.HistoryQuery;
import org.uitrol.adapters.history.HistoryQuery.Asked;
import org.uitrol.adapters.history.HistoryQuery.Problem;
import org.uitrol.adapters.history.HistoryQuery.Understood;
import org.uitrol.adapters.persistence.eventstore.EventJson;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailPage;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.Wording;
import org.uitrol.application.audit.Wording.Teller;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Source;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that happened, in readable words. Managers and administrators see who people are; the
 * works council sees the same events without names.
 */
@Controller
class HistoryPages {

  private static final int PAGE = 50;
  private static final int MOST_CAUSES = 20;

  /** Ways and classes of address, as the filter takes them. */
  private static final List<String> SOURCES =
      Stream.<Enum<?>>concat(
              Arrays.stream(Source.Way.values()), Arrays.stream(Source.Network.values()))
          .map(one -> one.name().toLowerCase(Locale.ROOT))
          .toList();

  private static final JsonMapper PRETTY =
      EventJson.mapper().rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Trail trail;
  private final HistoryQuery query;
  private final HistoryExport export;
  private final HistoryNames names;
  private final Wording wording;
  private final List<String> kinds;
  private final CampaignStore campaigns;
  private final DirectoryStore directory;
  private final MadeCheckpoints checkpoints;
  private final Words words;

  HistoryPages(
      Trail trail,
      HistoryQuery query,
      HistoryExport export,
      HistoryNames names,
      Wording wording,
      EventCatalog catalog,
      CampaignStore campaigns,
      DirectoryStore directory,
      MadeCheckpoints checkpoints,
      Words words) {
    this.trail = trail;
    this.query = query;
    this.export = export;
    this.names = names;
    this.wording = wording;
    this.kinds = catalog.entries().stream().map(EventCatalog.Entry::name).sorted().toList();
    this.campaigns = campaigns;
    this.directory = directory;
    this.checkpoints = checkpoints;
    this.words = words;
  }

  /** An event as a reader sees it. */
  record Told(
      TrailRow row,
      String when,
      String what,
      String who,
      String forWhom,
      String whichWay,
      String byWhat) {}

  @GetMapping("/history")
  String history(
      @ModelAttribute("asked") Asked asked,
      @RequestParam(required = false) @Nullable Long before,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      HttpServletResponse response) {
    Understood understood = query.understand(asked, user);
    Map<String, String> problems =
        understood.problems().stream()
            .collect(Collectors.toMap(Problem::parameter, this::inWords, (first, next) -> first));
    TrailPage found =
        problems.isEmpty()
            ? trail.search(understood.filter(), before, PAGE)
            : new TrailPage(List.of(), null);
    if (!problems.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    Names shown = names.seenBy(user);
    model.addAttribute("problems", problems);
    model.addAttribute("events", told(found.rows(), shown));
    model.addAttribute("person", personIn(understood.filter(), shown));
    model.addAttribute("seesNames", HistoryNames.mayBeSeenBy(user));
    model.addAttribute("campaigns", campaigns.list());
    model.addAttribute("departments", directory.departments());
    model.addAttribute("kinds", kinds);
    model.addAttribute("sources", SOURCES);
    model.addAttribute("newest", before == null ? null : link("/history", asked, null));
    model.addAttribute(
        "older", found.next() == null ? null : link("/history", asked, found.next()));
    model.addAttribute("csv", link("/history/export.csv", asked, null));
    model.addAttribute("jsonl", link("/history/export.jsonl", asked, null));
    return "history/history";
  }

  /** One event, with what led to it. */
  @GetMapping("/history/events/{event}")
  String event(@PathVariable String event, @AuthenticationPrincipal ConsoleUser user, Model model) {
    TrailRow row = trail.find(event).orElseThrow(NotFound::new);
    Names shown = names.seenBy(user);
    model.addAttribute("event", told(List.of(row), shown).get(0));
    model.addAttribute("causes", told(causes(row), shown));
    model.addAttribute("proven", isProven(row));
    model.addAttribute("payload", PRETTY.writeValueAsString(PRETTY.readTree(row.payload())));
    return "history/event";
  }

  @GetMapping("/history/export.csv")
  void csv(
      @ModelAttribute Asked asked,
      @AuthenticationPrincipal ConsoleUser user,
      HttpServletResponse response)
      throws IOException {
    TrailFilter filter = understood(asked, user);
    attach(response, "text/csv", "csv", asked);
    export.csv(filter, response.getWriter(), locale(), names.seenBy(user));
  }

  @GetMapping("/history/export.jsonl")
  void jsonLines(
      @ModelAttribute Asked asked,
      @AuthenticationPrincipal ConsoleUser user,
      HttpServletResponse response)
      throws IOException {
    TrailFilter filter = understood(asked, user);
    attach(response, "application/jsonl", "jsonl", asked);
    export.jsonLines(filter, response.getWriter());
  }

  /** Only whole: what isn't understood would make the file hold more than was asked for. */
  private TrailFilter understood(Asked asked, ConsoleUser user) {
    Understood understood = query.understand(asked, user);
    if (!understood.problems().isEmpty()) {
      throw new NotFound();
    }
    return understood.filter();
  }

  private String inWords(Problem problem) {
    return words.say("history.problem." + problem.code());
  }

  /** Whether a checkpoint holds it. */
  private boolean isProven(TrailRow row) {
    return checkpoints.all().stream()
        .anyMatch(one -> one.checkpoint().position() >= row.position());
  }

  private List<Told> told(List<TrailRow> rows, Names shown) {
    Teller teller = wording.teller(locale(), shown);
    return rows.stream()
        .map(
            row ->
                new Told(
                    row,
                    teller.when(row),
                    teller.what(row),
                    teller.who(row),
                    teller.forWhom(row),
                    teller.whichWay(row),
                    teller.byWhat(row)))
        .toList();
  }

  /** The event's cause, that one's cause, and so on: the nearest first. */
  private List<TrailRow> causes(TrailRow row) {
    List<TrailRow> causes = new ArrayList<>();
    Optional<TrailRow> cause = trail.find(row.cause());
    while (cause.isPresent() && causes.size() < MOST_CAUSES) {
      causes.add(cause.get());
      cause = trail.find(cause.get().cause());
    }
    return causes;
  }

  private static String personIn(TrailFilter filter, Names shown) {
    return filter.person() == null ? "" : shown.person(filter.person());
  }

  private static String link(String path, Asked asked, @Nullable Long before) {
    Map<String, String> said = asked.said();
    UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
    said.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
    if (before != null) {
      link.queryParam("before", before);
    }
    return link.encode().buildAndExpand(said).toUriString();
  }

  private static void attach(
      HttpServletResponse response, String type, String ending, Asked asked) {
    String name =
        Stream.of("uitrol-history", asked.campaign(), asked.department())
            .filter(part -> part != null && part.matches("[\\w.-]+"))
            .collect(Collectors.joining("-"));
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name + "." + ending).build().toString());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
