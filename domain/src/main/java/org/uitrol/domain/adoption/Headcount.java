package org.uitrol.domain.adoption;

import java.util.OptionalDouble;

/**
 * How many of some people something is true of, as far as it may be told.
 *
 * @param atLeast so many at least
 * @param atMost so many at most; the same as {@code atLeast} when the number is told
 * @param people how many people there are
 */
public record Headcount(int atLeast, int atMost, int people) {

  /** Whether the number itself is told. */
  public boolean isExact() {
    return atLeast == atMost;
  }

  /** Whether nothing is told that isn't known of any number. */
  public boolean isWithheld() {
    return atLeast == 0 && atMost >= people && people > 0;
  }

  /** The share that there is at least; empty when nothing is told. */
  public OptionalDouble share() {
    return people == 0 || isWithheld()
        ? OptionalDouble.empty()
        : OptionalDouble.of(atLeast / (double) people);
  }
}
