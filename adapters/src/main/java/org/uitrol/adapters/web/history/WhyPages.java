package org.uitrol.adapters.web.history;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.uitrol.adapters.history.ExplanationWords;
import org.uitrol.adapters.history.HistoryNames;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.explanation.Explanation;
import org.uitrol.application.audit.explanation.Explanations;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.rollout.ActivityTitles;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * Why something happened to somebody, or didn't, and why a gate opened or stayed closed: each line
 * with its event.
 */
@Controller
class WhyPages {

  private final Explanations explanations;
  private final ExplanationWords told;
  private final HistoryNames names;
  private final RolloutStore rollouts;
  private final Plans plans;
  private final Words words;

  WhyPages(
      Explanations explanations,
      ExplanationWords told,
      HistoryNames names,
      RolloutStore rollouts,
      Plans plans,
      Words words) {
    this.explanations = explanations;
    this.told = told;
    this.names = names;
    this.rollouts = rollouts;
    this.plans = plans;
    this.words = words;
  }

  /** A rollout that somebody takes or took part in, and what can be asked about. */
  record Choice(RolloutId rollout, String campaign, String department, List<Asked> activities) {

    Choice {
      activities = List.copyOf(activities);
    }
  }

  /** An activity, as people call it. */
  record Asked(String id, String title) {}

  @GetMapping("/people/{person}/why")
  String person(
      @PathVariable PersonId person,
      @RequestParam(required = false) @Nullable String rollout,
      @RequestParam(required = false) @Nullable String activity,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    Names shown = names.seenBy(user);
    model.addAttribute("person", person);
    model.addAttribute("name", shown.person(person));
    if (rollout == null || activity == null || activity.isBlank()) {
      List<RolloutId> known = explanations.rolloutsOf(person);
      model.addAttribute(
          "choices",
          known.stream()
              .filter(one -> rollout == null || one.value().equals(rollout))
              .flatMap(one -> rollouts.find(one).stream())
              .map(row -> choice(row, person, shown))
              .toList());
      return "history/ask-why";
    }
    RolloutRow row = find(rollout);
    Explanation explanation =
        explanations.ofPerson(person, row.rollout(), activity).orElseThrow(NotFound::new);
    model.addAttribute("activity", title(row, person, activity));
    about(row, explanation, shown, model);
    return "history/person-why";
  }

  @GetMapping("/rollouts/{rollout}/gates/{stage}/why")
  String gate(
      @PathVariable String rollout,
      @PathVariable String stage,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    RolloutRow row = find(rollout);
    StageName asked = stage(stage);
    Explanation explanation = explanations.ofGate(row.rollout(), asked).orElseThrow(NotFound::new);
    model.addAttribute("stage", asked);
    model.addAttribute("stages", StageName.values());
    about(row, explanation, names.seenBy(user), model);
    return "history/gate-why";
  }

  private void about(RolloutRow row, Explanation explanation, Names shown, Model model) {
    model.addAttribute("rollout", row);
    model.addAttribute("department", shown.department(row.department()));
    model.addAttribute("campaign", shown.campaign(row.campaign(), words.language()));
    model.addAttribute("position", explanation.position());
    model.addAttribute("chapters", told.tell(explanation, locale(), shown));
  }

  private Choice choice(RolloutRow row, PersonId person, Names shown) {
    Plan plan = plans.inForce(row.campaign(), row.planVersion());
    return new Choice(
        row.rollout(),
        shown.campaign(row.campaign(), words.language()),
        shown.department(row.department()),
        explanations.activities(row.rollout(), person).stream()
            .map(one -> new Asked(ActivityPlan.idInPlan(one.id()), title(one, plan)))
            .toList());
  }

  private String title(RolloutRow row, PersonId person, String activity) {
    Plan plan = plans.inForce(row.campaign(), row.planVersion());
    return explanations.activities(row.rollout(), person).stream()
        .filter(
            one -> one.id().equals(activity) || ActivityPlan.idInPlan(one.id()).equals(activity))
        .findFirst()
        .map(one -> title(one, plan))
        .orElse(activity);
  }

  private String title(ActivityPlan activity, Plan plan) {
    return ActivityTitles.of(activity, plan, words.language()).replaceAll("\\{\\{[^}]*}}", "…");
  }

  private RolloutRow find(String rollout) {
    return rollouts.find(new RolloutId(rollout)).orElseThrow(NotFound::new);
  }

  private static StageName stage(String key) {
    try {
      return StageName.of(key);
    } catch (IllegalArgumentException e) {
      throw new NotFound();
    }
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
