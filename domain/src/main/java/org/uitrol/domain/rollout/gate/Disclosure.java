package org.uitrol.domain.rollout.gate;

import org.uitrol.domain.shared.Keys;

/**
 * What people ask first about an AI tool. No department leaves its first stage before each of these
 * has an answer (decision 0021).
 */
public enum Disclosure {
  /** Which data the tool uses. */
  DATA_USED("dataUsed"),
  /** Who sees what it makes. */
  OUTPUT_SEEN_BY("outputSeenBy"),
  /** Whether data leaves the organisation. */
  DATA_LEAVES("dataLeaves");

  private final String key;

  Disclosure(String key) {
    this.key = key;
  }

  /** As campaign files write it. */
  public String key() {
    return key;
  }

  /** As addresses and texts of pages write it, for instance {@code data-used}. */
  public String slug() {
    return Keys.of(this);
  }
}
