package org.uitrol.adapters.api.simulation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.api.KnownCampaigns;
import org.uitrol.adapters.api.Problems;
import org.uitrol.adapters.files.campaign.Problem;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.simulation.RunningWhatIfs;
import org.uitrol.adapters.simulation.RunningWhatIfs.Question;
import org.uitrol.adapters.simulation.RunningWhatIfs.Replay;
import org.uitrol.adapters.web.campaign.PlanSources;
import org.uitrol.adapters.web.campaign.PlanUpload;
import org.uitrol.adapters.web.campaign.PlanUpload.Reading;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.Rejected;

/** Replays a campaign under another plan; a long replay is asked for again. */
@RestController
class WhatIfResource {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  private final KnownCampaigns known;
  private final Plans plans;
  private final PlanSources sources;
  private final PlanUpload upload;
  private final RunningWhatIfs replays;
  private final CommandDesk desk;

  WhatIfResource(
      KnownCampaigns known,
      Plans plans,
      PlanSources sources,
      PlanUpload upload,
      RunningWhatIfs replays,
      CommandDesk desk) {
    this.known = known;
    this.plans = plans;
    this.sources = sources;
    this.upload = upload;
    this.replays = replays;
    this.desk = desk;
  }

  /**
   * Begins a replay: under the plan in the body, under a stored version, or without either under
   * the plan as it was.
   */
  @PostMapping("/api/v1/campaigns/{campaign}/what-if")
  ResponseEntity<?> run(
      @PathVariable String campaign,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @Nullable Instant until,
      @RequestBody(required = false) byte @Nullable [] file,
      @AuthenticationPrincipal ConsoleUser user)
      throws InterruptedException {
    CampaignRow row = known.named(campaign);
    Instant now = desk.now();
    Instant end = until == null ? now : until;
    Question question;
    if (version != null) {
      if (row.versions().stream().noneMatch(one -> one.version() == version)) {
        throw new Rejected("UNKNOWN_VERSION", Map.of("version", version));
      }
      question =
          new Question(
              row.campaign(),
              version,
              plans.plan(row.campaign(), version),
              sources.text(row.campaign(), version),
              end,
              user.id());
    } else if (file != null && file.length > 0) {
      String source = new String(file, StandardCharsets.UTF_8);
      Reading reading = upload.readOnly("campaign.yaml", source);
      Plan plan = reading.plan();
      if (plan == null) {
        return ResponseEntity.of(broken(reading.problems())).build();
      }
      if (!plan.campaign().equals(row.campaign())) {
        throw new Rejected(
            "OTHER_CAMPAIGN", Map.of("campaign", row.campaign(), "plan", plan.campaign()));
      }
      question = new Question(row.campaign(), null, plan, source, end, user.id());
    } else {
      question = new Question(row.campaign(), null, null, "", end, user.id());
    }
    Replay replay = replays.start(question);
    replay.await(LONGEST_WAIT);
    return ResponseEntity.created(
            URI.create("/api/v1/campaigns/" + row.campaign() + "/what-if/" + replay.id()))
        .contentType(MediaType.APPLICATION_JSON)
        .body(Objects.requireNonNull(document(replay).getBody()));
  }

  /** How far it is, or what came of it; waits a while for the end. */
  @GetMapping("/api/v1/campaigns/{campaign}/what-if/{run}")
  ResponseEntity<byte[]> result(
      @PathVariable String campaign,
      @PathVariable String run,
      @AuthenticationPrincipal ConsoleUser user)
      throws InterruptedException {
    Replay replay = find(campaign, run, user);
    replay.await(LONGEST_WAIT);
    return document(replay);
  }

  @PostMapping("/api/v1/campaigns/{campaign}/what-if/{run}/stop")
  ResponseEntity<byte[]> stop(
      @PathVariable String campaign,
      @PathVariable String run,
      @AuthenticationPrincipal ConsoleUser user)
      throws InterruptedException {
    Replay replay = find(campaign, run, user);
    replays.stop(replay);
    replay.await(LONGEST_WAIT);
    return document(replay);
  }

  private Replay find(String campaign, String run, ConsoleUser user) {
    CampaignId id = known.named(campaign).campaign();
    return replays
        .find(id, run, user.id())
        .orElseThrow(() -> new Rejected("UNKNOWN_REPLAY", Map.of("replay", run)));
  }

  private static ResponseEntity<byte[]> document(Replay replay) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("replay", replay.id());
    document.put("state", Keys.of(replay.state()));
    document.put("percent", replay.percent());
    replay.refused().ifPresent(refused -> document.put("refused", refused.code()));
    replay.result().ifPresent(found -> document.put("result", found));
    return Documents.of(document);
  }

  private static ProblemDetail broken(List<Problem> problems) {
    ProblemDetail problem =
        Problems.of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "CAMPAIGN_FILE_INVALID",
            problems.size() == 1
                ? problems.get(0).toString()
                : problems.size() + " mistakes; the first is " + problems.get(0));
    problem.setProperty("errors", problems);
    return problem;
  }
}
