package org.uitrol.adapters.retention;

import java.time.LocalTime;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is kept where no plan says so, and when it is looked through.
 *
 * @param enabled whether anything is removed
 * @param at when each day, on the clock of the organisation
 * @param mailTexts how long the bytes of a mail are kept for another attempt
 * @param accesses how long is known who was shown data of whom
 * @param leaversAfter how long after somebody left their erasure is due
 * @param leavers what happens then
 */
@ConfigurationProperties("uitrol.retention")
public record RetentionSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("03:30") LocalTime at,
    @DefaultValue("P90D") Period mailTexts,
    @DefaultValue("P24M") Period accesses,
    @DefaultValue("P24M") Period leaversAfter,
    @DefaultValue("PROPOSE") Leavers leavers) {

  /** What happens to people who left long ago. */
  public enum Leavers {
    /** Nothing. */
    KEEP,
    /** Their erasure is asked for, and somebody agrees or not. */
    PROPOSE,
    /** They are erased. */
    ERASE
  }

  public RetentionSettings {
    requireSome("mail-texts", mailTexts);
    requireSome("accesses", accesses);
    requireSome("leavers-after", leaversAfter);
  }

  private static void requireSome(String name, Period period) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("uitrol.retention." + name + " has to be P1D or longer");
    }
  }
}
