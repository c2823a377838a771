package org.uitrol.application.shared;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;
import org.uitrol.domain.shared.Command;

/** Finds the stream of a command by what the command itself says. */
@Component("commandTargets")
public final class CommandTargets implements CommandTargetResolver {

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (message.getPayload() instanceof Command command) {
      return new VersionedAggregateIdentifier((Object) command.target().value(), null);
    }
    throw new IllegalStateException(message.getCommandName() + " does not say what it is for");
  }
}
