package org.uitrol.application.channel;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.ChannelCommand.ChangeChannel;
import org.uitrol.domain.channel.ChannelCommand.CloseChannel;
import org.uitrol.domain.channel.ChannelCommand.MoveChannel;
import org.uitrol.domain.channel.ChannelCommand.OpenChannel;
import org.uitrol.domain.channel.ChannelCommand.PauseChannel;
import org.uitrol.domain.channel.ChannelCommand.RenewSecret;
import org.uitrol.domain.channel.ChannelCommand.ResumeChannel;
import org.uitrol.domain.channel.ChannelCommand.SendAgain;
import org.uitrol.domain.channel.ChannelCommand.SuspendChannel;
import org.uitrol.domain.channel.ChannelCommand.TestChannel;
import org.uitrol.domain.channel.ChannelEvent;
import org.uitrol.domain.shared.Rejected;

/** Routes commands to {@link Channel} and keeps its state. */
@Aggregate(type = "channel", commandTargetResolver = "commandTargets")
class ChannelShell {

  @SuppressWarnings("UnusedVariable") // Axon reads it.
  @AggregateIdentifier
  private @Nullable String id;

  private @Nullable Channel state;

  ChannelShell() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenChannel command) {
    apply(Channel.open(state, command));
  }

  @CommandHandler
  void handle(ChangeChannel command) {
    apply(known().change(command));
  }

  @CommandHandler
  void handle(MoveChannel command) {
    apply(known().move(command));
  }

  @CommandHandler
  void handle(RenewSecret command) {
    apply(known().renew(command));
  }

  @CommandHandler
  void handle(PauseChannel command) {
    apply(known().pause(command));
  }

  @CommandHandler
  void handle(SuspendChannel command) {
    apply(known().suspend(command));
  }

  @CommandHandler
  void handle(ResumeChannel command) {
    apply(known().resume(command));
  }

  @CommandHandler
  void handle(CloseChannel command) {
    apply(known().close(command));
  }

  @CommandHandler
  void handle(TestChannel command) {
    apply(known().test(command));
  }

  @CommandHandler
  void handle(SendAgain command) {
    apply(known().sendAgain(command));
  }

  @EventSourcingHandler
  void on(ChannelEvent event) {
    id = event.channel().value();
    state = Channel.evolve(state, event);
  }

  private Channel known() {
    if (state == null) {
      throw new Rejected("CHANNEL_UNKNOWN");
    }
    return state;
  }

  private static void apply(List<ChannelEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
