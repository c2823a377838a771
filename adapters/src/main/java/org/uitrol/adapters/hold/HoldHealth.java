package org.uitrol.adapters.hold;

import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.uitrol.application.hold.port.HoldState;
import org.uitrol.application.hold.port.HoldState.Lasting;

/**
 * Says whether there is a hold. With one the server isn't down: people have to get in to end it.
 */
final class HoldHealth extends AbstractHealthIndicator {

  private static final String HOLD = "HOLD";

  private final HoldState state;

  HoldHealth(HoldState state) {
    super("whether there is a hold can't be read");
    this.state = state;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Optional<Lasting> lasting = state.lasting();
    if (lasting.isEmpty()) {
      health.up();
    } else {
      health
          .status(HOLD)
          .withDetail("cause", lasting.get().cause())
          .withDetail("since", lasting.get().since());
    }
  }
}
