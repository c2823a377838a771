package org.uitrol.adapters.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses in texts that people or programs wrote. */
final class Addresses {

  /** As far as reports go: no quoted local parts. */
  static final String PATTERN = "[^\\s<>()\\[\\],;:\"'`|@=]{1,128}@[A-Za-z0-9._-]{1,255}+";

  private static final Pattern ADDRESS = Pattern.compile(PATTERN);
  private static final int LONGEST = 10_000;

  private Addresses() {}

  /** The first one, or an empty text. */
  static String first(String text) {
    Matcher matcher = ADDRESS.matcher(shortened(text));
    while (matcher.find()) {
      String found = trimmed(matcher.group());
      if (isWhole(found)) {
        return found;
      }
    }
    return "";
  }

  static List<String> all(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(shortened(text));
    while (matcher.find()) {
      String one = trimmed(matcher.group());
      if (isWhole(one) && !found.contains(one)) {
        found.add(one);
      }
    }
    return found;
  }

  /** Without a full stop that ends the sentence. */
  static String trimmed(String address) {
    int end = address.length();
    while (end > 0 && ".!?*".indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end);
  }

  private static boolean isWhole(String address) {
    int at = address.indexOf('@');
    return at > 0 && at < address.length() - 1;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
