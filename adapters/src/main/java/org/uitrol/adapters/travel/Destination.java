package org.uitrol.adapters.travel;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.AsOf;
import org.uitrol.domain.shared.Rejected;

/** As of when an address asks to be answered. */
final class Destination {

  /** Until when something was known. */
  static final String KNOWN_ON = "known-on";

  /** Until when something held, as far as was known. */
  static final String VALID_ON = "valid-on";

  private Destination() {}

  /**
   * What the request asks for; null when it asks for the present.
   *
   * @throws Rejected {@code MOMENT_INVALID}, {@code MOMENT_TO_COME}, {@code VALID_AFTER_KNOWN}
   */
  static @Nullable AsOf of(HttpServletRequest request, ZoneId zone, Instant now) {
    return of(request.getParameter(KNOWN_ON), request.getParameter(VALID_ON), zone, now);
  }

  static @Nullable AsOf of(
      @Nullable String knownOn, @Nullable String validOn, ZoneId zone, Instant now) {
    Instant known = moment(KNOWN_ON, knownOn, zone, now);
    Instant valid = moment(VALID_ON, validOn, zone, now);
    if (known == null && valid == null) {
      return null;
    }
    Instant until = known == null ? now : known;
    if (valid != null && valid.isAfter(until)) {
      throw new Rejected("VALID_AFTER_KNOWN", Map.of("known", until, "valid", valid));
    }
    return new AsOf(until, valid == null ? until : valid);
  }

  private static @Nullable Instant moment(
      String parameter, @Nullable String typed, ZoneId zone, Instant now) {
    return typed == null || typed.isBlank() ? null : AskedMoment.read(parameter, typed, zone, now);
  }
}
