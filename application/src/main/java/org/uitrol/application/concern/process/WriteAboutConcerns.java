package org.uitrol.application.concern.process;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.Letters;
import org.uitrol.application.communication.Letters.When;
import org.uitrol.application.concern.port.ConcernIndex;
import org.uitrol.application.concern.port.ConcernIndex.Entry;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernOverdue;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.concern.ConcernEvent.ConcernReopened;
import org.uitrol.domain.concern.ConcernEvent.OwnerChanged;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/**
 * Writes to who owes an answer and to who gets one. Mail is sent on behalf of a rollout: what was
 * asked before there is any is told to its owner when the first one starts.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class WriteAboutConcerns {

  private static final Actor ACTOR = Actor.process(WriteAboutConcerns.class);

  private final Letters letters;
  private final ConcernIndex index;
  private final RolloutIndex rollouts;

  public WriteAboutConcerns(Letters letters, ConcernIndex index, RolloutIndex rollouts) {
    this.letters = letters;
    this.index = index;
    this.rollouts = rollouts;
  }

  @EventHandler
  void on(ConcernRaised event) {
    tellOwner(entry(event.concern()), "raised", event.at());
  }

  @EventHandler
  void on(OwnerChanged event) {
    tellOwner(entry(event.concern()), "owner/" + event.at(), event.at());
  }

  @EventHandler
  void on(ConcernReopened event) {
    Entry entry = entry(event.concern());
    write("concern-raised", entry, entry.owner(), "reopened/" + event.at(), event.at());
  }

  @EventHandler
  void on(ConcernAnswered event) {
    Entry entry = entry(event.concern());
    PersonId asker = entry.asker();
    if (asker != null) {
      write("concern-answered", entry, asker, "answered/" + event.version(), event.at());
    }
  }

  /** Besides who owes the answer, the owner of the campaign hears of it. */
  @EventHandler
  void on(ConcernOverdue event) {
    Entry entry = entry(event.concern());
    rollout(entry).map(letters::owner).stream()
        .flatMap(owner -> Stream.of(event.owner(), owner))
        .distinct()
        .forEach(
            reader -> write("concern-overdue", entry, reader, "overdue/" + event.at(), event.at()));
  }

  @EventHandler
  void on(RolloutStarted event) {
    index.open(event.campaign()).stream()
        .filter(entry -> !entry.told())
        .forEach(entry -> tellOwner(entry, "raised", event.at()));
  }

  private void tellOwner(Entry entry, String cause, Instant at) {
    if (entry.open() && write("concern-raised", entry, entry.owner(), cause, at)) {
      index.put(entry.told(true));
    }
  }

  private boolean write(String template, Entry entry, PersonId reader, String cause, Instant at) {
    Optional<RolloutId> rollout = rollout(entry);
    rollout.ifPresent(
        behalf ->
            letters.send(
                Letter.mandatory(
                    template,
                    behalf,
                    new Topic(Topic.Kind.CONCERN, entry.concern().value()),
                    Map.of()),
                reader,
                "concern/" + entry.concern() + "/" + cause,
                When.AT_WORK,
                at,
                ACTOR));
    return rollout.isPresent();
  }

  /** The rollout that it is about; else one of the campaign's, best one that isn't over. */
  private Optional<RolloutId> rollout(Entry entry) {
    return Stream.of(
            rollouts.open().stream()
                .filter(one -> one.campaign().equals(entry.campaign()))
                .filter(one -> entry.concerns(one.department())),
            rollouts.open().stream().filter(one -> one.campaign().equals(entry.campaign())),
            rollouts.ofCampaign(entry.campaign()).stream())
        .flatMap(some -> some)
        .findFirst()
        .map(RolloutIndex.Entry::rollout);
  }

  private Entry entry(ConcernId concern) {
    return index
        .find(concern)
        .orElseThrow(() -> new IllegalStateException("no concern " + concern));
  }
}
