package org.uitrol.adapters.web.shared;

import java.util.regex.Pattern;

/**
 * Where to go back to, on this site. Anything that a browser could take for another site becomes
 * the first page.
 *
 * @param value begins with one slash
 */
public record LocalPath(String value) {

  /** No second slash or backslash at the start, and nothing that a header or browser twists. */
  private static final Pattern SAFE =
      Pattern.compile("/(?:[A-Za-z0-9._~%-][A-Za-z0-9._~%/!$&'()*+,;=:@?-]*)?");

  public static LocalPath of(String asked) {
    return new LocalPath(
        asked.length() <= 1_000 && SAFE.matcher(asked).matches() && !asked.contains("//")
            ? asked
            : "/");
  }
}
