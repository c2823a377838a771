package org.uitrol.domain.rollout;

import org.uitrol.domain.shared.Keys;

/** The stages that every department goes through, in this order. */
public enum StageName {
  ANNOUNCE,
  DEMO,
  TRAIN,
  GO_LIVE;

  /** As campaign files, timer keys and pages write it, for instance {@code go-live}. */
  public String key() {
    return Keys.of(this);
  }

  /** The stage with that key; an {@link IllegalArgumentException} for any other text. */
  public static StageName of(String key) {
    return Keys.find(StageName.class, key)
        .orElseThrow(() -> new IllegalArgumentException("no stage is called '" + key + "'"));
  }
}
