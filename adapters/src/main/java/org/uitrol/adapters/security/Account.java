package org.uitrol.adapters.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account, as it is kept.
 *
 * @param passwordHash with the name of its algorithm in front
 * @param lockedUntil when too many wrong passwords in a row are forgotten, or null
 * @param passwordChosen whether its owner has chosen the password
 */
public record Account(
    ConsoleUser user,
    String passwordHash,
    boolean enabled,
    @Nullable Instant lockedUntil,
    boolean passwordChosen) {

  public boolean isLocked(Instant now) {
    return lockedUntil != null && lockedUntil.isAfter(now);
  }

  @Override
  public String toString() {
    return user.toString();
  }
}
