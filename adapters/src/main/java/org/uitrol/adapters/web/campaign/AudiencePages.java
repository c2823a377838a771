package org.uitrol.adapters.web.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.uitrol.adapters.web.shared.Layout;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DepartmentRow;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.application.rollout.ActivityTitles;
import org.uitrol.application.rollout.Audiences;
import org.uitrol.application.rollout.MemberForecasts;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.SegmentPreview;
import org.uitrol.domain.campaign.SegmentPreview.Count;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.MemberForecast;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.AudienceRules;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;

/**
 * Whom a campaign is for: its segments, what becomes of people who come and go, and who offered to
 * help. Whoever may not see people sees no number about fewer than the smallest group, nor one from
 * which such a number follows.
 */
@Controller
class AudiencePages {

  private final CampaignStore campaigns;
  private final RolloutStore rollouts;
  private final DirectoryStore directory;
  private final PersonVault vault;
  private final Plans plans;
  private final MemberForecasts forecasts;
  private final CommandDesk desk;
  private final Layout layout;
  private final Names names;
  private final Words words;

  AudiencePages(
      CampaignStore campaigns,
      RolloutStore rollouts,
      DirectoryStore directory,
      PersonVault vault,
      Plans plans,
      MemberForecasts forecasts,
      CommandDesk desk,
      Layout layout,
      Names names,
      Words words) {
    this.campaigns = campaigns;
    this.rollouts = rollouts;
    this.directory = directory;
    this.vault = vault;
    this.plans = plans;
    this.forecasts = forecasts;
    this.desk = desk;
    this.layout = layout;
    this.names = names;
    this.words = words;
  }

  /** A segment with what it asks for. */
  record Segment(String key, String title, String criteria) {}

  /** A department with how many of its people are in each segment, in words. */
  record Line(String department, String people, List<String> segments) {}

  /** A rule of the plan in plain words. */
  record Rule(String about, String words) {}

  /**
   * What would become of somebody in a department today, in titles of activities.
   *
   * @param until until when a leaver keeps it; empty for at once
   */
  record Effect(
      String department,
      List<String> joiner,
      boolean waits,
      List<String> caughtUp,
      List<String> done,
      List<String> givenBack,
      String until,
      List<String> returner) {}

  /** The people of a department who offered to help, or how many they are. */
  record Helpers(String department, String people) {}

  @GetMapping("/campaigns/{campaign}/people")
  String people(@PathVariable CampaignId campaign, Model model) {
    CampaignRow row = campaigns.find(campaign).orElseThrow(NotFound::new);
    Plan plan = plans.inForce(campaign, row.version());
    boolean seesPeople = layout.may("/people");
    SegmentPreview preview = preview(plan);
    model.addAttribute("campaign", row);
    model.addAttribute("campaignTitle", words.text(row.title()));
    model.addAttribute("segments", segments(plan.audienceRules()));
    model.addAttribute("lines", lines(plan, preview, seesPeople));
    model.addAttribute("warnings", warnings(plan, preview, seesPeople));
    model.addAttribute("rules", rules(plan.audienceRules()));
    model.addAttribute("effects", effects(row));
    model.addAttribute("champions", plan.audienceRules().champions());
    model.addAttribute("helpers", helpers(row, plan, seesPeople));
    return "campaign/people";
  }

  private SegmentPreview preview(Plan plan) {
    Map<String, List<Map<Criterion, String>>> people = new LinkedHashMap<>();
    if (!plan.audienceRules().segments().isEmpty()) {
      for (DepartmentRow department : directory.departments()) {
        if (isIn(plan, department.id())) {
          List<PersonId> members =
              directory.members(department.id()).stream().map(MemberRow::person).toList();
          people.put(
              department.name(),
              vault.findAll(members).values().stream().map(Audiences::traits).toList());
        }
      }
    }
    return SegmentPreview.of(plan, people);
  }

  private static boolean isIn(Plan plan, DepartmentId department) {
    return plan.waves().stream()
        .anyMatch(wave -> wave.others() || wave.departments().contains(department));
  }

  private List<Segment> segments(AudienceRules rules) {
    List<Segment> segments = new ArrayList<>();
    rules
        .segments()
        .forEach(
            (key, segment) ->
                segments.add(new Segment(key, words.text(segment.title()), criteria(segment))));
    return segments;
  }

  private String criteria(SegmentPlan segment) {
    return segment.criteria().entrySet().stream()
        .map(
            entry ->
                words.say("criterion." + entry.getKey().key())
                    + ": "
                    + String.join(", ", entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  private List<Line> lines(Plan plan, SegmentPreview preview, boolean seesPeople) {
    List<Line> lines = new ArrayList<>();
    preview
        .departments()
        .forEach(
            (department, count) ->
                lines.add(
                    new Line(
                        department,
                        number(count.people(), count.people(), plan, seesPeople),
                        count.segments().values().stream()
                            .map(in -> number(in, count.people(), plan, seesPeople))
                            .toList())));
    return lines;
  }

  /** A number that tells nothing of a few people, neither of those in it nor of the others. */
  private String number(int count, int of, Plan plan, boolean seesPeople) {
    int smallest = plan.privacy().smallestGroup();
    if (seesPeople) {
      return words.number(count);
    } else if (count < smallest) {
      return words.say("segments.fewer", smallest);
    } else if (of - count > 0 && of - count < smallest) {
      return words.say("segments.nearlyAll");
    }
    return words.number(count);
  }

  private List<String> warnings(Plan plan, SegmentPreview preview, boolean seesPeople) {
    List<String> warnings = new ArrayList<>();
    if (preview.departments().values().stream().mapToInt(Count::people).sum() == 0) {
      return warnings;
    }
    int all = preview.departments().values().stream().mapToInt(Count::people).sum();
    for (String key : preview.nobody()) {
      warnings.add(words.say("segments.nobody", title(plan, key)));
    }
    preview
        .gaps()
        .forEach(
            gap ->
                warnings.add(
                    words.say(
                        "segments.gap",
                        words.of(gap.stage()),
                        number(gap.people(), all, plan, seesPeople))));
    return warnings;
  }

  private String title(Plan plan, String segment) {
    SegmentPlan found = plan.audienceRules().segments().get(segment);
    if (found != null) {
      return words.text(found.title());
    }
    return segment.equals(Audience.CHAMPIONS) ? words.say("champions.title") : segment;
  }

  private List<Rule> rules(AudienceRules audience) {
    MemberRules rules = audience.memberRules();
    List<Rule> found = new ArrayList<>();
    found.add(rule("joiner", MemberRules.key(rules.joiner())));
    found.add(rule("mover", MemberRules.key(rules.mover())));
    found.add(
        new Rule(
            words.say("rule.leaver"),
            rules.leaverAfter() == 0
                ? words.say("rule.leaver.at-once")
                : words.say("rule.leaver.after", rules.leaverAfter())));
    found.add(rule("returner", MemberRules.key(rules.returner())));
    if (!audience.segments().isEmpty()) {
      found.add(rule("segment", "changes"));
    }
    return found;
  }

  private Rule rule(String about, String choice) {
    return new Rule(words.say("rule." + about), words.say("rule." + about + "." + choice));
  }

  private List<Effect> effects(CampaignRow campaign) {
    Function<DepartmentId, String> called = names.departments();
    List<Effect> effects = new ArrayList<>();
    for (RolloutRow row : rollouts.ofCampaign(campaign.campaign())) {
      forecasts
          .forecast(row.rollout(), desk.now())
          .ifPresent(
              forecast ->
                  effects.add(
                      effect(
                          called.apply(row.department()),
                          forecast,
                          plans.inForce(row.campaign(), row.planVersion()))));
    }
    return effects;
  }

  private Effect effect(String department, MemberForecast forecast, Plan plan) {
    return new Effect(
        department,
        titles(forecast.joiner(), plan),
        forecast.waits(),
        titles(forecast.caughtUp(), plan),
        titles(forecast.done(), plan),
        titles(forecast.givenBack(), plan),
        forecast.until() == null ? "" : words.day(forecast.until()),
        titles(forecast.returner(), plan));
  }

  private List<String> titles(List<ActivityPlan> activities, Plan plan) {
    return activities.stream().map(activity -> title(activity, plan)).toList();
  }

  private String title(ActivityPlan activity, Plan plan) {
    @Nullable Text title = ActivityTitles.title(activity, plan);
    String name =
        words.of(activity.kind()) + ": " + (title == null ? activity.uses() : words.text(title));
    Audience audience = activity.audience();
    return audience == null
        ? name
        : words.say(
            "segments.only",
            name,
            audience.segments().stream()
                .map(key -> title(plan, key))
                .collect(Collectors.joining(", ")));
  }

  private List<Helpers> helpers(CampaignRow campaign, Plan plan, boolean seesPeople) {
    List<Helpers> helpers = new ArrayList<>();
    if (plan.audienceRules().champions() == null) {
      return helpers;
    }
    Function<DepartmentId, String> called = names.departments();
    Map<DepartmentId, Set<PersonId>> offered = new LinkedHashMap<>();
    Map<DepartmentId, Integer> sizes = new HashMap<>();
    Set<PersonId> all = new HashSet<>();
    for (RolloutRow row : rollouts.ofCampaign(campaign.campaign())) {
      offered.put(row.department(), forecasts.champions(row.rollout()));
      sizes.put(row.department(), row.members());
      all.addAll(forecasts.champions(row.rollout()));
    }
    Function<PersonId, String> person = names.people(all);
    offered.forEach(
        (department, people) ->
            helpers.add(
                new Helpers(
                    called.apply(department),
                    seesPeople
                        ? people.stream().map(person).sorted().collect(Collectors.joining(", "))
                        : number(people.size(), sizes.getOrDefault(department, 0), plan, false))));
    return helpers;
  }
}
