package org.uitrol.adapters.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.uitrol.application.communication.port.SendingLimits;
import org.uitrol.domain.communication.SendingHours;

/**
 * How much mail goes out, and when. The limits hold for all servers of Uitrol together; 0 lifts
 * one. Unless they are set, the built-in mailbox has none, since nothing leaves it.
 *
 * @param perMinute mails in any minute; null for 300
 * @param perHour mails in any hour; null for 10,000
 * @param perMinuteToDomain mails to the addresses of one domain in any minute; null for 200
 * @param hours in which mail leaves that can wait, in the zone of the campaign and in the reader's
 */
@ConfigurationProperties("uitrol.mail.sending")
public record SendingSettings(
    @Nullable Integer perMinute,
    @Nullable Integer perHour,
    @Nullable Integer perMinuteToDomain,
    @DefaultValue("07:00-20:00") String hours) {

  private static final SendingLimits STANDARD = new SendingLimits(300, 10_000, 200);

  SendingLimits limits(SmtpSettings server) {
    SendingLimits standard = server.hasServer() ? STANDARD : SendingLimits.none();
    return new SendingLimits(
        perMinute == null ? standard.perMinute() : perMinute,
        perHour == null ? standard.perHour() : perHour,
        perMinuteToDomain == null ? standard.perMinuteToDomain() : perMinuteToDomain);
  }

  /**
   * @throws IllegalStateException if the hours are no hours; names the setting
   */
  SendingHours sendingHours() {
    try {
      return SendingHours.of(hours);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("uitrol.mail.sending.hours: " + e.getMessage(), e);
    }
  }
}
