package org.uitrol.application.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.proof.port.RecordedHistory;
import org.uitrol.application.proof.port.RecordedHistory.Stored;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.HistoryRecord;
import org.uitrol.domain.proof.MerkleTree;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.shared.Rejected;

/** Proves that an event is in the history, and that a checkpoint follows from an earlier one. */
@Component
public class ProofMaker {

  private final RecordedHistory history;
  private final MadeCheckpoints made;

  public ProofMaker(RecordedHistory history, MadeCheckpoints made) {
    this.history = history;
    this.made = made;
  }

  /**
   * What shows that an event is in the history, without any other event.
   *
   * @param number of the event, counted from 1 without holes
   * @param previous the hash of the event before it, of which it tells nothing
   */
  public record Inclusion(
      HistoryRecord event,
      long number,
      Hash previous,
      List<Hash> path,
      SignedCheckpoint checkpoint) {

    public Inclusion {
      path = List.copyOf(path);
    }
  }

  /** What shows that nothing before the earlier checkpoint was altered until the later one. */
  public record Consistency(SignedCheckpoint earlier, SignedCheckpoint later, List<Hash> path) {

    public Consistency {
      path = List.copyOf(path);
    }
  }

  /**
   * Proves an event.
   *
   * @param checkpoint the number of the one to prove by; null for the first that holds it
   * @return empty when there is no event at that position, or no such checkpoint
   * @throws Rejected {@code CHECKPOINT_TOO_EARLY} when the checkpoint, or every one, was made
   *     before
   */
  public Optional<Inclusion> inclusion(long position, @Nullable Integer checkpoint) {
    Optional<Stored> event = history.at(position);
    if (event.isEmpty()) {
      return Optional.empty();
    }
    List<SignedCheckpoint> asked =
        made.all().stream()
            .filter(one -> checkpoint == null || one.checkpoint().number() == checkpoint)
            .toList();
    if (asked.isEmpty() && checkpoint != null) {
      return Optional.empty();
    }
    long number = event.get().number();
    SignedCheckpoint by =
        asked.stream()
            .filter(one -> one.checkpoint().size() >= number)
            .findFirst()
            .orElseThrow(() -> new Rejected("CHECKPOINT_TOO_EARLY", Map.of("position", position)));
    return Optional.of(
        new Inclusion(
            event.get().event(),
            number,
            history.before(position).map(Stored::hash).orElse(Hash.NONE),
            MerkleTree.inclusion(number - 1, by.checkpoint().size(), history::root),
            by));
  }

  /** Proves that a checkpoint follows from an earlier one; empty when either isn't there. */
  public Optional<Consistency> consistency(int earlier, int later) {
    Optional<SignedCheckpoint> first = made.find(earlier);
    Optional<SignedCheckpoint> second = made.find(later);
    if (first.isEmpty() || second.isEmpty() || earlier > later) {
      return Optional.empty();
    }
    List<Hash> path =
        MerkleTree.consistency(
            first.get().checkpoint().size(), second.get().checkpoint().size(), history::root);
    return Optional.of(new Consistency(first.get(), second.get(), path));
  }
}
