package org.uitrol.domain.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A Merkle tree to which entries are added; keeps no more than one hash for each of its levels,
 * however many entries there are.
 */
public final class GrowingTree {

  private final Deque<Subtree> whole = new ArrayDeque<>();
  private long size;

  /** A tree over so many entries that no hash is missing. */
  private record Subtree(int level, Hash root) {}

  /** Adds an entry. */
  public void add(Hash entry) {
    addTree(0, MerkleTree.leaf(entry));
  }

  /**
   * Adds many entries of which the root is known.
   *
   * @param level of the root: 2 to its power entries
   * @throws IllegalArgumentException if the entries so far don't fill such trees
   */
  public void addTree(int level, Hash root) {
    if (!whole.isEmpty() && whole.getLast().level < level) {
      throw new IllegalArgumentException("a tree of that size doesn't fit behind smaller ones");
    }
    Subtree added = new Subtree(level, root);
    while (!whole.isEmpty() && whole.getLast().level == added.level) {
      added = new Subtree(added.level + 1, MerkleTree.node(whole.removeLast().root, added.root));
    }
    whole.addLast(added);
    size += 1L << level;
  }

  /** How many entries it has. */
  public long size() {
    return size;
  }

  /** Its root; that of an empty tree is the hash of nothing (RFC 9162, section 2.1.1). */
  public Hash root() {
    if (whole.isEmpty()) {
      return Hash.over();
    }
    Iterator<Subtree> fromTheRight = whole.descendingIterator();
    Hash root = fromTheRight.next().root;
    while (fromTheRight.hasNext()) {
      root = MerkleTree.node(fromTheRight.next().root, root);
    }
    return root;
  }
}
