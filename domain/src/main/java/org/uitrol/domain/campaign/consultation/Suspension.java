package org.uitrol.domain.campaign.consultation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.uitrol.domain.shared.CalendarRule;

/**
 * How long a decision against the works council's advice waits before it is carried out, so that
 * the council can go to court.
 *
 * @param months after the day on which the council heard of the decision; 1 or more
 * @param zone in which that day is meant
 */
public record Suspension(int months, ZoneId zone) {

  /**
   * What the law of the campaign's country asks: a month in the Netherlands (Wet op de
   * ondernemingsraden, article 25(6)), nothing elsewhere.
   */
  public static Optional<Suspension> of(CalendarRule calendar) {
    return calendar.country().equals("NL")
        ? Optional.of(new Suspension(1, calendar.zone()))
        : Optional.empty();
  }

  /** The end of the last day of waiting. */
  public Instant until(Instant heard) {
    return heard
        .atZone(zone)
        .toLocalDate()
        .plusMonths(months)
        .plusDays(1)
        .atStartOfDay(zone)
        .toInstant();
  }
}
