package org.uitrol.domain.rollout.audience;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** By what people can be told apart. The values are personal data and stand in the vault only. */
public enum Criterion {
  FUNCTION("function"),
  SENIORITY("seniority"),
  LOCATION("location"),
  LANGUAGE("language"),
  /** On what terms somebody works here, as HR writes it. */
  EMPLOYMENT("employment");

  private final String key;

  Criterion(String key) {
    this.key = key;
  }

  /** As campaign files and the vault write it. */
  public String key() {
    return key;
  }

  /** The criterion of that key. */
  public static Optional<Criterion> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(Criterion::key).toList();
  }
}
