package org.uitrol.application.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.uitrol.application.proof.port.CheckpointKey;
import org.uitrol.application.proof.port.RecordedHistory;
import org.uitrol.application.proof.port.RecordedHistory.Stored;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.proof.Checkpoint;
import org.uitrol.domain.proof.CheckpointCommand.RecordCheckpoint;
import org.uitrol.domain.proof.CheckpointCommand.RefuseCheckpoint;
import org.uitrol.domain.proof.CheckpointEvent;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointAsked;
import org.uitrol.domain.proof.Checkpoints;
import org.uitrol.domain.proof.Flaw;
import org.uitrol.domain.proof.GrowingTree;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.HistoryCheck;
import org.uitrol.domain.proof.HistoryCheck.Claim;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.shared.HistoryId;

/**
 * Makes the checkpoint that was asked for: reads the whole history, works every hash out anew,
 * compares it with every checkpoint before, and signs only what is right. What was begun before a
 * crash is done again; of several servers one is first, and what the others find changes nothing.
 */
@Component
public class CheckpointMaker {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointMaker.class);
  private static final Actor ACTOR = Actor.process(CheckpointMaker.class);
  private static final int PAGE = 500;

  private final RecordedHistory history;
  private final MadeCheckpoints made;
  private final CheckpointKey key;
  private final CommandDesk desk;
  private final Streams streams;
  private final String asked;

  public CheckpointMaker(
      RecordedHistory history,
      MadeCheckpoints made,
      CheckpointKey key,
      CommandDesk desk,
      Streams streams,
      EventCatalog catalog) {
    this.history = history;
    this.made = made;
    this.key = key;
    this.desk = desk;
    this.streams = streams;
    this.asked = catalog.nameOf(CheckpointAsked.class);
  }

  /** Makes the checkpoint that was asked for; does nothing when none was. */
  public void makeIfAsked() {
    if (history.latest(HistoryId.OWN).filter(asked::equals).isPresent()) {
      streams
          .state(HistoryId.OWN, CheckpointEvent.class, Checkpoints::evolve)
          .filter(Checkpoints::asked)
          .ifPresent(this::make);
    }
  }

  private void make(Checkpoints checkpoints) {
    List<SignedCheckpoint> earlier = made.all();
    Optional<Flaw> forged = forged(earlier);
    HistoryCheck check =
        new HistoryCheck(earlier.stream().map(SignedCheckpoint::checkpoint).toList());
    Optional<Flaw> flaw = forged.isPresent() ? forged : read(check);
    if (flaw.isPresent()) {
      LOG.error("the history isn't what it was: {}", flaw.get());
      desk.send(
          new RefuseCheckpoint(HistoryId.OWN, checkpoints.next(), flaw.get(), desk.now()), ACTOR);
      return;
    }
    SignedCheckpoint latest = checkpoints.latest();
    Checkpoint next =
        new Checkpoint(
            checkpoints.next(),
            check.size(),
            check.position(),
            check.root(),
            check.head(),
            desk.now(),
            latest == null ? Hash.NONE : latest.checkpoint().digest(),
            key.fingerprint());
    desk.send(new RecordCheckpoint(HistoryId.OWN, key.sign(next), desk.now()), ACTOR);
  }

  private Optional<Flaw> forged(List<SignedCheckpoint> earlier) {
    return earlier.stream()
        .filter(one -> !key.hasSigned(one))
        .findFirst()
        .map(
            one ->
                new Flaw(
                    Flaw.Kind.CHECKPOINT_FORGED,
                    one.checkpoint().position(),
                    one.checkpoint().number()));
  }

  private Optional<Flaw> read(HistoryCheck check) {
    List<Hash> roots = new ArrayList<>();
    GrowingTree tree = new GrowingTree();
    Hash previous = Hash.NONE;
    List<Stored> page = history.after(0, PAGE);
    @Nullable Flaw found = null;
    while (!page.isEmpty()) {
      for (Stored one : page) {
        if (found != null) {
          return Optional.of(HistoryCheck.seenWith(found, one.event()));
        }
        found = check.next(one.event(), new Claim(one.number(), previous, one.hash())).orElse(null);
        previous = one.hash();
        tree.add(one.hash());
        if (tree.size() == RecordedHistory.KEPT_TREE) {
          roots.add(tree.root());
          tree = new GrowingTree();
        }
      }
      page = history.after(page.get(page.size() - 1).event().position(), PAGE);
    }
    if (found == null) {
      history.keepRoots(0, roots);
    }
    return found == null ? check.end() : Optional.of(found);
  }
}
