package sample.pots;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.Rejected;
import sample.pots.PotCommand.OpenPot;
import sample.pots.PotCommand.PutCoinIn;
import sample.pots.PotCommand.SmashPot;
import sample.pots.PotEvent.PotFilled;

/** A process: the next pot is opened when one is full. */
@Component
@ProcessingGroup("process")
class NextPot {

  private static final Actor ME = Actor.process(NextPot.class);

  private final CommandDesk desk;
  private final Mishaps mishaps;

  NextPot(CommandDesk desk, Mishaps mishaps) {
    this.desk = desk;
    this.mishaps = mishaps;
  }

  @EventHandler
  void on(PotFilled event) {
    PotId next = new PotId(event.pot().value() + "+");
    desk.send(new OpenPot(next, 1_000, event.at()), ME);
    try {
      desk.send(new PutCoinIn(next, 1_001, event.at()), ME);
    } catch (Rejected e) {
      desk.send(new PutCoinIn(next, 1, event.at()), ME);
    }
    mishaps.check("process", event);
    if (mishaps.smashes(event.pot())) {
      try {
        desk.send(new SmashPot(next, event.at()), ME);
      } catch (IllegalStateException e) {
        // A process that goes on after a bug: what it did so far is lost all the same.
      }
    }
  }
}
