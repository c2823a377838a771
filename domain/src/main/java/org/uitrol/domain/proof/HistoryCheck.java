package org.uitrol.domain.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.proof.Flaw.Kind;

/**
 * Goes through a history, event by event, and works every hash out anew. What the history says of
 * its own hashes is believed in nothing; it only helps to tell what was done to it. Keeps a bounded
 * number of hashes, however long the history is. After a flaw it can't be used any more.
 */
public final class HistoryCheck {

  /** How many inserted events are still recognised as inserted ones. */
  private static final int REMEMBERED = 1_000;

  private final Deque<Checkpoint> expected;
  private final GrowingTree tree = new GrowingTree();
  private final Map<Hash, Long> recent = new LinkedHashMap<>();
  private final Deque<Long> recentPositions = new ArrayDeque<>();
  private Hash head = Hash.NONE;
  private long position;
  private long trusted;
  private @Nullable Checkpoint last;

  /**
   * What an event is said to be, by whoever hands the history over.
   *
   * @param number its place among all, counted from 1 without holes
   * @param previous the hash of the event before it
   * @param hash its own
   */
  public record Claim(long number, Hash previous, Hash hash) {}

  /**
   * A check against checkpoints that are known already.
   *
   * @param known with signatures that were checked
   */
  public HistoryCheck(List<Checkpoint> known) {
    List<Checkpoint> sorted = new ArrayList<>(known);
    sorted.sort(Comparator.comparingLong(Checkpoint::size));
    this.expected = new ArrayDeque<>(sorted);
    recent.put(Hash.NONE, 0L);
    recentPositions.add(0L);
  }

  /** How many events were right. */
  public long size() {
    return tree.size();
  }

  /** The position of the last event that was right; 0 before the first. */
  public long position() {
    return position;
  }

  /** The hash of the last event that was right. */
  public Hash head() {
    return head;
  }

  /** The root of the Merkle tree over all events that were right. */
  public Hash root() {
    return tree.root();
  }

  /** Takes the next event; empty when it is right. */
  public Optional<Flaw> next(HistoryRecord event, Claim claim) {
    if (event.position() <= position) {
      return Optional.of(new Flaw(Kind.OUT_OF_ORDER, event.position(), position));
    }
    Hash own;
    try {
      own = event.hash(head);
      if (!own.equals(claim.hash())) {
        return Optional.of(diagnosis(event, claim));
      }
    } catch (IllegalArgumentException e) {
      return Optional.of(new Flaw(Kind.ALTERED, event.position(), event.position()));
    }
    if (claim.number() != size() + 1) {
      return Optional.of(new Flaw(Kind.ALTERED, event.position(), event.position()));
    }
    head = own;
    position = event.position();
    tree.add(own);
    remember();
    return unlikeWhatIsExpected();
  }

  /** What was done, as far as the hashes that are claimed tell it. */
  private Flaw diagnosis(HistoryRecord event, Claim claim) {
    for (Map.Entry<Hash, Long> one : recent.entrySet()) {
      if (!one.getKey().equals(head) && event.hash(one.getKey()).equals(claim.hash())) {
        return new Flaw(Kind.INSERTED, firstAfter(one.getValue()), position);
      }
    }
    if (claim.number() > size() + 1) {
      return new Flaw(Kind.MISSING, event.position(), position);
    }
    boolean whole =
        !claim.previous().equals(head) && event.hash(claim.previous()).equals(claim.hash());
    long altered = whole && size() > 0 ? position : event.position();
    return new Flaw(Kind.ALTERED, altered, altered);
  }

  /**
   * The same flaw, told better by the event that comes next.
   *
   * @param event the one behind that with the flaw
   */
  public static Flaw seenWith(Flaw flaw, HistoryRecord event) {
    return flaw.kind() == Kind.MISSING && event.position() < flaw.position()
        ? new Flaw(Kind.OUT_OF_ORDER, flaw.position(), event.position())
        : flaw;
  }

  private long firstAfter(long ancestor) {
    return recentPositions.stream().filter(one -> one > ancestor).findFirst().orElse(position);
  }

  private void remember() {
    recent.put(head, position);
    recentPositions.addLast(position);
    if (recentPositions.size() > REMEMBERED) {
      recentPositions.removeFirst();
      recent.remove(recent.keySet().iterator().next());
    }
  }

  private Optional<Flaw> unlikeWhatIsExpected() {
    while (!expected.isEmpty() && expected.getFirst().size() <= size()) {
      if (!isLike(expected.removeFirst())) {
        return Optional.of(new Flaw(Kind.UNLIKE_CHECKPOINT, trusted + 1, position));
      }
      trusted = position;
    }
    return Optional.empty();
  }

  /**
   * Takes a checkpoint that stands in the history behind the last of its events.
   *
   * @param checkpoint with a signature that was checked
   */
  public Optional<Flaw> next(Checkpoint checkpoint) {
    Checkpoint before = last;
    int number = before == null ? 1 : before.number() + 1;
    Hash previous = before == null ? Hash.NONE : before.digest();
    if (checkpoint.number() != number || !checkpoint.previous().equals(previous)) {
      return Optional.of(new Flaw(Kind.CHECKPOINT_MISSING, position, checkpoint.number()));
    }
    if (checkpoint.size() > size()) {
      return Optional.of(new Flaw(Kind.CUT_OFF, position, checkpoint.size()));
    }
    if (!isLike(checkpoint)) {
      return Optional.of(new Flaw(Kind.UNLIKE_CHECKPOINT, trusted + 1, position));
    }
    trusted = position;
    last = checkpoint;
    return Optional.empty();
  }

  /** Says that there are no more events. */
  public Optional<Flaw> end() {
    return expected.isEmpty()
        ? Optional.empty()
        : Optional.of(new Flaw(Kind.CUT_OFF, position, expected.getLast().size()));
  }

  private boolean isLike(Checkpoint checkpoint) {
    return checkpoint.size() == size()
        && checkpoint.position() == position
        && checkpoint.head().equals(head)
        && checkpoint.root().equals(root());
  }
}
