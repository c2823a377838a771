package org.uitrol.adapters.files.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillMatrix;
import org.uitrol.domain.training.SkillPlan;

/** Reads which skills there are, by which courses people get them, and which role needs which. */
final class SkillsReader {

  private static final int MOST_COURSES = 20;
  private static final int MOST_ROLES = 50;
  private static final int MOST_NEEDS = 30;
  private static final String STAND_IN = "x";

  private final Values values;
  private final Problems problems;
  private final Used used;
  private final SegmentsReader segments;
  private final Map<String, CoursePlan> courses;

  SkillsReader(
      Values values,
      Problems problems,
      Used used,
      SegmentsReader segments,
      Map<String, CoursePlan> courses) {
    this.values = values;
    this.problems = problems;
    this.used = used;
    this.segments = segments;
    this.courses = courses;
  }

  /**
   * The matrix.
   *
   * @param known the segments that roles can be for
   */
  SkillMatrix read(@Nullable Entry skillsEntry, @Nullable Entry pathsEntry, Set<String> known) {
    Map<String, SkillPlan> skills = new LinkedHashMap<>();
    values
        .named(skillsEntry)
        .forEach(
            (key, entry) -> {
              used.wrote("skill", key, entry);
              skills.put(key, skill(entry));
            });
    Map<String, PathPlan> paths = new LinkedHashMap<>();
    values
        .named(pathsEntry)
        .forEach(
            (key, entry) -> {
              used.wrote("path", key, entry);
              paths.put(key, path(entry, skills.keySet(), known));
            });
    return new SkillMatrix(skills, paths);
  }

  private SkillPlan skill(Entry entry) {
    Fields fields = Fields.of(entry, Shape.SKILL, problems);
    Text title = values.text(fields.need("title"), false, Values.LINE);
    Baseline baseline = baseline(fields.get("baseline"));
    List<String> upskilling = courses(fields.need("courses"), baseline);
    return new SkillPlan(
        title,
        upskilling.isEmpty() ? List.of(STAND_IN) : upskilling,
        baseline,
        fastLane(fields, baseline));
  }

  private @Nullable Baseline baseline(@Nullable Entry entry) {
    if (entry == null) {
      return null;
    }
    Fields fields = Fields.of(entry, Shape.BASELINE, problems);
    return new Baseline(course(fields.need("course")), values.share(fields.need("pass")));
  }

  private List<String> fastLane(Fields fields, @Nullable Baseline baseline) {
    if (baseline == null) {
      fields.refuse(List.of("fastLane"), "is for who passes a test: write 'baseline' too");
      return List.of();
    }
    return courses(fields.get("fastLane"), baseline);
  }

  private List<String> courses(@Nullable Entry entry, @Nullable Baseline baseline) {
    List<String> keys = new ArrayList<>();
    for (Entry item : values.items(entry, MOST_COURSES)) {
      String key = course(item);
      if (baseline != null && courses.containsKey(key) && key.equals(baseline.course())) {
        problems.error(item, "'" + key + "' is the test of this skill: leave it out here");
      } else {
        addOnce(keys, key, item);
      }
    }
    return keys;
  }

  private void addOnce(List<String> keys, String key, Entry item) {
    if (keys.contains(key)) {
      problems.error(item, "'" + key + "' stands here twice");
    } else {
      keys.add(key);
    }
  }

  private String course(@Nullable Entry entry) {
    String key = values.reference(entry, "course", courses.keySet());
    used.uses("course", key);
    CoursePlan course = courses.get(key);
    if (entry != null && course != null && course.classroom() != null) {
      problems.error(
          entry,
          "'"
              + key
              + "' is in a classroom, and who needs it when isn't known ahead: a path has online"
              + " courses only");
    }
    return key;
  }

  private PathPlan path(Entry entry, Collection<String> skills, Set<String> known) {
    Fields fields = Fields.of(entry, Shape.PATH, problems);
    Text title = values.text(fields.need("title"), false, Values.LINE);
    List<RolePlan> roles = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Entry item : values.items(fields.need("roles"), MOST_ROLES)) {
      RolePlan role = role(item, skills, known);
      if (role != null && !keys.add(role.key())) {
        problems.error(item, "another role of this path is for the same people");
      } else if (role != null) {
        roles.add(role);
      }
    }
    return new PathPlan(
        title, roles.isEmpty() ? List.of(new RolePlan(List.of(), List.of(STAND_IN))) : roles);
  }

  private @Nullable RolePlan role(Entry entry, Collection<String> skills, Set<String> known) {
    Fields fields = Fields.of(entry, Shape.ROLE, problems);
    String who = fields.oneOf(List.of("for", "others"));
    List<String> needs = new ArrayList<>();
    for (Entry item : values.items(fields.need("needs"), MOST_NEEDS)) {
      String key = values.reference(item, "skill", skills);
      used.uses("skill", key);
      addOnce(needs, key, item);
    }
    if (who == null || needs.isEmpty()) {
      return null;
    }
    if (who.equals("others")) {
      values.yes(fields.get("others"));
      return new RolePlan(List.of(), needs);
    }
    Audience audience = segments.audience(fields.get("for"), known);
    return audience == null ? null : new RolePlan(audience.segments(), needs);
  }
}
