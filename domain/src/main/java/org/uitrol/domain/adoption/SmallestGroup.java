package org.uitrol.domain.adoption;

import java.util.List;

/**
 * Tells numbers of people without telling of fewer than a smallest group: neither of those that
 * something is true of, nor of the others, nor of who is left when one number is taken from
 * another. That something is true of nobody or of everybody would tell it of each, and isn't told
 * apart from a few.
 *
 * @param size nothing is told of fewer people
 */
public record SmallestGroup(int size) {

  /** How many of some people, as far as it may be told. */
  public Headcount tell(int count, int people) {
    if (people < 2 * size) {
      return new Headcount(0, people, people);
    } else if (count < size) {
      return new Headcount(0, size - 1, people);
    } else if (people - count < size) {
      return new Headcount(people - size + 1, people, people);
    }
    return new Headcount(count, count, people);
  }

  /**
   * How many of those that were counted before, as far as it may be told: who is in the first
   * number and not in this one is a group too.
   */
  public Headcount tellPart(int count, Headcount whole) {
    Headcount part = tell(count, whole.isExact() ? whole.atMost() : whole.people());
    return new Headcount(
        Math.min(part.atLeast(), whole.atMost()),
        Math.min(part.atMost(), whole.atMost()),
        whole.people());
  }

  /**
   * The sum of several groups. When subtracting the numbers that are told would tell more of the
   * others than each of them does, the sum is told no more precisely than they are.
   *
   * @param counts the number of each group, in the order of what is told of them
   */
  public Headcount sum(List<Integer> counts, List<Headcount> told) {
    Headcount rough = rough(told);
    if (maySubtract(counts, told)) {
      int sum = counts.stream().mapToInt(Integer::intValue).sum();
      return new Headcount(sum, sum, rough.people());
    }
    return rough;
  }

  /** The sum as everybody can work it out. */
  public static Headcount rough(List<Headcount> told) {
    return new Headcount(
        told.stream().mapToInt(Headcount::atLeast).sum(),
        told.stream().mapToInt(Headcount::atMost).sum(),
        told.stream().mapToInt(Headcount::people).sum());
  }

  /** Whether what is left of the sum, when the told numbers are taken from it, tells of nobody. */
  private boolean maySubtract(List<Integer> counts, List<Headcount> told) {
    int hidden = 0;
    int least = 0;
    int most = 0;
    int people = 0;
    for (int i = 0; i < told.size(); i++) {
      Headcount one = told.get(i);
      if (!one.isExact()) {
        hidden += counts.get(i);
        least += one.atLeast();
        most += one.atMost();
        people += one.people();
      }
    }
    if (people == 0) {
      return true;
    }
    if (hidden < size || people - hidden < size) {
      return false;
    }
    int otherLeast = hidden - least;
    int otherMost = hidden - most;
    return told.stream()
        .filter(one -> !one.isExact())
        .allMatch(one -> leaves(one, otherMost, otherLeast) >= Math.max(2, (size + 1) / 2));
  }

  /** How many numbers are still possible for a group when the sum of all hidden ones is known. */
  private static int leaves(Headcount one, int beyondMost, int beyondLeast) {
    int low = Math.max(one.atLeast(), beyondMost + one.atMost());
    int high = Math.min(one.atMost(), beyondLeast + one.atLeast());
    return high - low + 1;
  }
}
