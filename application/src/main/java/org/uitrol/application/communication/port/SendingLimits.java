package org.uitrol.application.communication.port;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many mails leave in a span of time, whichever span of that length one looks at; 0 for any
 * number.
 *
 * @param perMinute to all
 * @param perHour to all
 * @param perMinuteToDomain to the addresses of one domain
 */
public record SendingLimits(int perMinute, int perHour, int perMinuteToDomain) {

  /** At most so many in any span of that length. */
  public record Limit(int most, Duration span) {}

  public SendingLimits {
    if (perMinute < 0 || perHour < 0 || perMinuteToDomain < 0) {
      throw new IllegalArgumentException("a limit of mails is 0, for none, or more");
    }
  }

  /** As many as there are. */
  public static SendingLimits none() {
    return new SendingLimits(0, 0, 0);
  }

  /** What counts for the mail server as a whole. */
  public List<Limit> ofServer() {
    return limits(
        new Limit(perMinute, Duration.ofMinutes(1)), new Limit(perHour, Duration.ofHours(1)));
  }

  /** What counts for each domain. */
  public List<Limit> ofDomain() {
    return limits(new Limit(perMinuteToDomain, Duration.ofMinutes(1)));
  }

  private static List<Limit> limits(Limit... all) {
    return Stream.of(all).filter(limit -> limit.most() > 0).toList();
  }
}
