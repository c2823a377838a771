package org.uitrol.adapters.web.rollout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.SkillWords;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.campaign.view.CampaignRow;
import org.uitrol.application.campaign.view.CampaignStore;
import org.uitrol.application.rollout.view.ActivityRow;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.training.view.PathMatrix;
import org.uitrol.application.training.view.PathMatrix.Cell;
import org.uitrol.application.training.view.PathMatrix.Counts;
import org.uitrol.application.training.view.PathStore;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.SkillPath;

/** How many people of a department are how far on a skill path, by role and skill. */
@Controller
class PathPages {

  private final RolloutStore rollouts;
  private final CampaignStore campaigns;
  private final PathStore paths;
  private final Plans plans;
  private final SkillWords skills;
  private final Names names;
  private final Words words;

  PathPages(
      RolloutStore rollouts,
      CampaignStore campaigns,
      PathStore paths,
      Plans plans,
      SkillWords skills,
      Names names,
      Words words) {
    this.rollouts = rollouts;
    this.campaigns = campaigns;
    this.paths = paths;
    this.plans = plans;
    this.skills = skills;
    this.names = names;
    this.words = words;
  }

  /** A role with what is told of it; null people when that is withheld. */
  record Row(String role, @Nullable Integer people, List<Told> cells) {}

  /**
   * One role and one skill.
   *
   * @param needed whether the role needs the skill
   * @param counts null when withheld or not needed
   */
  record Told(boolean needed, @Nullable Counts counts) {}

  @GetMapping("/rollouts/{rollout}/paths/{activity}")
  String matrix(
      @PathVariable String rollout,
      @PathVariable String activity,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    RolloutRow row = rollouts.find(new RolloutId(rollout)).orElseThrow(NotFound::new);
    ActivityRow about =
        rollouts
            .activity(row.rollout(), activity)
            .filter(one -> one.kind() == ActivityKind.PATH)
            .orElseThrow(NotFound::new);
    Plan plan = plans.inForce(row.campaign(), row.planVersion());
    PathPlan path = plan.skillMatrix().paths().get(about.uses());
    boolean seesPeople = user.is(Role.CHANGE_MANAGER);
    List<SkillPath> people =
        paths.ofRollout(row.rollout()).stream()
            .filter(one -> one.activity().equals(activity))
            .toList();
    PathMatrix matrix =
        PathMatrix.of(path, people, seesPeople ? 1 : plan.privacy().smallestGroup());
    model.addAttribute("rollout", row);
    model.addAttribute("department", names.department(row.department()));
    model.addAttribute(
        "campaignTitle",
        campaigns
            .find(row.campaign())
            .map(CampaignRow::title)
            .map(words::text)
            .orElse(row.campaign().value()));
    model.addAttribute("title", path == null ? about.uses() : words.text(path.title()));
    model.addAttribute("dueAt", about.endsAt());
    model.addAttribute("smallestGroup", plan.privacy().smallestGroup());
    model.addAttribute("seesPeople", seesPeople);
    model.addAttribute(
        "skills", matrix.skills().stream().map(key -> skills.skill(key, plan)).toList());
    model.addAttribute("rows", rows(matrix, plan));
    model.addAttribute(
        "unscored",
        matrix.roles().stream()
            .flatMap(one -> one.cells().values().stream())
            .map(Cell::counts)
            .anyMatch(counts -> counts != null && counts.unscored() > 0));
    return "rollout/path";
  }

  private List<Row> rows(PathMatrix matrix, Plan plan) {
    List<Row> rows = new ArrayList<>();
    for (PathMatrix.Row row : matrix.roles()) {
      List<Told> cells =
          matrix.skills().stream()
              .map(
                  skill -> {
                    Cell cell = row.cells().get(skill);
                    return new Told(cell != null, cell == null ? null : cell.counts());
                  })
              .toList();
      rows.add(new Row(skills.role(row.role(), plan), row.people(), cells));
    }
    return rows;
  }
}
