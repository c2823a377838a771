package org.uitrol.domain.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The Merkle tree of a log (RFC 9162, section 2.1), whose entries are the hashes of events. Who has
 * its root can be shown that an event is among those below it, and that a later tree begins with an
 * earlier one, by a few hashes each.
 */
public final class MerkleTree {

  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private MerkleTree() {}

  /** Tells the roots of parts of a tree. */
  @FunctionalInterface
  public interface Roots {

    /**
     * The root over some entries that follow each other.
     *
     * @param from the first of them, counted from 0
     * @param to the first that isn't one of them
     */
    Hash root(long from, long to);
  }

  /** The hash of one entry. */
  public static Hash leaf(Hash entry) {
    return Hash.over(LEAF, entry.bytes());
  }

  static Hash node(Hash left, Hash right) {
    return Hash.over(NODE, left.bytes(), right.bytes());
  }

  /**
   * What shows that an entry is in a tree (RFC 9162, section 2.1.3.1).
   *
   * @param entry counted from 0
   * @param size how many entries the tree has
   */
  public static List<Hash> inclusion(long entry, long size, Roots roots) {
    if (entry < 0 || entry >= size) {
      throw new IllegalArgumentException("no entry " + entry + " among " + size);
    }
    List<Hash> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + half(to - from);
      if (entry < middle) {
        path.add(roots.root(middle, to));
        to = middle;
      } else {
        path.add(roots.root(from, middle));
        from = middle;
      }
    }
    Collections.reverse(path);
    return path;
  }

  /** Whether an entry is in the tree with that root (RFC 9162, section 2.1.3.2). */
  public static boolean includes(Hash entry, long index, long size, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long first = index;
    long last = size - 1;
    Hash reached = leaf(entry);
    for (Hash one : path) {
      if (last == 0) {
        return false;
      }
      if (isRight(first) || first == last) {
        reached = node(one, reached);
        while (!isRight(first) && first != 0) {
          first >>>= 1;
          last >>>= 1;
        }
      } else {
        reached = node(reached, one);
      }
      first >>>= 1;
      last >>>= 1;
    }
    return last == 0 && reached.equals(root);
  }

  /**
   * What shows that a tree begins with a smaller one (RFC 9162, section 2.1.4.1).
   *
   * @param before how many entries the smaller one has, 1 or more
   * @param size how many the larger one has
   */
  public static List<Hash> consistency(long before, long size, Roots roots) {
    if (before < 1 || before > size) {
      throw new IllegalArgumentException("a tree of " + size + " doesn't begin with " + before);
    }
    List<Hash> path = new ArrayList<>();
    long from = 0;
    long to = size;
    boolean known = true;
    while (before != to) {
      long middle = from + half(to - from);
      if (before <= middle) {
        path.add(roots.root(middle, to));
        to = middle;
      } else {
        path.add(roots.root(from, middle));
        from = middle;
        known = false;
      }
    }
    if (!known) {
      path.add(roots.root(from, to));
    }
    Collections.reverse(path);
    return path;
  }

  /** Whether the larger tree begins with the smaller one (RFC 9162, section 2.1.4.2). */
  public static boolean extend(
      long before, Hash rootBefore, long size, Hash root, List<Hash> path) {
    if (before < 1 || before > size) {
      return false;
    }
    if (before == size) {
      return path.isEmpty() && rootBefore.equals(root);
    }
    List<Hash> all = new ArrayList<>(path);
    if (Long.bitCount(before) == 1) {
      all.add(0, rootBefore);
    }
    if (all.isEmpty()) {
      return false;
    }
    long first = before - 1;
    long last = size - 1;
    while (isRight(first)) {
      first >>>= 1;
      last >>>= 1;
    }
    Hash smaller = all.get(0);
    Hash larger = all.get(0);
    for (Hash one : all.subList(1, all.size())) {
      if (last == 0) {
        return false;
      }
      if (isRight(first) || first == last) {
        smaller = node(one, smaller);
        larger = node(one, larger);
        while (!isRight(first) && first != 0) {
          first >>>= 1;
          last >>>= 1;
        }
      } else {
        larger = node(larger, one);
      }
      first >>>= 1;
      last >>>= 1;
    }
    return last == 0 && smaller.equals(rootBefore) && larger.equals(root);
  }

  /** The largest power of two that is smaller: where a tree is split. */
  private static long half(long size) {
    return Long.highestOneBit(size - 1);
  }

  private static boolean isRight(long index) {
    return (index & 1) == 1;
  }
}
