package org.uitrol.adapters.api.concern;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.BadRequest;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.api.KnownCampaigns;
import org.uitrol.adapters.api.Slices;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.concern.Concerns.Question;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.concern.port.ConcernTexts.Written;
import org.uitrol.application.concern.view.ConcernRow;
import org.uitrol.application.concern.view.ConcernStore;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.Concern.Status;
import org.uitrol.domain.concern.ConcernCategory;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Rejected;

/** The register of questions and worries. Who asked is told to nobody here. */
@RestController
class ConcernsResource {

  private final ConcernStore concerns;
  private final ConcernTexts texts;
  private final Concerns intake;
  private final KnownCampaigns campaigns;
  private final DirectoryStore directory;

  ConcernsResource(
      ConcernStore concerns,
      ConcernTexts texts,
      Concerns intake,
      KnownCampaigns campaigns,
      DirectoryStore directory) {
    this.concerns = concerns;
    this.texts = texts;
    this.intake = intake;
    this.campaigns = campaigns;
    this.directory = directory;
  }

  /** A concern, without who asked. */
  record Told(
      ConcernId concern,
      CampaignId campaign,
      @Nullable DepartmentId department,
      Origin origin,
      ConcernCategory category,
      @Nullable Mark mark,
      Status status,
      Instant raisedAt,
      Instant dueAt,
      boolean overdue,
      int answers,
      int publicVersion,
      @Nullable Instant answeredAt) {

    static Told of(ConcernRow row) {
      Concern concern = row.concern();
      return new Told(
          concern.id(),
          concern.campaign(),
          concern.department(),
          concern.origin(),
          concern.category(),
          concern.mark(),
          concern.status(),
          row.raisedAt(),
          concern.dueAt(),
          concern.overdue(),
          concern.answers(),
          row.publicVersion(),
          row.answeredAt());
    }
  }

  /**
   * What is asked. It is asked on behalf of somebody who stays unknown; by the works council for
   * itself.
   *
   * @param department its id; the whole campaign when it is left out
   * @param category job, data, ethics, skills, time or other
   */
  record Asking(
      @Nullable String campaign,
      @Nullable String department,
      @Nullable String category,
      @Nullable String question,
      @Nullable Boolean mustAnswer) {}

  /**
   * An answer.
   *
   * @param version one more than that of the answer that its writer has seen
   * @param question as everybody may read it
   * @param published whether everybody in the campaign may read both
   */
  record Answer(
      @Nullable Integer version,
      @Nullable String question,
      @Nullable String answer,
      @Nullable Boolean published) {}

  /** The open ones first, of these the one that is due first; then the newest. */
  @GetMapping("/api/v1/concerns")
  ResponseEntity<byte[]> register(
      @RequestParam(required = false) @Nullable String campaign,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = Slices.USUAL) int limit) {
    CampaignId of = campaign == null ? null : campaigns.named(campaign).campaign();
    List<Told> told =
        concerns.list().stream()
            .filter(row -> of == null || row.concern().campaign().equals(of))
            .filter(row -> !open || row.open())
            .map(Told::of)
            .toList();
    return Documents.of(Slices.of("concerns", told, one -> one.concern().value(), after, limit));
  }

  @GetMapping("/api/v1/concerns/{concern}")
  ResponseEntity<byte[]> one(@PathVariable ConcernId concern) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("concern", Told.of(find(concern)));
    document.put("texts", texts.all(concern).stream().map(ConcernsResource::text).toList());
    return Documents.of(document);
  }

  private static Map<String, Object> text(Written written) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("part", written.part());
    text.put("version", written.version());
    text.put("text", written.text());
    return text;
  }

  @PostMapping(path = "/api/v1/concerns", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> raise(@RequestBody Asking asking, @AuthenticationPrincipal ConsoleUser user) {
    Question question =
        new Question(
            campaigns.named(Objects.requireNonNullElse(asking.campaign(), "")).campaign(),
            department(asking.department()),
            user.is(Role.WORKS_COUNCIL) ? Origin.WORKS_COUNCIL : Origin.ON_BEHALF,
            null,
            category(asking.category()),
            Objects.requireNonNullElse(asking.question(), ""),
            Boolean.TRUE.equals(asking.mustAnswer()));
    ConcernId concern = intake.ask(question, user.actor()).concern();
    return ResponseEntity.created(URI.create("/api/v1/concerns/" + concern))
        .body(Map.of("concern", concern.value()));
  }

  @PostMapping(
      path = "/api/v1/concerns/{concern}/answers",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> answer(
      @PathVariable ConcernId concern,
      @RequestBody Answer answer,
      @AuthenticationPrincipal ConsoleUser user) {
    find(concern);
    Integer version = answer.version();
    if (version == null) {
      throw new BadRequest("VERSION_MISSING", "say which version of the answer it is", "/version");
    }
    intake.answer(
        concern,
        version,
        Objects.requireNonNullElse(answer.question(), ""),
        Objects.requireNonNullElse(answer.answer(), ""),
        Boolean.TRUE.equals(answer.published()),
        user.id());
    return ResponseEntity.ok()
        .header(HttpHeaders.LOCATION, "/api/v1/concerns/" + concern)
        .body(Map.of("concern", concern.value(), "version", version));
  }

  private ConcernRow find(ConcernId concern) {
    return concerns
        .find(concern)
        .orElseThrow(() -> new Rejected("UNKNOWN_CONCERN", Map.of("concern", concern)));
  }

  private @Nullable DepartmentId department(@Nullable String department) {
    if (department == null) {
      return null;
    }
    return directory.departments().stream()
        .map(DepartmentRow::id)
        .filter(one -> one.value().equals(department))
        .findFirst()
        .orElseThrow(() -> new Rejected("UNKNOWN_DEPARTMENT", Map.of("department", department)));
  }

  private static ConcernCategory category(@Nullable String category) {
    return category == null
        ? ConcernCategory.OTHER
        : ConcernCategory.of(category)
            .orElseThrow(
                () ->
                    new BadRequest(
                        "CATEGORY_UNKNOWN",
                        "the category is one of " + String.join(", ", ConcernCategory.keys()),
                        "/category"));
  }
}
