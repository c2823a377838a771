package sample.pots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.Text;
import sample.pots.PotCommand.OpenPot;
import sample.pots.PotCommand.PutCoinIn;
import sample.pots.PotCommand.SmashPot;
import sample.pots.PotEvent.CoinPutIn;
import sample.pots.PotEvent.Lid;
import sample.pots.PotEvent.PotFilled;
import sample.pots.PotEvent.PotOpened;

/** The decider: pure, without Axon. */
public record Pot(PotId id, int size, int coins) {

  public static List<PotEvent> open(@Nullable Pot pot, OpenPot command) {
    if (pot != null) {
      return List.of();
    }
    if (command.size() < 1) {
      throw new Rejected("POT_TOO_SMALL", Map.of("size", command.size()));
    }
    return List.of(
        new PotOpened(
            command.pot(),
            Text.of("nl", "Spaarpot"),
            command.size(),
            new Lid.ScrewLid(2),
            null,
            command.at()));
  }

  public static List<PotEvent> putIn(@Nullable Pot pot, PutCoinIn command) {
    if (pot == null) {
      throw new Rejected("POT_UNKNOWN");
    }
    int total = pot.coins + command.coins();
    if (total > pot.size) {
      throw new Rejected("POT_FULL", Map.of("size", pot.size, "coins", total));
    }
    List<PotEvent> events = new ArrayList<>();
    events.add(
        new CoinPutIn(
            pot.id,
            command.coins(),
            List.of(new Lid.CorkLid(), new Lid.ScrewLid(1)),
            Map.of(new PotId("other"), 1),
            command.at()));
    if (total == pot.size) {
      events.add(new PotFilled(pot.id, command.at()));
    }
    return events;
  }

  public static List<PotEvent> smash(@Nullable Pot pot, SmashPot command) {
    int pieces = pot == null ? 0 : pot.coins;
    throw new IllegalStateException("a bug in " + command.pot() + " of " + pieces);
  }

  public static Pot evolve(@Nullable Pot pot, PotEvent event) {
    if (event instanceof PotOpened opened) {
      return new Pot(opened.pot(), opened.size(), 0);
    }
    if (pot == null) {
      throw new IllegalStateException(event + " of a pot that was never opened");
    }
    if (event instanceof CoinPutIn coin) {
      return new Pot(pot.id, pot.size, pot.coins + coin.coins());
    }
    if (event instanceof PotFilled) {
      return pot;
    }
    throw new IllegalStateException("a pot knows nothing of " + event);
  }
}
