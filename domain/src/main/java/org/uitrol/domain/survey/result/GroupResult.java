package org.uitrol.domain.survey.result;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a group.
 *
 * @param people how many of them answered
 * @param score the mean of a scale; null of a choice
 * @param shares how many gave each answer, told of everybody and of departments only that are twice
 *     the smallest group
 */
public record GroupResult(
    Group group, Band people, @Nullable Score score, SortedMap<String, Band> shares) {

  public GroupResult {
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
  }

  /** Which part of the group gave an answer, as far as is told: the middle of its band. */
  public double share(String answer) {
    Band band = shares.get(answer);
    double all = shares.values().stream().mapToDouble(Band::middle).sum();
    return band == null || all == 0 ? 0 : band.middle() / all;
  }

  /**
   * The standard deviation of a scale, from the shares that are told: the wide bands at the ends
   * make it rather too large than too small.
   */
  public double spread() {
    double mean = 0;
    double squares = 0;
    for (String answer : shares.keySet()) {
      double point = Integer.parseInt(answer);
      mean += share(answer) * point;
      squares += share(answer) * point * point;
    }
    return Math.sqrt(Math.max(0, squares - mean * mean));
  }
}
