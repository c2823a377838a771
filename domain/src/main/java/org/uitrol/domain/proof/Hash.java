package org.uitrol.domain.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash (FIPS 180-4). Its text form is 64 lower-case hexadecimal digits. */
public final class Hash {

  /** The length, in bytes. */
  public static final int LENGTH = 32;

  /** What stands before the first: nothing but zeros. */
  public static final Hash NONE = new Hash(new byte[LENGTH]);

  private static final String DIGITS = "0123456789abcdef";

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * A hash that was worked out elsewhere.
   *
   * @throws IllegalArgumentException unless there are 32 bytes
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /**
   * A hash from its text form.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  public static Hash of(String hex) {
    if (hex.length() != 2 * LENGTH) {
      throw new IllegalArgumentException("a hash has " + 2 * LENGTH + " hexadecimal digits");
    }
    byte[] bytes = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bytes[i] = (byte) (digit(hex.charAt(2 * i)) << 4 | digit(hex.charAt(2 * i + 1)));
    }
    return new Hash(bytes);
  }

  /** The hash of these bytes, one part after the other. */
  public static Hash over(byte[]... parts) {
    MessageDigest digest = sha256();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static Hash finished(MessageDigest digest) {
    return new Hash(digest.digest());
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    StringBuilder hex = new StringBuilder(2 * LENGTH);
    for (byte one : bytes) {
      hex.append(DIGITS.charAt((one >> 4) & 0xf)).append(DIGITS.charAt(one & 0xf));
    }
    return hex.toString();
  }

  private static int digit(char digit) {
    int value = DIGITS.indexOf(digit);
    if (value < 0) {
      throw new IllegalArgumentException("'" + digit + "' is no lower-case hexadecimal digit");
    }
    return value;
  }
}
