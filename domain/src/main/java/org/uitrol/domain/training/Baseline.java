package org.uitrol.domain.training;

/**
 * A test that tells whether a person already has a skill.
 *
 * @param course the key of the course that is the test
 * @param pass the least score with which it is passed, above 0 and at most 1
 */
public record Baseline(String course, double pass) {

  public Baseline {
    if (!(pass > 0 && pass <= 1)) {
      throw new IllegalArgumentException("a test is passed with more than 0 and at most 1");
    }
  }
}
