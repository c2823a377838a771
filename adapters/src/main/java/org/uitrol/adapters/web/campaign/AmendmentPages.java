package org.uitrol.adapters.web.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.uitrol.adapters.files.campaign.PlanChanges;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Consultations;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.AmendmentEffects;
import org.uitrol.application.campaign.view.AmendmentEffects.Effect;
import org.uitrol.application.campaign.view.AmendmentRow;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.campaign.view.VersionRow;
import org.uitrol.application.campaign.view.WaveRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.campaign.consultation.Consultation;
import org.uitrol.domain.campaign.consultation.Register;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;

/** What changes between versions of a plan, and what an amendment will do to whom. */
@Controller
class AmendmentPages {

  private final CampaignStore campaigns;
  private final RolloutStore rollouts;
  private final SessionStore sessions;
  private final DirectoryStore directory;
  private final Plans plans;
  private final Consultations consultations;
  private final PlanSources sources;
  private final PlanWords planWords;
  private final Orders orders;
  private final Names names;
  private final Words words;

  AmendmentPages(
      CampaignStore campaigns,
      RolloutStore rollouts,
      SessionStore sessions,
      DirectoryStore directory,
      Plans plans,
      Consultations consultations,
      PlanSources sources,
      PlanWords planWords,
      Orders orders,
      Names names,
      Words words) {
    this.campaigns = campaigns;
    this.rollouts = rollouts;
    this.sessions = sessions;
    this.directory = directory;
    this.plans = plans;
    this.consultations = consultations;
    this.sources = sources;
    this.planWords = planWords;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  @GetMapping("/campaigns/{campaign}/versions/{version}/changes")
  String changes(
      @PathVariable String campaign,
      @PathVariable int version,
      @RequestParam(required = false) @org.jspecify.annotations.Nullable Integer since,
      Model model) {
    CampaignRow row = find(campaign);
    int earlier = since == null ? Math.max(1, version - 1) : since;
    Plan before = plan(row, earlier);
    Plan after = plan(row, version);
    show(model, row);
    model.addAttribute("before", earlier);
    model.addAttribute("after", version);
    model.addAttribute("changes", told(before, after));
    model.addAttribute(
        "others",
        row.versions().stream()
            .map(VersionRow::version)
            .filter(one -> one != version && one != earlier)
            .toList());
    return "campaign/changes";
  }

  /** What an amendment does to a department, in words. */
  record Told(String department, String from, int people, String keeps, List<String> changes) {}

  @GetMapping("/campaigns/{campaign}/amendment")
  String amendment(
      @PathVariable String campaign, @AuthenticationPrincipal ConsoleUser user, Model model) {
    CampaignRow row = find(campaign);
    AmendmentRow amendment = Optional.ofNullable(row.amendment()).orElseThrow(NotFound::new);
    Plan before = plan(row, row.version());
    Plan after = plan(row, amendment.version());
    show(model, row);
    model.addAttribute("amendment", amendment);
    model.addAttribute("author", names.account(amendment.author()));
    model.addAttribute(
        "steps", user.is(Role.CHANGE_MANAGER) ? Step.ofAmendment(row, amendment, user) : List.of());
    model.addAttribute("own", amendment.author().equals(user.id()));
    model.addAttribute("changes", told(before, after));
    model.addAttribute("effects", effects(row, before, after));
    model.addAttribute("consultation", after.governance().consultation());
    model.addAttribute(
        "growth",
        after.governance().consultation() == null
            ? List.of()
            : Register.of(after)
                .beyond(
                    consultations
                        .find(row.campaign())
                        .map(Consultation::agreed)
                        .orElse(List.of())));
    return "campaign/amendment";
  }

  private List<Told> effects(CampaignRow row, Plan before, Plan after) {
    Function<DepartmentId, String> called = names.departments();
    return AmendmentEffects.of(
            before,
            after,
            rollouts.ofCampaign(row.campaign()),
            waiting(row, after),
            department -> directory.members(department).size(),
            this::toCome)
        .stream()
        .map(
            effect ->
                new Told(
                    called.apply(effect.department()),
                    from(effect),
                    effect.people(),
                    words.say("amendment.sessions", effect.keeps()),
                    changes(effect)))
        .toList();
  }

  private String from(Effect effect) {
    return effect
        .from()
        .map(words::of)
        .orElseGet(() -> words.say(effect.begun() ? "amendment.never" : "amendment.fromStart"));
  }

  private List<String> changes(Effect effect) {
    List<String> told = new ArrayList<>();
    tell(told, "amendment.added", effect.added());
    tell(told, "amendment.removed", effect.removed());
    tell(told, "amendment.changed", effect.changed());
    tell(told, "amendment.gates", effect.stages().stream().map(words::of).toList());
    return told.isEmpty() ? List.of(words.say("amendment.nothing")) : told;
  }

  private void tell(List<String> told, String key, List<String> what) {
    if (!what.isEmpty()) {
      told.add(words.say(key, String.join(", ", what)));
    }
  }

  private int toCome(RolloutRow rollout) {
    return (int)
        sessions.ofRollout(rollout.rollout()).stream()
            .filter(session -> session.state() == Session.State.PLANNED)
            .filter(session -> session.place().startsAt().toInstant().isAfter(orders.now()))
            .count();
  }

  /** The departments of the new plan's waves that haven't begun. */
  private Set<DepartmentId> waiting(CampaignRow row, Plan after) {
    Set<DepartmentId> begun = new LinkedHashSet<>();
    row.waves().stream()
        .filter(wave -> wave.startedAt() != null)
        .map(WaveRow::departments)
        .forEach(begun::addAll);
    Set<DepartmentId> waiting = new LinkedHashSet<>();
    for (Wave wave : after.waves()) {
      waiting.addAll(wave.departments());
      if (wave.others() || wave.share() != null) {
        directory.departments().forEach(one -> waiting.add(one.id()));
      }
    }
    waiting.removeAll(begun);
    return waiting;
  }

  private List<PlanWords.Told> told(Plan before, Plan after) {
    return planWords.told(PlanChanges.between(before, after, sources::told));
  }

  private void show(Model model, CampaignRow row) {
    model.addAttribute("campaign", row);
    model.addAttribute("campaignTitle", words.text(row.title()));
  }

  private Plan plan(CampaignRow row, int version) {
    if (row.versions().stream().noneMatch(one -> one.version() == version)) {
      throw new NotFound();
    }
    return plans.plan(row.campaign(), version);
  }

  private CampaignRow find(String campaign) {
    return campaigns.find(new CampaignId(campaign)).orElseThrow(NotFound::new);
  }
}
