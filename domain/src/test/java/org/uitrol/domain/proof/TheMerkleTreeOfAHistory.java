package org.uitrol.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TheMerkleTreeOfAHistory {

  private static final int MOST = 300;

  private static final List<Hash> ENTRIES =
      IntStream.range(0, MOST)
          .mapToObj(i -> Hash.over(("entry " + i).getBytes(StandardCharsets.US_ASCII)))
          .toList();

  /** RFC 9162, section 2.1.1, word for word and with no thought of speed. */
  private static Hash naive(List<Hash> entries) {
    if (entries.isEmpty()) {
      return Hash.over();
    } else if (entries.size() == 1) {
      return Hash.over(new byte[] {0}, entries.get(0).bytes());
    }
    int half = 1;
    while (half * 2 < entries.size()) {
      half *= 2;
    }
    return Hash.over(
        new byte[] {1},
        naive(entries.subList(0, half)).bytes(),
        naive(entries.subList(half, entries.size())).bytes());
  }

  private static Hash root(long from, long to) {
    return naive(ENTRIES.subList((int) from, (int) to));
  }

  @Property
  void grows_to_the_root_that_the_standard_defines(@ForAll @IntRange(max = MOST) int size) {
    GrowingTree tree = new GrowingTree();
    ENTRIES.subList(0, size).forEach(tree::add);
    assertThat(tree.root()).isEqualTo(root(0, size));
    assertThat(tree.size()).isEqualTo(size);
  }

  @Property
  void grows_by_whole_trees_too(
      @ForAll @IntRange(max = MOST / 16) int trees, @ForAll @IntRange(max = 15) int more) {
    GrowingTree tree = new GrowingTree();
    int size = Math.min(MOST, trees * 16 + more);
    for (int i = 0; i < trees; i++) {
      tree.addTree(4, root(i * 16L, i * 16L + 16));
    }
    ENTRIES.subList(trees * 16, size).forEach(tree::add);
    assertThat(tree.root()).isEqualTo(root(0, size));
  }

  @Test
  void takes_no_whole_tree_behind_a_part_of_one() {
    GrowingTree tree = new GrowingTree();
    tree.add(ENTRIES.get(0));
    assertThatThrownBy(() -> tree.addTree(1, ENTRIES.get(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void proves_each_entry_and_no_other(
      @ForAll @IntRange(min = 1, max = MOST) int size,
      @ForAll @IntRange(max = MOST - 1) int one,
      @ForAll @IntRange(max = MOST - 1) int another) {
    int entry = one % size;
    List<Hash> path = MerkleTree.inclusion(entry, size, TheMerkleTreeOfAHistory::root);
    Hash root = root(0, size);
    assertThat(MerkleTree.includes(ENTRIES.get(entry), entry, size, path, root)).isTrue();
    assertThat(path).hasSizeLessThanOrEqualTo(9);
    if (another % size != entry) {
      assertThat(MerkleTree.includes(ENTRIES.get(another % size), entry, size, path, root))
          .isFalse();
      assertThat(MerkleTree.includes(ENTRIES.get(entry), another % size, size, path, root))
          .isFalse();
    }
    List<Hash> longer = new ArrayList<>(path);
    longer.add(ENTRIES.get(0));
    assertThat(MerkleTree.includes(ENTRIES.get(entry), entry, size, longer, root)).isFalse();
    if (!path.isEmpty()) {
      List<Hash> shorter = path.subList(0, path.size() - 1);
      assertThat(MerkleTree.includes(ENTRIES.get(entry), entry, size, shorter, root)).isFalse();
      List<Hash> other = new ArrayList<>(path);
      other.set(another % path.size(), ENTRIES.get(another));
      assertThat(MerkleTree.includes(ENTRIES.get(entry), entry, size, other, root)).isFalse();
    }
  }

  @Property
  void proves_that_it_begins_with_each_earlier_one_and_with_nothing_else(
      @ForAll @IntRange(min = 1, max = MOST) int size,
      @ForAll @IntRange(min = 1, max = MOST) int one,
      @ForAll @IntRange(max = MOST - 1) int altered) {
    int before = (one - 1) % size + 1;
    List<Hash> path = MerkleTree.consistency(before, size, TheMerkleTreeOfAHistory::root);
    Hash earlier = root(0, before);
    Hash later = root(0, size);
    assertThat(MerkleTree.extend(before, earlier, size, later, path)).isTrue();
    assertThat(MerkleTree.extend(before, ENTRIES.get(altered), size, later, path)).isFalse();
    assertThat(MerkleTree.extend(before, earlier, size, ENTRIES.get(altered), path)).isFalse();
    List<Hash> longer = new ArrayList<>(path);
    longer.add(ENTRIES.get(0));
    assertThat(MerkleTree.extend(before, earlier, size, later, longer)).isFalse();
    if (!path.isEmpty()) {
      List<Hash> other = new ArrayList<>(path);
      other.set(altered % path.size(), ENTRIES.get(altered));
      assertThat(MerkleTree.extend(before, earlier, size, later, other)).isFalse();
      assertThat(MerkleTree.extend(before, earlier, size, later, path.subList(0, path.size() - 1)))
          .isFalse();
    }
  }

  @Property
  void proves_nothing_of_a_tree_that_was_altered_before_its_end(
      @ForAll @IntRange(min = 2, max = 100) int size,
      @ForAll @IntRange(min = 1, max = 99) int one,
      @ForAll @IntRange(max = 99) int altered) {
    int before = (one - 1) % (size - 1) + 1;
    List<Hash> forged = new ArrayList<>(ENTRIES);
    forged.set(altered % before, ENTRIES.get(MOST - 1));
    List<Hash> path =
        MerkleTree.consistency(
            before, size, (from, to) -> naive(forged.subList((int) from, (int) to)));
    Hash later = naive(forged.subList(0, size));
    assertThat(MerkleTree.extend(before, root(0, before), size, later, path)).isFalse();
  }

  @Test
  void of_nothing_has_the_hash_of_nothing() {
    assertThat(new GrowingTree().root())
        .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void is_asked_for_what_it_has_only() {
    assertThatThrownBy(() -> MerkleTree.inclusion(3, 3, TheMerkleTreeOfAHistory::root))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MerkleTree.consistency(0, 3, TheMerkleTreeOfAHistory::root))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(MerkleTree.includes(ENTRIES.get(0), 1, 1, List.of(), root(0, 1))).isFalse();
    assertThat(MerkleTree.extend(0, root(0, 1), 1, root(0, 1), List.of())).isFalse();
    assertThat(MerkleTree.extend(2, root(0, 2), 1, root(0, 1), List.of())).isFalse();
  }
}
