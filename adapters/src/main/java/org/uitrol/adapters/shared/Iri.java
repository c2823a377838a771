package org.uitrol.adapters.shared;

import java.util.regex.Pattern;

/** Identifiers as RFC 3987 has them, with a scheme. */
public final class Iri {

  /** More than any program gives to a thing, and few enough to be kept in an index. */
  public static final int LONGEST = 2_000;

  private static final String ALLOWED = "A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=";

  /** Beyond ASCII everything but controls, what can't be assigned, and halves of characters. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9+.\\-]*:(?:["
              + ALLOWED
              + "[^\\x00-\\xA0\\uD800-\\uDFFF\\uFDD0-\\uFDEF\\uFFF0-\\uFFFF]]|%[0-9A-Fa-f]{2})+");

  private Iri() {}

  /** Whether it is one; a relative one isn't. */
  public static boolean is(String text) {
    return text.length() <= LONGEST && WHOLE.matcher(text).matches();
  }
}
