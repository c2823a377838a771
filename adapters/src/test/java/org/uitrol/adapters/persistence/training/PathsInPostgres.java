package org.uitrol.adapters.persistence.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.training.view.MemoryPathStore;
import org.uitrol.application.training.view.PathStore;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.training.Baseline;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPath.State;
import org.uitrol.domain.training.SkillRoute;
import org.uitrol.domain.training.Verdict;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class PathsInPostgres {

  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final Instant DUE = Instant.parse("2027-02-12T16:00:00Z");

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresPathStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemoryPathStore());
  }

  private static void check(PathStore store) {
    SkillPath first = path("path-1", "skills", SANNE, DUE, State.COMPLETED);
    SkillPath second = path("path-2", "more", SANNE, DUE.plusSeconds(60), State.UNDER_WAY);
    SkillPath other = path("path-3", "skills", new PersonId("p-0"), DUE, State.LEFT);
    store.put(path("path-1", "skills", SANNE, DUE, State.UNDER_WAY));
    store.put(first);
    store.put(second);
    store.put(other);

    assertThat(store.find(first.id())).contains(first);
    assertThat(store.find(new SkillPathId("none"))).isEmpty();
    assertThat(store.ofRollout(ROLLOUT)).containsExactly(second, other, first);
    assertThat(store.ofPerson(SANNE)).containsExactly(first, second);

    store.clear();
    assertThat(store.ofRollout(ROLLOUT)).isEmpty();
  }

  private static SkillPath path(
      String id, String activity, PersonId person, Instant due, State state) {
    return new SkillPath(
        new SkillPathId(id),
        ROLLOUT,
        activity,
        "matrix",
        person,
        List.of("clerks"),
        List.of(
            new SkillRoute(
                "prompting", List.of("basics"), new Baseline("test", 0.7), List.of("tricks"))),
        due,
        state,
        Map.of("prompting", Verdict.PASSED),
        Set.of("test"),
        Set.of("tricks"),
        Set.of(1),
        DUE.minusSeconds(86_400));
  }
}
