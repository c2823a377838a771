package org.uitrol.adapters.web.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillPlan;

/** Says in plain words which role needs which skill, and how people get it. */
@Component
public class SkillWords {

  private final Words words;

  SkillWords(Words words) {
    this.words = words;
  }

  /**
   * A matrix in words.
   *
   * @param roles the skills that each role needs
   * @param skills how people get each skill
   */
  public record Told(String title, List<Line> roles, List<Line> skills) {

    public Told {
      roles = List.copyOf(roles);
      skills = List.copyOf(skills);
    }
  }

  /** What something is called, and what is said about it. */
  public record Line(String name, String about) {}

  /** The paths of a plan; none when it has none. */
  public List<Told> told(Plan plan) {
    return plan.skillMatrix().paths().values().stream().map(path -> told(path, plan)).toList();
  }

  private Told told(PathPlan path, Plan plan) {
    List<Line> roles =
        path.roles().stream()
            .map(
                role ->
                    new Line(
                        role(role.key(), plan),
                        role.needs().stream()
                            .map(skill -> skill(skill, plan))
                            .collect(Collectors.joining(", "))))
            .toList();
    List<Line> skills = new ArrayList<>();
    plan.skillMatrix()
        .skillsOf(path)
        .forEach((key, skill) -> skills.add(new Line(words.text(skill.title()), way(skill, plan))));
    return new Told(words.text(path.title()), roles, skills);
  }

  /** What a role is called, by its key. */
  public String role(String key, Plan plan) {
    if (key.equals(RolePlan.OTHERS)) {
      return words.say("skills.others");
    }
    Map<String, SegmentPlan> segments = plan.audienceRules().segments();
    return List.of(key.split("\\+")).stream()
        .map(
            segment -> {
              SegmentPlan said = segments.get(segment);
              return said == null ? segment : words.text(said.title());
            })
        .collect(Collectors.joining(", "));
  }

  /** What a skill is called, by its key. */
  public String skill(String key, Plan plan) {
    SkillPlan skill = plan.skillMatrix().skills().get(key);
    return skill == null ? key : words.text(skill.title());
  }

  private String way(SkillPlan skill, Plan plan) {
    String all = courses(skill.courses(), plan);
    Baseline baseline = skill.baseline();
    if (baseline == null) {
      return words.say("skills.everybody", all);
    }
    String test = courses(List.of(baseline.course()), plan);
    String pass = words.percent(baseline.pass());
    return skill.fastLane().isEmpty()
        ? words.say("skills.test", test, pass, all)
        : words.say("skills.fastLane", test, pass, courses(skill.fastLane(), plan), all);
  }

  private String courses(List<String> keys, Plan plan) {
    return keys.stream()
        .map(
            key -> {
              CoursePlan course = plan.courses().get(key);
              return course == null ? key : words.text(course.title());
            })
        .collect(Collectors.joining(", "));
  }
}
