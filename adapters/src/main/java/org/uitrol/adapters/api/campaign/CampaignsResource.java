package org.uitrol.adapters.api.campaign;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.uitrol.adapters.web.campaign.PlanUpload;
import org.uitrol.adapters.web.campaign.PlanUpload.Outcome;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.rollout.GateReports;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;

/** Campaigns, how far their departments are, and new versions of their plans. */
@RestController
class CampaignsResource {

  private final CampaignStore campaigns;
  private final KnownCampaigns known;
  private final RolloutStore rollouts;
  private final SessionStore sessions;
  private final SurveyStore surveys;
  private final GateReports gates;
  private final CommandDesk desk;
  private final PlanUpload upload;

  CampaignsResource(
      CampaignStore campaigns,
      KnownCampaigns known,
      RolloutStore rollouts,
      SessionStore sessions,
      SurveyStore surveys,
      GateReports gates,
      CommandDesk desk,
      PlanUpload upload) {
    this.campaigns = campaigns;
    this.known = known;
    this.rollouts = rollouts;
    this.sessions = sessions;
    this.surveys = surveys;
    this.gates = gates;
    this.desk = desk;
    this.upload = upload;
  }

  @GetMapping("/api/v1/campaigns")
  ResponseEntity<byte[]> all() {
    return Documents.of(Map.of("campaigns", campaigns.list()));
  }

  @GetMapping("/api/v1/campaigns/{campaign}")
  ResponseEntity<byte[]> one(@PathVariable String campaign) {
    CampaignRow row = known.named(campaign);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("campaign", row);
    document.put("rollouts", rollouts.ofCampaign(row.campaign()));
    return Documents.of(document);
  }

  /** With its gate and who waived what; nothing in it tells what a single employee did. */
  @GetMapping("/api/v1/rollouts/{rollout}")
  ResponseEntity<byte[]> rollout(@PathVariable RolloutId rollout) {
    RolloutRow row =
        rollouts
            .find(rollout)
            .orElseThrow(() -> new Rejected("UNKNOWN_ROLLOUT", Map.of("rollout", rollout)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("rollout", row);
    gates.report(rollout, desk.now()).ifPresent(report -> document.put("gate", report.gate()));
    document.put("activities", rollouts.activities(rollout));
    document.put("sessions", sessions.ofRollout(rollout));
    document.put("surveys", surveys.ofRollout(rollout));
    return Documents.of(document);
  }

  /** Drafts a plan from a campaign file, or only checks it. */
  @PostMapping(
      path = "/api/v1/campaigns",
      consumes = {
        MediaType.APPLICATION_YAML_VALUE,
        "application/x-yaml",
        "text/yaml",
        MediaType.TEXT_PLAIN_VALUE
      })
  ResponseEntity<?> draft(
      @RequestParam(defaultValue = "false") boolean check,
      @RequestBody byte[] file,
      @AuthenticationPrincipal ConsoleUser user) {
    String source = new String(file, StandardCharsets.UTF_8);
    Outcome outcome =
        check
            ? upload.check("campaign.yaml", source)
            : upload.draft("campaign.yaml", source, user.id());
    if (!outcome.isGood()) {
      return ResponseEntity.of(broken(outcome.problems())).build();
    }
    CampaignId campaign = outcome.campaign().orElseThrow();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("campaign", campaign.value());
    document.put("version", outcome.version());
    document.put("warnings", outcome.problems());
    return check
        ? ResponseEntity.ok(document)
        : ResponseEntity.created(URI.create("/api/v1/campaigns/" + campaign)).body(document);
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
