package org.uitrol.adapters.api.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.Documents;
import org.uitrol.adapters.api.KnownCampaigns;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.survey.port.ToldTexts;
import org.uitrol.application.survey.view.ResultsStore;
import org.uitrol.application.survey.view.RoundRow;
import org.uitrol.application.survey.view.SurveyRow;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.ClosedSurvey;

/** Surveys, and their results as the pages tell them (decision 0031). */
@RestController
class SurveysResource {

  private final KnownCampaigns campaigns;
  private final RolloutStore rollouts;
  private final SurveyStore surveys;
  private final ResultsStore results;
  private final ToldTexts texts;

  SurveysResource(
      KnownCampaigns campaigns,
      RolloutStore rollouts,
      SurveyStore surveys,
      ResultsStore results,
      ToldTexts texts) {
    this.campaigns = campaigns;
    this.rollouts = rollouts;
    this.surveys = surveys;
    this.results = results;
    this.texts = texts;
  }

  /** A survey of one department; nothing of how many answered, which results tell in ranges. */
  record Held(
      SurveyId survey,
      RolloutId rollout,
      String activity,
      Text title,
      int smallestGroup,
      Instant closesAt,
      boolean closed) {}

  /** A round of surveys of which the results were told. */
  record Round(String activity, int round, Instant toldAt, List<ClosedSurvey> surveys) {}

  @GetMapping("/api/v1/campaigns/{campaign}/surveys")
  ResponseEntity<byte[]> all(@PathVariable String campaign) {
    CampaignId id = campaigns.named(campaign).campaign();
    List<Held> held = new ArrayList<>();
    for (RolloutRow rollout : rollouts.ofCampaign(id)) {
      for (SurveyRow survey : surveys.ofRollout(rollout.rollout())) {
        held.add(
            new Held(
                survey.survey(),
                survey.rollout(),
                survey.activity(),
                survey.title(),
                survey.smallestGroup(),
                survey.closesAt(),
                survey.closed()));
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("surveys", held);
    document.put(
        "rounds",
        results.ofCampaign(id).stream()
            .map(row -> new Round(row.activity(), row.round(), row.toldAt(), row.surveys()))
            .toList());
    return Documents.of(document);
  }

  /** What was told of a round: the same for everybody and for ever. */
  @GetMapping("/api/v1/campaigns/{campaign}/surveys/{activity}/{round}")
  ResponseEntity<byte[]> round(
      @PathVariable String campaign, @PathVariable String activity, @PathVariable int round) {
    RoundRow found =
        results.ofCampaign(campaigns.named(campaign).campaign()).stream()
            .filter(one -> one.activity().equals(activity) && one.round() == round)
            .findFirst()
            .orElseThrow(
                () -> new Rejected("UNKNOWN_ROUND", Map.of("activity", activity, "round", round)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("activity", found.activity());
    document.put("round", found.round());
    document.put("toldAt", found.toldAt());
    document.put("smallestGroup", found.smallestGroup());
    document.put("surveys", found.surveys());
    document.put("plan", found.plan());
    document.put("results", found.sheet().questions());
    Map<String, List<String>> written = new TreeMap<>();
    for (Question question : found.plan().questions()) {
      if (question.kind() == Kind.TEXT) {
        written.put(question.id(), texts.of(found.results(), found.round(), question.id()));
      }
    }
    document.put("texts", written);
    return Documents.of(document);
  }
}
