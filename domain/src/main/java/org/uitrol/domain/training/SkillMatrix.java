package org.uitrol.domain.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.uitrol.domain.training.PathPlan.RolePlan;

/**
 * Which role needs which skill, and by which courses each skill is reached.
 *
 * @param skills by their keys, in the order of the plan
 * @param paths by the keys with which activities refer to them
 */
public record SkillMatrix(Map<String, SkillPlan> skills, Map<String, PathPlan> paths) {

  /** A plan without skills. */
  public static final SkillMatrix NONE = new SkillMatrix(Map.of(), Map.of());

  public SkillMatrix {
    skills = Collections.unmodifiableMap(new LinkedHashMap<>(skills));
    paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
  }

  /** How somebody with these roles gets the skills that they need. */
  public List<SkillRoute> routes(List<RolePlan> roles) {
    List<SkillRoute> routes = new ArrayList<>();
    for (String key : PathPlan.needs(roles)) {
      routes.add(skill(key).route(key));
    }
    return routes;
  }

  /** The skills that a path asks of anybody, each once, in the order of its roles. */
  public Map<String, SkillPlan> skillsOf(PathPlan path) {
    Map<String, SkillPlan> found = new LinkedHashMap<>();
    PathPlan.needs(path.roles()).forEach(key -> found.put(key, skill(key)));
    return found;
  }

  /** The tests and courses that may come up in a path, each once. */
  public Set<String> coursesOf(PathPlan path) {
    Set<String> courses = new LinkedHashSet<>();
    skillsOf(path).forEach((key, skill) -> courses.addAll(skill.route(key).everyCourse()));
    return courses;
  }

  /** Whether a course is the test of some skill. */
  public boolean isTest(String course) {
    return skills.values().stream()
        .map(SkillPlan::baseline)
        .anyMatch(baseline -> baseline != null && baseline.course().equals(course));
  }

  /** One path and the skills that it asks for, by which two versions of it are compared. */
  public SkillMatrix withoutOthersThan(String key) {
    PathPlan path = paths.get(key);
    return path == null ? NONE : new SkillMatrix(skillsOf(path), Map.of(key, path));
  }

  /** This matrix with skills and paths that an earlier version had and this one lacks. */
  public SkillMatrix withRemainsOf(SkillMatrix earlier) {
    Map<String, SkillPlan> allSkills = new LinkedHashMap<>(earlier.skills);
    allSkills.putAll(skills);
    Map<String, PathPlan> allPaths = new LinkedHashMap<>(earlier.paths);
    allPaths.putAll(paths);
    return new SkillMatrix(allSkills, allPaths);
  }

  private SkillPlan skill(String key) {
    SkillPlan skill = skills.get(key);
    if (skill == null) {
      throw new IllegalStateException("the plan has no skill '" + key + "'");
    }
    return skill;
  }
}
