package org.uitrol.adapters.api.hold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.BadRequest;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.hold.Holds;
import org.uitrol.application.hold.port.HoldState.Lasting;
import org.uitrol.application.hold.port.PastDue.Due;
import org.uitrol.application.hold.port.PastDue.Part;
import org.uitrol.domain.hold.DueItem;
import org.uitrol.domain.hold.DueKind;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Keys;

/** The hold for other programs, by the rules of the page. People are named by their ids. */
@RestController
class HoldResource {

  private static final int MOST = 500;

  private final Holds holds;

  HoldResource(Holds holds) {
    this.holds = holds;
  }

  /**
   * A decision.
   *
   * @param items what it is about, as the list writes them
   */
  record Decision(@Nullable String reason, @Nullable List<String> items) {

    private String why() {
      return Objects.requireNonNullElse(reason, "");
    }

    private List<DueItem> chosen() {
      return Objects.requireNonNullElse(items, List.<String>of()).stream()
          .map(DueItem::of)
          .toList();
    }
  }

  /** Whether there is one, and what is past due: of a kind or campaign, the longest first. */
  @GetMapping("/api/v1/hold")
  ResponseEntity<byte[]> hold(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String campaign,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST || offset < 0) {
      throw new BadRequest("LIMIT_INVALID", "a list has 1 to " + MOST + " rows", "limit");
    }
    Part part = new Part(kind(kind), campaign == null ? null : new CampaignId(campaign));
    Optional<Lasting> lasting = holds.lasting();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("on", lasting.isPresent());
    document.put("cause", lasting.map(Lasting::cause).orElse(null));
    document.put("since", lasting.map(Lasting::since).orElse(null));
    if (lasting.isPresent()) {
      document.put("counts", holds.counts(part));
      document.put(
          "due", holds.list(part, offset, limit).stream().map(HoldResource::shown).toList());
    }
    return Documents.of(document);
  }

  /** Ends it: all that is past due goes. */
  @PostMapping("/api/v1/hold/release")
  ResponseEntity<byte[]> end(
      @RequestBody Decision decision, @AuthenticationPrincipal ConsoleUser user) {
    holds.release(decision.why(), user.id());
    return hold(null, null, 0, 1);
  }

  /** Lets some go. */
  @PostMapping("/api/v1/hold/due/release")
  ResponseEntity<byte[]> release(
      @RequestBody Decision decision, @AuthenticationPrincipal ConsoleUser user) {
    return Documents.of(
        Map.of("decided", holds.release(decision.chosen(), decision.why(), user.id())));
  }

  /** Has some never happen. */
  @PostMapping("/api/v1/hold/due/discard")
  ResponseEntity<byte[]> discard(
      @RequestBody Decision decision, @AuthenticationPrincipal ConsoleUser user) {
    return Documents.of(
        Map.of("decided", holds.discard(decision.chosen(), decision.why(), user.id())));
  }

  private static @Nullable DueKind kind(@Nullable String kind) {
    return kind == null
        ? null
        : Keys.find(DueKind.class, kind)
            .orElseThrow(
                () ->
                    new BadRequest(
                        "KIND_UNKNOWN",
                        "'" + kind + "' is none of " + Keys.all(DueKind.class),
                        "kind"));
  }

  private static Map<String, @Nullable Object> shown(Due due) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("item", due.item().text());
    row.put("kind", due.item().kind());
    row.put("what", due.what());
    row.put("person", due.to());
    row.put("to", due.elsewhere());
    row.put("since", due.since());
    row.put("campaign", due.campaign());
    return row;
  }
}
