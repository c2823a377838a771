package org.uitrol.application.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which way something that is asked comes in, and from which class of address; never the address
 * itself, which would be personal. Written as {@code page/private} or {@code timer}.
 *
 * @param network null where no address is known, or where it could tell who asks
 */
public record Source(Way way, @Nullable Network network) {

  /** By which way. */
  public enum Way {
    /** A page of the console, or one that a personal link opens. */
    PAGE,
    /** Another program, with a token or a signature. */
    API,
    /** The command line. */
    CLI,
    /** The organisation's own directory. */
    SCIM,
    /** A learning platform. */
    XAPI,
    /** A mail that came in. */
    MAIL,
    /** A due moment. */
    TIMER,
    /** A process that reacts to an event, or works by itself. */
    PROCESS,
    /** The application itself, for instance when it starts. */
    SYSTEM
  }

  /** From which class of address. */
  public enum Network {
    /** The same machine. */
    LOOPBACK,
    /** A network that isn't reached from outside (RFC 1918, 4193, 3927 and 6598). */
    PRIVATE,
    PUBLIC
  }

  /** As it is written. */
  public String text() {
    return word(way) + (network == null ? "" : "/" + word(network));
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text();
  }
}
