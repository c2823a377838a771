package org.uitrol.application.adoption.view;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.adoption.CountedRollouts;
import org.uitrol.application.adoption.CountedRollouts.Counted;
import org.uitrol.application.adoption.DepartmentUse;
import org.uitrol.application.adoption.port.Reach;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.adoption.view.AdoptionFunnel.Group;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.shared.AsOf;
import org.uitrol.domain.adoption.Headcount;
import org.uitrol.domain.adoption.SmallestGroup;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.adoption.UsageWindow;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;

/** How use of what a campaign rolls out spreads and lasts, by department. */
@Component
public class Adoption {

  private final CountedRollouts counted;
  private final RolloutStore rollouts;
  private final UsageStore usage;
  private final DepartmentUse use;
  private final Reach reach;

  public Adoption(
      CountedRollouts counted,
      RolloutStore rollouts,
      UsageStore usage,
      DepartmentUse use,
      Reach reach) {
    this.counted = counted;
    this.rollouts = rollouts;
    this.usage = usage;
    this.use = use;
    this.reach = reach;
  }

  /**
   * What may be told.
   *
   * @param rule what the plan of the first department says; all of one version say the same
   * @param smallest the largest that any of the plans asks for
   * @param window the four weeks that are counted; null while there is no report
   * @param unnamed of how many hidden names there was use; null when the report hides none
   */
  public record Figures(
      UsageRule rule,
      SmallestGroup smallest,
      @Nullable UsageWindow window,
      AdoptionFunnel funnel,
      @Nullable Headcount unnamed) {}

  /**
   * The figures of a campaign; empty when it counts no use in any department.
   *
   * @param then by the reports that had been read in, of days that had come; who was in a
   *     department, and how far people came before they used anything, is as of when its thread
   *     reads (see {@link org.uitrol.application.shared.TimeTravel})
   */
  public Optional<Figures> of(CampaignId campaign, AsOf then) {
    List<Counted> departments = counted.ofCampaign(campaign);
    if (departments.isEmpty()) {
      return Optional.empty();
    }
    UsageRule rule = departments.get(0).rule();
    UsageWindow window = use.window(rule.of(), then).orElse(null);
    SmallestGroup smallest =
        new SmallestGroup(
            departments.stream()
                .mapToInt(one -> one.plan().privacy().smallestGroup())
                .max()
                .orElseThrow());
    List<Group> groups = departments.stream().map(one -> group(one, window, then.known())).toList();
    return Optional.of(
        new Figures(
            rule,
            smallest,
            window,
            AdoptionFunnel.of(groups, smallest),
            usage
                .latestHiding(rule.of(), then)
                .map(report -> smallest.tell(report.unnamedActive(), report.unnamed()))
                .orElse(null)));
  }

  private Group group(Counted one, @Nullable UsageWindow window, Instant knownAt) {
    Set<PersonId> members = new HashSet<>(rollouts.members(one.rollout().rollout()));
    Map<AdoptionStep, Integer> counts = new EnumMap<>(AdoptionStep.class);
    reach
        .of(one.rollout().rollout(), announcements(one.plan()))
        .forEach(
            (step, people) ->
                counts.put(step, (int) people.stream().filter(members::contains).count()));
    if (window != null) {
      DepartmentUse.Counts found = use.count(one.rule(), members, window, knownAt);
      counts.put(AdoptionStep.ACTIVE, found.active());
      counts.put(AdoptionStep.SUSTAINED, found.sustained());
    }
    return new Group(one.rollout().department(), members.size(), counts);
  }

  private static Set<String> announcements(Plan plan) {
    return plan.stages().stream()
        .flatMap(stage -> stage.activities().stream())
        .filter(activity -> activity.kind() == ActivityKind.ANNOUNCEMENT)
        .map(ActivityPlan::uses)
        .collect(Collectors.toSet());
  }
}
