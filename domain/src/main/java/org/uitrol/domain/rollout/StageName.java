package org.uitrol.domain.rollout;

import java.util.Locale;

/** The stages that every department goes through, in this order. */
public enum StageName {
  ANNOUNCE,
  DEMO,
  TRAIN,
  GO_LIVE;

  /** As campaign files, timer keys and pages write it, for instance {@code go-live}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The stage with that key; an {@link IllegalArgumentException} for any other text. */
  public static StageName of(String key) {
    for (StageName stage : values()) {
      if (stage.key().equals(key)) {
        return stage;
      }
    }
    throw new IllegalArgumentException("no stage is called '" + key + "'");
  }
}
