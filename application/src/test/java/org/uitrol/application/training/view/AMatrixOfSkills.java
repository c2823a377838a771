package org.uitrol.application.training.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.application.support.Projection;
import org.uitrol.application.training.view.PathMatrix.Cell;
import org.uitrol.application.training.view.PathMatrix.Counts;
import org.uitrol.application.training.view.PathMatrix.Row;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.CourseResult;
import org.uitrol.domain.training.PathPlan;
import org.uitrol.domain.training.PathPlan.RolePlan;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathCommand.BeginPath;
import org.uitrol.domain.training.SkillPathCommand.LeavePath;
import org.uitrol.domain.training.SkillPathEvent;
import org.uitrol.domain.training.SkillRoute;

class AMatrixOfSkills {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final SkillRoute PROMPTING =
      new SkillRoute("prompting", List.of("prompt"), new Baseline("test", 0.7), List.of("tricks"));
  private static final SkillRoute PRIVACY =
      new SkillRoute("privacy", List.of("law"), null, List.of());
  private static final PathPlan PATH =
      new PathPlan(
          Text.of("en", "Path"),
          List.of(
              new RolePlan(List.of("clerks"), List.of("prompting", "privacy")),
              new RolePlan(List.of(), List.of("privacy"))));

  private final List<SkillPathEvent> events = new ArrayList<>();

  @Test
  void counts_how_many_are_where() {
    clerk("c1");
    clerk("c2", new CourseResult("test", 0.2));
    clerk("c3", new CourseResult("test", 0.9), new CourseResult("law", null));
    clerk("c4", new CourseResult("test", 0.9), new CourseResult("tricks", null));
    clerk("c5", new CourseResult("test", null));
    begin("o1", List.of("others"), List.of(PRIVACY));

    PathMatrix matrix = matrix(1);

    assertThat(matrix.skills()).containsExactly("prompting", "privacy");
    assertThat(counts(matrix, 0, "prompting")).isEqualTo(new Counts(1, 2, 1, 1, 1));
    assertThat(counts(matrix, 0, "privacy")).isEqualTo(new Counts(0, 4, 0, 1, 0));
    assertThat(matrix.roles().get(1).cells()).containsOnlyKeys("privacy");
    assertThat(matrix.roles()).extracting(Row::people).containsExactly(5, 1);
  }

  @Test
  void does_not_count_who_left() {
    clerk("c1");
    events.addAll(path("c1").leave(new LeavePath(id("c1"), AT)));
    assertThat(matrix(1).roles()).extracting(Row::people).containsExactly(0, 0);
  }

  @Test
  void withholds_a_role_of_too_few_and_the_one_from_which_it_could_be_worked_out() {
    Stream.of("c1", "c2", "c3", "c4", "c5", "c6").forEach(one -> clerk(one));
    begin("o1", List.of("others"), List.of(PRIVACY));

    PathMatrix matrix = matrix(5);

    assertThat(matrix.roles()).allMatch(Row::withheld).allMatch(row -> row.cells().isEmpty());
  }

  @Test
  void withholds_how_a_role_is_spread_where_a_part_of_it_is_too_small() {
    Stream.of("c1", "c2", "c3", "c4", "c5").forEach(one -> clerk(one));
    clerk("c6", new CourseResult("test", 0.1));

    PathMatrix matrix = matrix(5);

    assertThat(matrix.roles().get(0).people()).isEqualTo(6);
    assertThat(counts(matrix, 0, "prompting")).isNull();
    assertThat(counts(matrix, 0, "privacy")).isEqualTo(new Counts(0, 6, 0, 0, 0));
  }

  private void clerk(String person, CourseResult... known) {
    begin(person, List.of("clerks"), List.of(PROMPTING, PRIVACY), known);
  }

  private void begin(
      String person, List<String> roles, List<SkillRoute> skills, CourseResult... known) {
    events.addAll(
        SkillPath.begin(
            null,
            new BeginPath(
                id(person),
                ROLLOUT,
                "skills",
                "matrix",
                new PersonId(person),
                roles,
                skills,
                List.of(known),
                AT.plusSeconds(3600),
                List.of(),
                AT)));
  }

  private SkillPath path(String person) {
    return store().find(id(person)).orElseThrow();
  }

  private static SkillPathId id(String person) {
    return SkillPathId.of(ROLLOUT, "skills", new PersonId(person));
  }

  private PathStore store() {
    return Projection.<PathStore>fill(
        MemoryPathStore::new,
        PathProjector::new,
        one -> List.of(one.ofRollout(ROLLOUT), one.ofPerson(new PersonId("c1"))),
        events);
  }

  private PathMatrix matrix(int smallestGroup) {
    return PathMatrix.of(PATH, store().ofRollout(ROLLOUT), smallestGroup);
  }

  private static @Nullable Counts counts(PathMatrix matrix, int row, String skill) {
    Cell cell = matrix.roles().get(row).cells().get(skill);
    assertThat(cell).isNotNull();
    return cell == null ? null : cell.counts();
  }
}
