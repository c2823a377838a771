package org.uitrol.domain.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/** How identifiers are checked and derived. */
public final class Ids {

  /** Lower-case words of letters and digits, joined by single dashes; at most 60 characters. */
  public static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  /** The longest slug, in characters: it also becomes part of timer keys and mail addresses. */
  public static final int LONGEST_SLUG = 60;

  private Ids() {}

  /**
   * The identifier of something that a process makes, derived from its cause: the same cause gives
   * the same identifier, so that an event which is delivered twice reaches the same stream
   * (decision 0006).
   *
   * @param parts the cause, most general part first; {@code '\u001f'} separates them
   * @return a name-based UUID of version 5 (RFC 9562, section 5.5) in its canonical text form
   */
  public static String derived(Object... parts) {
    StringBuilder name = new StringBuilder("uitrol");
    for (Object part : parts) {
      name.append('\u001f').append(part);
    }
    byte[] hash = sha1(name.toString().getBytes(StandardCharsets.UTF_8));
    hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
    hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
    return new UUID(longAt(hash, 0), longAt(hash, 8)).toString();
  }

  static void requireText(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an identifier can't be blank");
    }
  }

  static void requireSlug(String value) {
    if (value.length() > LONGEST_SLUG || !SLUG.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'" + value + "' is no key: use lower-case letters, digits and single dashes");
    }
  }

  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }

  private static long longAt(byte[] bytes, int from) {
    long value = 0;
    for (int i = from; i < from + Long.BYTES; i++) {
      value = (value << Byte.SIZE) | (bytes[i] & 0xff);
    }
    return value;
  }
}
