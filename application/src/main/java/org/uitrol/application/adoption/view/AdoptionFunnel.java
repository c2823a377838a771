package org.uitrol.application.adoption.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.Headcount;
import org.uitrol.domain.adoption.SmallestGroup;
import org.uitrol.domain.shared.DepartmentId;

/**
 * How many people of each department came how far, as far as it may be told.
 *
 * @param total of all departments
 */
public record AdoptionFunnel(List<Row> departments, Row total) {

  public AdoptionFunnel {
    departments = List.copyOf(departments);
  }

  /**
   * A department as it is.
   *
   * @param counts of the steps that are known; a step that isn't there isn't told of anybody
   */
  public record Group(DepartmentId department, int people, Map<AdoptionStep, Integer> counts) {

    public Group {
      counts = copy(counts);
    }
  }

  /**
   * What is told of a department.
   *
   * @param department null for all together
   */
  public record Row(
      @Nullable DepartmentId department, int people, Map<AdoptionStep, Headcount> counts) {

    public Row {
      counts = copy(counts);
    }
  }

  /** What may be told. */
  public static AdoptionFunnel of(List<Group> groups, SmallestGroup smallest) {
    List<Row> rows = groups.stream().map(group -> row(group, smallest)).toList();
    Map<AdoptionStep, Headcount> sums = new EnumMap<>(AdoptionStep.class);
    for (AdoptionStep step : AdoptionStep.values()) {
      List<Integer> counts = counts(groups, step);
      if (counts.size() == groups.size() && !groups.isEmpty()) {
        sums.put(step, smallest.sum(counts, told(rows, step)));
      }
    }
    Headcount sustained = sums.get(AdoptionStep.SUSTAINED);
    if (sustained != null && tellsOfLapsed(groups, rows, smallest)) {
      sums.put(AdoptionStep.SUSTAINED, SmallestGroup.rough(told(rows, AdoptionStep.SUSTAINED)));
    }
    int people = groups.stream().mapToInt(Group::people).sum();
    return new AdoptionFunnel(rows, new Row(null, people, sums));
  }

  private static Row row(Group group, SmallestGroup smallest) {
    Map<AdoptionStep, Headcount> told = new EnumMap<>(AdoptionStep.class);
    group.counts().forEach((step, count) -> told.put(step, smallest.tell(count, group.people())));
    Headcount active = told.get(AdoptionStep.ACTIVE);
    if (active != null && told.containsKey(AdoptionStep.SUSTAINED)) {
      told.put(
          AdoptionStep.SUSTAINED, smallest.tellPart(count(group, AdoptionStep.SUSTAINED), active));
    }
    return new Row(group.department(), group.people(), told);
  }

  /**
   * Whether two totals, without the departments of which it is told how many go on, tell of a few
   * who stopped.
   */
  private static boolean tellsOfLapsed(List<Group> groups, List<Row> rows, SmallestGroup smallest) {
    int hidden = 0;
    int lapsed = 0;
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      Headcount told = rows.get(i).counts().get(AdoptionStep.SUSTAINED);
      if (told != null && !told.isExact()) {
        hidden++;
        lapsed += count(group, AdoptionStep.ACTIVE) - count(group, AdoptionStep.SUSTAINED);
      }
    }
    return hidden > 0 && lapsed < smallest.size();
  }

  private static int count(Group group, AdoptionStep step) {
    return group.counts().getOrDefault(step, 0);
  }

  private static List<Integer> counts(List<Group> groups, AdoptionStep step) {
    List<Integer> counts = new ArrayList<>();
    groups.forEach(
        group -> {
          Integer count = group.counts().get(step);
          if (count != null) {
            counts.add(count);
          }
        });
    return counts;
  }

  private static List<Headcount> told(List<Row> rows, AdoptionStep step) {
    List<Headcount> told = new ArrayList<>();
    rows.forEach(
        row -> {
          Headcount one = row.counts().get(step);
          if (one != null) {
            told.add(one);
          }
        });
    return told;
  }

  private static <T> Map<AdoptionStep, T> copy(Map<AdoptionStep, T> counts) {
    Map<AdoptionStep, T> copy = new EnumMap<>(AdoptionStep.class);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }
}
