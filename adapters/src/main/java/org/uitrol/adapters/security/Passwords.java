package org.uitrol.adapters.security;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes passwords for people to type over. */
public final class Passwords {

  /** Without letters and digits that look alike. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int LETTERS_IN_A_GROUP = 4;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  /** A new one of four groups of four characters: about 79 bits. */
  public static String random() {
    return RANDOM
        .ints(GROUPS, 0, Integer.MAX_VALUE)
        .mapToObj(ignored -> group())
        .collect(Collectors.joining("-"));
  }

  private static String group() {
    return RANDOM
        .ints(LETTERS_IN_A_GROUP, 0, LETTERS.length())
        .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
        .collect(Collectors.joining());
  }
}
