package org.uitrol.application.proof.port;

import java.util.List;
import java.util.Optional;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.HistoryRecord;
import org.uitrol.domain.shared.HistoryId;

/** The history exactly as it is stored, with the hashes that were stored with it. */
public interface RecordedHistory {

  /** How many events the trees have of which the roots are kept. */
  int KEPT_TREE = 1 << RecordedHistory.KEPT_LEVEL;

  /** The level of those trees. */
  int KEPT_LEVEL = 10;

  /**
   * An event of the history.
   *
   * @param number its place among all, counted from 1 without holes
   * @param hash as it was stored; who proves something works it out anew
   */
  record Stored(HistoryRecord event, long number, Hash hash) {}

  /**
   * Events in the order in which they were committed.
   *
   * @param position only those after it; 0 for the first
   * @param most how many at most
   */
  List<Stored> after(long position, int most);

  /** The event at a position, if there is one. */
  Optional<Stored> at(long position);

  /** The event before a position, if there is one. */
  Optional<Stored> before(long position);

  /** The name of the last event of a stream, if it has one. */
  Optional<String> latest(HistoryId stream);

  /**
   * The root of the Merkle tree over some events, as {@link
   * org.uitrol.domain.proof.MerkleTree.Roots} has it: over the hashes that are stored.
   *
   * @param from a number less one
   * @param to a number less one, greater
   */
  Hash root(long from, long to);

  /**
   * Keeps roots, from the first event on, of trees of {@link #KEPT_TREE} events each, so that
   * {@link #root} needs to read less.
   *
   * @param first which of these trees the first root is of, counted from 0
   */
  void keepRoots(long first, List<Hash> roots);
}
