package org.uitrol.application.directory;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address in the one spelling by which addresses are compared: lower-case, its domain in
 * ASCII (RFC 5890), so that {@code A@Bücher.example} and {@code a@xn--bcher-kva.example} are one.
 *
 * @param value at most 254 ASCII characters (RFC 5321, section 4.5.3.1)
 */
public record EmailAddress(String value) {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final String ATOM_SIGNS = "!#$%&'*+-/=?^_`{|}~";

  /**
   * These letters changed their meaning between IDNA 2003 and 2008: another domain may be meant.
   */
  private static final String AMBIGUOUS_IN_DOMAIN = "ßς\u200c\u200d";

  public EmailAddress {
    Optional<String> objection = objection(value);
    if (objection.isPresent()) {
      throw new IllegalArgumentException(objection.get());
    }
    value = normalised(value);
  }

  /**
   * Why mail to that text can't be delivered, in words that follow "the address"; empty when it is
   * a usable address. Takes time proportional to the length, and none beyond the longest address.
   */
  public static Optional<String> objection(String text) {
    String address = text.strip();
    if (address.length() > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " characters");
    }
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return Optional.of("has no @");
    }
    return localObjection(address.substring(0, at))
        .or(() -> domainObjection(address.substring(at + 1)));
  }

  @Override
  public String toString() {
    return value;
  }

  private static Optional<String> localObjection(String local) {
    if (local.isEmpty()) {
      return Optional.of("has nothing before the @");
    }
    if (local.length() > LONGEST_LOCAL_PART) {
      return Optional.of("has more than " + LONGEST_LOCAL_PART + " characters before the @");
    }
    if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
      return Optional.of("has a dot too many before the @");
    }
    return local.chars().filter(c -> !isAtom(c)).boxed().findFirst().map(EmailAddress::complaint);
  }

  private static String complaint(int c) {
    return c > 127
        ? "has the letter '"
            + Character.toString(c)
            + "' before the @: most mail servers deliver only unaccented letters there"
        : "has a character before the @ that doesn't belong there";
  }

  private static boolean isAtom(int c) {
    return c == '.'
        || (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || ATOM_SIGNS.indexOf(c) >= 0;
  }

  private static Optional<String> domainObjection(String domain) {
    if (domain.isEmpty()) {
      return Optional.of("has nothing after the @");
    }
    if (domain.chars().anyMatch(c -> AMBIGUOUS_IN_DOMAIN.indexOf(c) >= 0)) {
      return Optional.of("has a letter in its domain that can mean two domains: write it as xn--…");
    }
    String ascii;
    try {
      ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      return Optional.of("has no valid domain after the @");
    }
    return isHostName(ascii) ? Optional.empty() : Optional.of("has no valid domain after the @");
  }

  private static boolean isHostName(String ascii) {
    String[] labels = ascii.split("\\.", -1);
    if (labels.length < 2 || labels[labels.length - 1].chars().allMatch(Character::isDigit)) {
      return false;
    }
    for (String label : labels) {
      if (label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-")) {
        return false;
      }
    }
    return true;
  }

  private static String normalised(String text) {
    String address = text.strip();
    int at = address.lastIndexOf('@');
    String domain = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
    return (address.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
  }
}
