package org.uitrol.adapters.web.shared;

import java.util.List;
import java.util.Locale;

/** The languages that pages are written in. */
public final class Languages {

  /** Each by its tag, the one for everybody else first. */
  public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"));

  private Languages() {}

  /** Whether pages are written in the language with that tag. */
  public static boolean has(String tag) {
    return ALL.stream().anyMatch(one -> one.toLanguageTag().equals(tag));
  }
}
