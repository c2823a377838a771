package org.uitrol.application.adoption.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.application.adoption.view.AdoptionFunnel.Group;
import org.uitrol.domain.adoption.Headcount;
import org.uitrol.domain.adoption.SmallestGroup;
import org.uitrol.domain.shared.DepartmentId;

class AFunnelOfSmallDepartments {

  private static final SmallestGroup FIVE = new SmallestGroup(5);

  @Test
  void tells_departments_and_their_total() {
    AdoptionFunnel funnel = AdoptionFunnel.of(List.of(group(40, 20, 10), group(30, 15, 8)), FIVE);

    assertThat(funnel.departments().get(0).counts())
        .containsEntry(AdoptionStep.ACTIVE, exactly(20, 40))
        .containsEntry(AdoptionStep.SUSTAINED, exactly(10, 40));
    assertThat(funnel.total().people()).isEqualTo(70);
    assertThat(funnel.total().counts())
        .containsEntry(AdoptionStep.ACTIVE, exactly(35, 70))
        .containsEntry(AdoptionStep.SUSTAINED, exactly(18, 70));
  }

  @Test
  void does_not_tell_the_total_when_only_one_department_is_withheld() {
    AdoptionFunnel funnel = AdoptionFunnel.of(List.of(group(40, 20, 10), group(7, 6, 6)), FIVE);

    assertThat(funnel.departments().get(1).counts())
        .containsEntry(AdoptionStep.ACTIVE, new Headcount(0, 7, 7));
    assertThat(funnel.total().counts())
        .containsEntry(AdoptionStep.ACTIVE, new Headcount(20, 27, 47));
  }

  @Test
  void does_not_tell_apart_the_few_who_stopped() {
    AdoptionFunnel funnel = AdoptionFunnel.of(List.of(group(40, 20, 18), group(40, 20, 10)), FIVE);

    assertThat(funnel.departments().get(0).counts())
        .containsEntry(AdoptionStep.ACTIVE, exactly(20, 40))
        .containsEntry(AdoptionStep.SUSTAINED, new Headcount(16, 20, 40));
    assertThat(funnel.total().counts())
        .containsEntry(AdoptionStep.SUSTAINED, new Headcount(26, 30, 80));
  }

  @Test
  void does_not_tell_apart_the_few_who_stopped_in_several_departments_together() {
    AdoptionFunnel funnel =
        AdoptionFunnel.of(List.of(group(40, 20, 18), group(40, 20, 18), group(40, 20, 10)), FIVE);

    assertThat(funnel.total().counts())
        .containsEntry(AdoptionStep.ACTIVE, exactly(60, 120))
        .containsEntry(AdoptionStep.SUSTAINED, new Headcount(42, 50, 120));
  }

  @Test
  void tells_no_total_of_a_step_that_is_not_known_of_all() {
    Map<AdoptionStep, Integer> only = new EnumMap<>(Map.of(AdoptionStep.INVITED, 12));
    AdoptionFunnel funnel =
        AdoptionFunnel.of(
            List.of(group(40, 20, 10), new Group(new DepartmentId("d"), 30, only)), FIVE);

    assertThat(funnel.total().counts()).isEmpty();
    assertThat(AdoptionFunnel.of(List.of(), FIVE).total().counts()).isEmpty();
  }

  private static Headcount exactly(int count, int people) {
    return new Headcount(count, count, people);
  }

  private static Group group(int people, int active, int sustained) {
    return new Group(
        new DepartmentId("d" + people),
        people,
        Map.of(AdoptionStep.ACTIVE, active, AdoptionStep.SUSTAINED, sustained));
  }
}
