package org.uitrol.domain.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.rollout.OneDepartment.ID;
import static org.uitrol.domain.rollout.OneDepartment.MONDAY;
import static org.uitrol.domain.rollout.OneDepartment.TUESDAY;
import static org.uitrol.domain.rollout.OneDepartment.completed;
import static org.uitrol.domain.testing.Plans.activity;
import static org.uitrol.domain.testing.Plans.gate;
import static org.uitrol.domain.testing.Plans.person;
import static org.uitrol.domain.testing.Plans.stage;
import static org.uitrol.domain.testing.Plans.stages;
import static org.uitrol.domain.testing.Plans.training;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rollout.RolloutCommand.EndActivity;
import org.uitrol.domain.rollout.RolloutEvent.ActivityDone;
import org.uitrol.domain.rollout.RolloutEvent.PersonTrained;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.PersonId;

class APathInADepartment {

  private static final Instant ENDS = Instant.parse("2027-01-25T16:00:00Z");

  @Test
  void trains_somebody_by_the_whole_of_it_and_not_by_one_course() {
    OneDepartment finance = under(2);
    assertThat(finance.observe(completed("skills", person(1)), TUESDAY)).isEmpty();
    assertThat(share(finance)).isEqualTo(0.0);
    assertThat(finance.observe(pathDone(person(1)), TUESDAY))
        .contains(new PersonTrained(ID, "skills", person(1), TUESDAY));
    assertThat(finance.observe(pathDone(person(1)), TUESDAY)).isEmpty();
    assertThat(share(finance)).isEqualTo(0.5);
  }

  @Test
  void is_over_when_everybody_has_done_it() {
    OneDepartment finance = under(2);
    finance.observe(pathDone(person(1)), TUESDAY);
    assertThat(finance.observe(pathDone(person(2)), TUESDAY))
        .contains(new ActivityDone(ID, "skills", TUESDAY));
  }

  @Test
  void is_over_at_its_deadline() {
    OneDepartment finance = under(2);
    assertThat(finance.when(new EndActivity(ID, "skills", ENDS.minusSeconds(1)))).isEmpty();
    assertThat(finance.when(new EndActivity(ID, "skills", ENDS)))
        .contains(new ActivityDone(ID, "skills", ENDS));
  }

  @Test
  void counts_beside_a_course_that_everybody_follows() {
    OneDepartment finance =
        OneDepartment.with(
            1,
            stages(
                stage(
                    StageName.TRAIN,
                    gate(0, null, "trained.share >= 0.8"),
                    activity("skills", ActivityKind.PATH, 0, 10),
                    training("practice"))));
    finance.startActivity("skills", MONDAY);
    finance.startActivity("practice", MONDAY);
    finance.observe(completed("practice", person(1)), TUESDAY);
    assertThat(share(finance)).isEqualTo(0.0);
    finance.observe(pathDone(person(1)), TUESDAY);
    assertThat(share(finance)).isEqualTo(1.0);
  }

  private static OneDepartment under(int people) {
    OneDepartment finance =
        OneDepartment.with(
            people,
            stages(
                stage(
                    StageName.TRAIN,
                    gate(0, null, "trained.share >= 0.8"),
                    activity("skills", ActivityKind.PATH, 0, 10))));
    finance.startActivity("skills", MONDAY);
    return finance;
  }

  private static Object share(OneDepartment department) {
    return department
        .now()
        .gateReport(TUESDAY, OneDepartment.RULES)
        .facts()
        .values()
        .getOrDefault("trained.share", "unknown");
  }

  private static Observation pathDone(PersonId person) {
    return Observation.ofPerson(
        ReactionTrigger.PATH_COMPLETED, "path/" + person, "skills", person, Map.of());
  }
}
