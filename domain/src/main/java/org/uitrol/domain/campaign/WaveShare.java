package org.uitrol.domain.campaign;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.uitrol.domain.shared.DepartmentId;

/**
 * Which departments make up a share of the people. Of all choices it takes one that comes as near
 * to the share as can be, the smaller one where two are as near; of those, the one with the
 * departments whose keys come first. The same departments always give the same choice.
 */
final class WaveShare {

  private WaveShare() {}

  /**
   * The departments that are chosen, by key; none only when nobody works in any.
   *
   * @param candidates who may be chosen, with how many people each has; those without people are
   *     left to other waves
   * @param share in hundredths of {@code people}
   * @param people how many people it is a share of
   */
  static List<DepartmentId> choose(Map<DepartmentId, Integer> candidates, int share, long people) {
    List<Map.Entry<DepartmentId, Integer>> sized =
        candidates.entrySet().stream()
            .filter(one -> one.getValue() > 0)
            .sorted(Comparator.comparing(one -> one.getKey().value()))
            .toList();
    List<BigInteger> sums = sums(sized);
    int left = nearest(sums.get(0), share, people);
    List<DepartmentId> chosen = new ArrayList<>();
    for (int i = 0; i < sized.size() && left > 0; i++) {
      int size = sized.get(i).getValue();
      if (size <= left && sums.get(i + 1).testBit(left - size)) {
        chosen.add(sized.get(i).getKey());
        left -= size;
      }
    }
    return chosen;
  }

  /** Which numbers of people the departments from each one on can make: a bit for each number. */
  private static List<BigInteger> sums(List<Map.Entry<DepartmentId, Integer>> sized) {
    List<BigInteger> sums = new ArrayList<>(List.of(BigInteger.ONE));
    for (int i = sized.size() - 1; i >= 0; i--) {
      BigInteger without = sums.get(0);
      sums.add(0, without.or(without.shiftLeft(sized.get(i).getValue())));
    }
    return sums;
  }

  /** The number of people, above zero, that can be made and is nearest; zero when none can. */
  private static int nearest(BigInteger sums, int share, long people) {
    int best = 0;
    for (int sum = 1; sum < sums.bitLength(); sum++) {
      if (sums.testBit(sum)
          && (best == 0 || distance(sum, share, people) < distance(best, share, people))) {
        best = sum;
      }
    }
    return best;
  }

  private static long distance(int sum, int share, long people) {
    return Math.abs(100L * sum - share * people);
  }
}
