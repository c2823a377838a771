package org.uitrol.application.concern.process;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.uitrol.application.concern.port.ConcernIndex;
import org.uitrol.application.concern.port.ConcernIndex.Entry;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernMarked;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.concern.ConcernEvent.ConcernReopened;
import org.uitrol.domain.concern.ConcernEvent.ConcernUnmarked;
import org.uitrol.domain.concern.ConcernEvent.ConcernWithdrawn;
import org.uitrol.domain.concern.ConcernEvent.OwnerChanged;
import org.uitrol.domain.rollout.RolloutCommand.NoteConcerns;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;

/**
 * Keeps the index of concerns and tells every rollout that one is about how many are open. What
 * counts is the index after the events so far, in their order, so that hearing of one twice changes
 * nothing. A rollout is told again when it starts: what was asked between the decision to start it
 * and its start reaches it too.
 */
@Component
@Order(Processing.INDEX_FIRST)
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class TellRolloutsOfConcerns {

  private static final Actor ACTOR = Actor.process(TellRolloutsOfConcerns.class);

  private final CommandDesk desk;
  private final ConcernIndex index;
  private final RolloutIndex rollouts;

  public TellRolloutsOfConcerns(CommandDesk desk, ConcernIndex index, RolloutIndex rollouts) {
    this.desk = desk;
    this.index = index;
    this.rollouts = rollouts;
  }

  @EventHandler
  void on(ConcernRaised event) {
    Entry entry =
        index
            .find(event.concern())
            .orElseGet(
                () ->
                    new Entry(
                        event.concern(),
                        event.campaign(),
                        event.department(),
                        event.asker(),
                        event.owner(),
                        true,
                        event.mark() != null,
                        false));
    index.put(entry);
    tell(entry, event.at());
  }

  @EventHandler
  void on(ConcernMarked event) {
    change(event, entry -> entry.marked(true));
  }

  @EventHandler
  void on(ConcernUnmarked event) {
    change(event, entry -> entry.marked(false));
  }

  @EventHandler
  void on(ConcernAnswered event) {
    change(event, entry -> entry.open(false));
  }

  @EventHandler
  void on(ConcernWithdrawn event) {
    change(event, entry -> entry.open(false));
  }

  @EventHandler
  void on(ConcernReopened event) {
    change(event, entry -> entry.open(true));
  }

  @EventHandler
  void on(OwnerChanged event) {
    change(
        event, entry -> entry.owner().equals(event.owner()) ? entry : entry.ownedBy(event.owner()));
  }

  @EventHandler
  void on(RolloutStarted event) {
    desk.send(
        new NoteConcerns(
            event.rollout(), index.count(event.campaign(), event.department()), event.at()),
        ACTOR);
  }

  private void change(ConcernEvent event, UnaryOperator<Entry> change) {
    Entry entry =
        change.apply(
            index
                .find(event.concern())
                .orElseThrow(() -> new IllegalStateException("no concern " + event.concern())));
    index.put(entry);
    tell(entry, event.at());
  }

  private void tell(Entry concern, Instant at) {
    rollouts.open().stream()
        .filter(rollout -> rollout.campaign().equals(concern.campaign()))
        .filter(rollout -> concern.concerns(rollout.department()))
        .forEach(
            rollout ->
                desk.send(
                    new NoteConcerns(
                        rollout.rollout(),
                        index.count(rollout.campaign(), rollout.department()),
                        at),
                    ACTOR));
  }
}
