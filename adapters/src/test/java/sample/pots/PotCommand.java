package sample.pots;

import java.time.Instant;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.Id;

public sealed interface PotCommand extends Command {

  PotId pot();

  @Override
  default Id target() {
    return pot();
  }

  record OpenPot(PotId pot, int size, Instant at) implements PotCommand {}

  record PutCoinIn(PotId pot, int coins, Instant at) implements PotCommand {}

  /** A command with a bug. */
  record SmashPot(PotId pot, Instant at) implements PotCommand {}
}
