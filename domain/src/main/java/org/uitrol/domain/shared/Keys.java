package org.uitrol.domain.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How constants are written in files, addresses and timer keys: {@code go-live} for GO_LIVE. */
public final class Keys {

  private Keys() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The keys of all constants, in their order. */
  public static <E extends Enum<E>> List<String> all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Keys::of).toList();
  }

  /** The constant that is written so, if there is one. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, String key) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(key))
        .findFirst();
  }
}
