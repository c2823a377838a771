package sample.pots;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import sample.pots.PotCommand.OpenPot;
import sample.pots.PotCommand.PutCoinIn;
import sample.pots.PotCommand.SmashPot;

@Aggregate(type = "pot", commandTargetResolver = "commandTargets")
class PotShell {

  private @Nullable String stream;
  private @Nullable Pot pot;

  @AggregateIdentifier
  @Nullable String stream() {
    return stream;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(OpenPot command) {
    apply(Pot.open(pot, command));
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(PutCoinIn command) {
    apply(Pot.putIn(pot, command));
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(SmashPot command) {
    apply(Pot.smash(pot, command));
  }

  @EventSourcingHandler
  void on(PotEvent event) {
    pot = Pot.evolve(pot, event);
    stream = event.pot().value();
  }

  private static void apply(List<PotEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
