package org.uitrol.adapters.api.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.BadRequest;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.history.ExplanationWords;
import org.uitrol.adapters.history.ExplanationWords.ToldChapter;
import org.uitrol.adapters.history.ExplanationWords.ToldLine;
import org.uitrol.adapters.history.HistoryNames;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.explanation.Explanation;
import org.uitrol.application.audit.explanation.Explanations;
import org.uitrol.application.audit.explanation.Line.Rule;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;

/** Why something happened to somebody, or didn't, and why a gate opened or stayed closed. */
@RestController
class WhyResource {

  private final Explanations explanations;
  private final ExplanationWords told;
  private final HistoryNames names;
  private final PersonReferences people;

  WhyResource(
      Explanations explanations,
      ExplanationWords told,
      HistoryNames names,
      PersonReferences people) {
    this.explanations = explanations;
    this.told = told;
    this.names = names;
    this.people = people;
  }

  /**
   * What became of an activity for one person.
   *
   * @param person an identifier, e-mail address or employee number
   * @param format json or text
   */
  @GetMapping("/api/v1/people/{person}/why")
  ResponseEntity<byte[]> person(
      @PathVariable String person,
      @RequestParam String rollout,
      @RequestParam String activity,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam(defaultValue = "en") String lang,
      @AuthenticationPrincipal ConsoleUser user) {
    PersonId id = people.find(person).orElseGet(() -> new PersonId(person));
    Explanation explanation =
        explanations
            .ofPerson(id, new RolloutId(rollout), activity)
            .orElseThrow(() -> unknown(rollout));
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("person", id.value());
    about.put("activity", activity);
    return answer(about, explanation, format, lang, user);
  }

  /** Why the gate of a stage opened or stayed closed. */
  @GetMapping("/api/v1/rollouts/{rollout}/gates/{stage}/why")
  ResponseEntity<byte[]> gate(
      @PathVariable String rollout,
      @PathVariable String stage,
      @RequestParam(defaultValue = "json") String format,
      @RequestParam(defaultValue = "en") String lang,
      @AuthenticationPrincipal ConsoleUser user) {
    Explanation explanation =
        explanations
            .ofGate(new RolloutId(rollout), stage(stage))
            .orElseThrow(() -> unknown(rollout));
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("stage", stage);
    return answer(about, explanation, format, lang, user);
  }

  private ResponseEntity<byte[]> answer(
      Map<String, @Nullable Object> about,
      Explanation explanation,
      String format,
      String lang,
      ConsoleUser user) {
    List<ToldChapter> chapters =
        told.tell(explanation, Locale.forLanguageTag(lang), names.seenBy(user));
    return switch (format) {
      case "text" ->
          ResponseEntity.ok()
              .contentType(new MediaType(MediaType.TEXT_PLAIN, UTF_8))
              .body(text(chapters).getBytes(UTF_8));
      case "json" -> {
        about.put("campaign", explanation.campaign());
        about.put("department", explanation.department());
        about.put("rollout", explanation.rollout());
        about.put("position", explanation.position());
        about.put("chapters", chapters.stream().map(WhyResource::chapter).toList());
        yield Documents.of(about);
      }
      default ->
          throw new BadRequest(
              "FORMAT_UNKNOWN", "'" + format + "' is none of json and text", "format");
    };
  }

  private static Map<String, Object> chapter(ToldChapter chapter) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("question", chapter.question());
    said.put("title", chapter.title());
    said.put("lines", chapter.lines().stream().map(WhyResource::line).toList());
    return said;
  }

  private static Map<String, @Nullable Object> line(ToldLine line) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    said.put("at", line.at());
    said.put("what", line.what());
    said.put("why", line.why().isEmpty() ? null : line.why());
    said.put("then", line.then().isEmpty() ? null : line.then());
    said.put("planVersion", line.planVersion());
    Rule rule = line.by();
    said.put("rule", rule == null ? null : Map.of("kind", rule.kind(), "text", rule.text()));
    said.put("facts", line.facts().isEmpty() ? null : line.facts());
    TrailRow event = line.event();
    if (event != null) {
      said.put("event", event.event());
      said.put("name", event.name());
      said.put("position", event.position());
    }
    said.values().removeIf(Objects::isNull);
    return said;
  }

  private static String text(List<ToldChapter> chapters) {
    return chapters.stream().map(WhyResource::paragraph).collect(Collectors.joining("\n"));
  }

  private static String paragraph(ToldChapter chapter) {
    StringBuilder text = new StringBuilder(plain(chapter.title())).append('\n');
    for (ToldLine line : chapter.lines()) {
      text.append("  ").append(line.when().isEmpty() ? "-" : plain(line.when())).append("  ");
      text.append(plain(line.what()));
      for (String more : List.of(line.why(), line.then())) {
        text.append(more.isEmpty() ? "" : " " + plain(more));
      }
      if (!line.rule().isEmpty()) {
        text.append(" [").append(plain(line.rule())).append(']');
      }
      TrailRow event = line.event();
      text.append(event == null ? "" : " (" + event.position() + ")").append('\n');
    }
    return text.toString();
  }

  /** In one line, and nothing that a terminal obeys. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static StageName stage(String key) {
    try {
      return StageName.of(key);
    } catch (IllegalArgumentException e) {
      throw new Rejected("UNKNOWN_STAGE", Map.of("stage", key));
    }
  }

  private static Rejected unknown(String rollout) {
    return new Rejected("UNKNOWN_ROLLOUT", Map.of("rollout", rollout));
  }
}
