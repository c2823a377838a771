package org.uitrol.application.hold.port;

import java.time.Instant;
import java.util.Optional;
import org.uitrol.application.shared.HoldSwitch;
import org.uitrol.domain.hold.HoldCause;

/** Whether there is a hold, for all servers. Takes part in the caller's transaction, if any. */
public interface HoldState extends HoldSwitch {

  /**
   * The hold that lasts.
   *
   * @param recorded whether the history knows of it
   */
  record Lasting(HoldCause cause, Instant since, boolean recorded) {}

  /** The hold that lasts, if there is one. */
  Optional<Lasting> lasting();

  @Override
  default boolean isOn() {
    return lasting().isPresent();
  }

  /** Begins one; nothing while one lasts. True when it began. */
  boolean begin(HoldCause cause, Instant at);

  /** The history knows of it. */
  void recorded();

  /** Ends it, and with it what was let go one by one. */
  void end();
}
