package org.uitrol.application.proof;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When checkpoints are made by themselves.
 *
 * @param daily at that time of each day; null for never
 */
public record CheckpointSchedule(@Nullable LocalTime daily, ZoneId zone) {

  /** The first due moment after another one. */
  public Optional<Instant> after(Instant moment) {
    if (daily == null) {
      return Optional.empty();
    }
    ZonedDateTime there = moment.atZone(zone);
    Instant today = there.toLocalDate().atTime(daily).atZone(zone).toInstant();
    return Optional.of(
        today.isAfter(moment)
            ? today
            : there.toLocalDate().plusDays(1).atTime(daily).atZone(zone).toInstant());
  }
}
