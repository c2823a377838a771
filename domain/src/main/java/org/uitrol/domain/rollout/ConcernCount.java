package org.uitrol.domain.rollout;

/**
 * How many concerns are open for a department: those about it and those about the whole campaign.
 *
 * @param open all that wait for an answer
 * @param mustAnswer those of them that keep every gate closed
 */
public record ConcernCount(int open, int mustAnswer) {

  public static final ConcernCount NONE = new ConcernCount(0, 0);

  public ConcernCount {
    if (mustAnswer < 0 || mustAnswer > open) {
      throw new IllegalArgumentException(mustAnswer + " of " + open + " concerns");
    }
  }
}
