package org.uitrol.application.training.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPath.Progress;
import org.uitrol.domain.training.SkillPath.State;
import org.uitrol.domain.training.SkillRoute;
import org.uitrol.domain.training.Verdict;

/**
 * How many people of each role are how far with each skill.
 *
 * @param skills their keys in the plan, a column each
 * @param roles a row each; a person with several roles is in each of them
 */
public record PathMatrix(List<String> skills, List<Row> roles) {

  public PathMatrix {
    skills = List.copyOf(skills);
    roles = List.copyOf(roles);
  }

  /**
   * One role.
   *
   * @param role its key in the path
   * @param people how many people have it; null when they are too few to be told
   * @param cells by skill; a skill that the role doesn't need isn't there
   */
  public record Row(String role, @Nullable Integer people, Map<String, Cell> cells) {

    public Row {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    public boolean withheld() {
      return people == null;
    }
  }

  /**
   * One role and one skill.
   *
   * @param counts null when some number is too small to be told
   */
  public record Cell(@Nullable Counts counts) {}

  /**
   * How many people are where.
   *
   * @param unscored how many of them finished the test without a score
   */
  public record Counts(int testing, int upskilling, int fastLane, int done, int unscored) {

    /** Whether each group in it is empty or has at least that many people. */
    boolean isOfGroups(int smallest) {
      return Stream.of(testing, upskilling, fastLane, done, unscored)
          .allMatch(count -> count == 0 || count >= smallest);
    }
  }

  /**
   * The matrix of one activity.
   *
   * @param path as the plan has it; null when it has it no longer
   * @param people everybody's way through it; who left isn't counted
   * @param smallestGroup no group smaller than this is told, nor can be worked out from what is
   *     told; 1 for who may see people
   */
  public static PathMatrix of(@Nullable PathPlan path, List<SkillPath> people, int smallestGroup) {
    List<SkillPath> there = people.stream().filter(one -> one.state() != State.LEFT).toList();
    Set<String> roles = new LinkedHashSet<>();
    Set<String> skills = new LinkedHashSet<>();
    if (path != null) {
      path.roles().forEach(role -> roles.add(role.key()));
      skills.addAll(PathPlan.needs(path.roles()));
    }
    there.forEach(
        one -> {
          roles.addAll(one.roles());
          one.skills().forEach(skill -> skills.add(skill.skill()));
        });
    Map<String, List<SkillPath>> byRole = new LinkedHashMap<>();
    for (String role : roles) {
      byRole.put(role, there.stream().filter(one -> one.roles().contains(role)).toList());
    }
    Set<String> withheld = withheld(byRole, smallestGroup);
    List<Row> rows = new ArrayList<>();
    byRole.forEach(
        (role, some) ->
            rows.add(
                withheld.contains(role)
                    ? new Row(role, null, Map.of())
                    : new Row(
                        role, some.size(), cells(role(path, role), some, skills, smallestGroup))));
    return new PathMatrix(List.copyOf(skills), rows);
  }

  private static Optional<RolePlan> role(@Nullable PathPlan path, String key) {
    return path == null ? Optional.empty() : path.role(key);
  }

  /** Roles of too few people, and the next smallest until together they are enough. */
  private static Set<String> withheld(Map<String, List<SkillPath>> byRole, int smallestGroup) {
    Set<String> withheld = new HashSet<>();
    int people = 0;
    List<String> bySize =
        byRole.keySet().stream()
            .filter(role -> !byRole.getOrDefault(role, List.of()).isEmpty())
            .sorted(Comparator.comparing(role -> byRole.getOrDefault(role, List.of()).size()))
            .toList();
    for (String role : bySize) {
      int size = byRole.getOrDefault(role, List.of()).size();
      if (size < smallestGroup || (people > 0 && people < smallestGroup)) {
        withheld.add(role);
        people += size;
      }
    }
    return withheld;
  }

  private static Map<String, Cell> cells(
      Optional<RolePlan> role, List<SkillPath> people, Set<String> skills, int smallestGroup) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (String skill : skills) {
      if (role.isPresent() && !role.get().needs().contains(skill)) {
        continue;
      }
      Counts counts = counts(skill, people);
      cells.put(skill, new Cell(counts.isOfGroups(smallestGroup) ? counts : null));
    }
    return cells;
  }

  private static Counts counts(String skill, List<SkillPath> people) {
    Map<Progress, Integer> found = new EnumMap<>(Progress.class);
    int unscored = 0;
    for (SkillPath one : people) {
      for (SkillRoute route : one.skills()) {
        if (route.skill().equals(skill)) {
          found.merge(one.progress(route), 1, Integer::sum);
          unscored += one.verdicts().get(skill) == Verdict.UNSCORED ? 1 : 0;
        }
      }
    }
    return new Counts(
        found.getOrDefault(Progress.TEST, 0),
        found.getOrDefault(Progress.UPSKILLING, 0),
        found.getOrDefault(Progress.FAST_LANE, 0),
        found.getOrDefault(Progress.DONE, 0),
        unscored);
  }
}
