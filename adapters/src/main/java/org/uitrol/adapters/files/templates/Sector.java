package org.uitrol.adapters.files.templates;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the organisation does. */
public enum Sector {
  MUNICIPALITY,
  CARE,
  RETAIL,
  FINANCE,
  PRODUCTION,
  EDUCATION;

  /** As it stands in addresses and on the command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Sector> of(String key) {
    return Stream.of(values()).filter(sector -> sector.key().equals(key)).findFirst();
  }

  @Override
  public String toString() {
    return key();
  }
}
