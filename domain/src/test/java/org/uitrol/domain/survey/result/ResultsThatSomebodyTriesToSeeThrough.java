package org.uitrol.domain.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.survey.result.Town.Person;

class ResultsThatSomebodyTriesToSeeThrough {

  private static final int SMALLEST = 3;

  /** The least that a plan may promise. */
  private static final int PROMISED = 5;

  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger foundWithout = new AtomicInteger();

  @BeforeProperty
  void begin() {
    told.set(0);
    foundWithout.set(0);
  }

  /** The property says something only where results are told and could have been seen through. */
  @AfterProperty
  void was_worth_trying() {
    assertThat(told.get()).isGreaterThan(50);
    assertThat(foundWithout.get()).isGreaterThan(50);
  }

  /** Each time with every pair of results, and with every sum and difference of them. */
  @Property(tries = 150)
  void tell_of_no_smaller_group_however_they_are_combined(@ForAll("towns") Town town) {
    QuestionResult results = town.told(SMALLEST);
    AnAttacker attacker = AnAttacker.of(town, results, SMALLEST);
    List<Group> groups = groups(results);

    assertThat(attacker.compares(groups)).isEmpty();
    assertThat(attacker.combines(groups)).isEmpty();

    told.addAndGet(groups.size() > 1 ? 1 : 0);
    foundWithout.addAndGet(
        new AnAttacker(town.answering(), SMALLEST).combines(town.largeEnough(SMALLEST)).isPresent()
            ? 1
            : 0);
  }

  @Property(tries = 300)
  void leave_everybody_at_least_two_answers_that_they_can_have_given(@ForAll("hamlets") Town town) {
    QuestionResult results = town.told(PROMISED);
    AnAttacker attacker = AnAttacker.of(town, results, PROMISED);

    assertThat(attacker.imagines(results)).isEmpty();

    told.addAndGet(results.groups().isEmpty() ? 0 : 1);
    foundWithout.addAndGet(
        new AnAttacker(town.answering(), PROMISED).imagines(plainly(town)).isEmpty() ? 0 : 1);
  }

  /** Everybody in one department but two, who are alone at their desk: their answers are safe. */
  @Test
  void hide_the_rest_when_all_but_a_few_are_told() {
    List<Person> people = new ArrayList<>();
    IntStream.range(0, 8).forEach(one -> people.add(new Person(1, 1, 0, 0, 1, 2)));
    IntStream.range(0, 4).forEach(one -> people.add(new Person(1, 2, 0, 0, 1, 2)));
    IntStream.range(0, 2).forEach(one -> people.add(new Person(1, 3, 0, 0, 1, 3)));

    QuestionResult results = new Town(people).told(SMALLEST);

    assertThat(groups(results))
        .contains(new Group(Breakdown.FUNCTION, "1"))
        .doesNotContain(new Group(Breakdown.FUNCTION, "2"), new Group(Breakdown.FUNCTION, "3"));
    assertThat(results.withheld()).containsEntry(Breakdown.FUNCTION, 2);
  }

  /** A place that is a department and one person more tells of that person. */
  @Test
  void hide_a_group_that_is_another_with_one_person_more() {
    List<Person> people = new ArrayList<>();
    IntStream.range(0, 6).forEach(one -> people.add(new Person(1, 0, 0, 1, 1, 2)));
    people.add(new Person(2, 0, 0, 1, 1, 3));
    IntStream.range(0, 6).forEach(one -> people.add(new Person(2, 0, 0, 2, 1, 2)));
    Town town = new Town(people);

    assertThat(new AnAttacker(town.answering(), SMALLEST).compares(town.largeEnough(SMALLEST)))
        .contains(List.of(people.get(6)));
    assertThat(groups(town.told(SMALLEST)))
        .contains(new Group(Breakdown.DEPARTMENT, "d1"), new Group(Breakdown.DEPARTMENT, "d2"))
        .noneMatch(group -> group.by() == Breakdown.LOCATION);
  }

  @Test
  void leave_out_a_small_department_that_would_be_the_rest() {
    List<Person> people = new ArrayList<>();
    IntStream.range(0, 6).forEach(one -> people.add(new Person(1, 1, 0, 0, 1, 2)));
    IntStream.range(0, 2).forEach(one -> people.add(new Person(2, 1, 0, 0, 1, 3)));

    QuestionResult results = new Town(people).told(SMALLEST);

    assertThat(results.leftOut()).isEqualTo(1);
    assertThat(results.of(Group.EVERYBODY)).map(GroupResult::people).contains(new Band(5, 9));
    assertThat(results.of(Group.EVERYBODY).orElseThrow().score())
        .isEqualTo(results.of(new Group(Breakdown.DEPARTMENT, "d1")).orElseThrow().score());
  }

  @Test
  void tell_of_small_departments_together_when_they_are_enough() {
    List<Person> people = new ArrayList<>();
    IntStream.range(0, 6).forEach(one -> people.add(new Person(1, 0, 0, 0, 1, 2)));
    IntStream.range(0, 2).forEach(one -> people.add(new Person(2, 0, 0, 0, 1, 3)));
    IntStream.range(0, 2).forEach(one -> people.add(new Person(3, 0, 0, 0, 1, 3)));

    QuestionResult results = new Town(people).told(SMALLEST);

    assertThat(results.leftOut()).isZero();
    assertThat(results.withheld()).containsEntry(Breakdown.DEPARTMENT, 2);
    assertThat(results.of(Group.EVERYBODY)).map(GroupResult::people).contains(new Band(10, 14));
  }

  /** What is left out must not depend on what was answered, or it would tell of it. */
  @Property(tries = 100)
  void leave_out_the_same_whatever_was_answered(@ForAll("towns") Town town) {
    Town others =
        new Town(
            town.people().stream()
                .map(
                    one ->
                        new Person(
                            one.department(),
                            one.function(),
                            one.seniority(),
                            one.location(),
                            one.leads(),
                            one.answer() == 0 ? 0 : Town.POINTS + 1 - one.answer()))
                .toList());

    assertThat(groups(others.told(SMALLEST))).isEqualTo(groups(town.told(SMALLEST)));
    told.addAndGet(groups(town.told(SMALLEST)).isEmpty() ? 0 : 1);
    foundWithout.incrementAndGet();
  }

  /** Twelve hundred people in thirty departments: careful, and still telling nearly all. */
  @Test
  void tell_of_nearly_all_groups_of_a_whole_organisation() {
    Random random = new Random(7);
    List<Person> people = new ArrayList<>();
    for (int one = 0; one < 1200; one++) {
      people.add(
          new Person(
              1 + random.nextInt(30),
              1 + random.nextInt(12),
              1 + random.nextInt(4),
              1 + random.nextInt(6),
              random.nextInt(9) == 0 ? 1 : 2,
              1 + random.nextInt(3)));
    }

    QuestionResult results = new Town(people).told(5);

    assertThat(results.by(Breakdown.DEPARTMENT)).hasSize(30);
    assertThat(results.by(Breakdown.LEADING)).hasSize(2);
    assertThat(results.by(Breakdown.SENIORITY)).hasSize(4);
    assertThat(results.by(Breakdown.LOCATION)).hasSize(6);
    assertThat(results.by(Breakdown.FUNCTION)).hasSize(12);
    assertThat(results.withheld()).isEmpty();
  }

  @Provide
  Arbitrary<Town> towns() {
    return Town.any(4, 16);
  }

  @Provide
  Arbitrary<Town> hamlets() {
    return Town.few();
  }

  private static List<Group> groups(QuestionResult results) {
    return results.groups().stream().map(GroupResult::group).toList();
  }

  /** The same results with exact means of all groups that are large enough. */
  private static QuestionResult plainly(Town town) {
    List<GroupResult> groups = new ArrayList<>();
    for (Group group : town.largeEnough(PROMISED)) {
      double mean =
          town.answering().stream()
              .filter(one -> one.isIn(group))
              .mapToInt(Person::answer)
              .average()
              .orElseThrow();
      groups.add(
          new GroupResult(
              group, new Band(0, 99), new Score(mean, mean), Collections.emptySortedMap()));
    }
    return new QuestionResult("worry", groups, Collections.emptySortedMap(), 0);
  }
}
