package org.uitrol.adapters.files.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.shared.Nearest;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys of one mapping. What isn't known, stands there twice or has no value was told. */
final class Fields {

  private final @Nullable Entry entry;
  private final Problems problems;
  private final Map<String, @Nullable Entry> values = new LinkedHashMap<>();
  private final boolean readable;

  private Fields(@Nullable Entry entry, Shape shape, Problems problems) {
    this.entry = entry;
    this.problems = problems;
    if (entry != null && entry.node() instanceof MappingNode mapping) {
      readable = true;
      mapping.getValue().forEach(tuple -> add(entry, tuple, shape));
    } else {
      readable = false;
      if (entry != null) {
        problems.error(entry, "expected the keys " + String.join(", ", shape.keys()));
      }
    }
  }

  static Fields of(@Nullable Entry entry, Shape shape, Problems problems) {
    return new Fields(entry, shape, problems);
  }

  private void add(Entry parent, NodeTuple tuple, Shape shape) {
    if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
      problems.error(tuple.getKeyNode(), parent.path(), "a key must be a word");
      return;
    }
    String key = keyNode.getValue();
    Entry value = parent.at(key, tuple.getValueNode());
    if (!shape.keys().contains(key)) {
      problems.error(keyNode, value.path(), unknown(key, shape.keys()));
    } else if (values.containsKey(key)) {
      problems.error(keyNode, value.path(), "'" + key + "' stands here twice");
    } else if (Scalars.isNothing(tuple.getValueNode())) {
      problems.error(keyNode, value.path(), "'" + key + "' has no value");
      values.put(key, null);
    } else {
      values.put(key, value);
    }
  }

  private static String unknown(String key, List<String> known) {
    return "unknown key '"
        + key
        + "'"
        + Nearest.to(key, known).map(near -> ", did you mean '" + near + "'?").orElse(".")
        + " Allowed here: "
        + String.join(", ", known);
  }

  /** The value, or null when there is none that can be read. */
  @Nullable Entry get(String key) {
    return values.get(key);
  }

  /** The value; when it is missing that is told. */
  @Nullable Entry need(String key) {
    if (readable && entry != null && !values.containsKey(key)) {
      problems.error(entry.node(), entry.at(key, entry.node()).path(), "'" + key + "' is missing");
    }
    return values.get(key);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Whether the mapping could be read at all. */
  boolean isReadable() {
    return readable;
  }

  /**
   * Which one of these keys is there. When none or more than one is, that is told and the result is
   * null.
   */
  @Nullable String oneOf(List<String> keys) {
    List<String> there = keys.stream().filter(this::has).toList();
    if (readable && entry != null && there.isEmpty()) {
      problems.error(entry, "one of these keys is missing: " + String.join(", ", keys));
    }
    if (there.size() > 1) {
      extra(there.get(1), "'" + there.get(0) + "' and '" + there.get(1) + "' can't stand together");
    }
    return there.size() == 1 ? there.get(0) : null;
  }

  /** Tells of each of these keys that is there, that it has no business here. */
  void refuse(List<String> keys, String why) {
    keys.stream().filter(this::has).forEach(key -> extra(key, "'" + key + "' " + why));
  }

  private void extra(String key, String message) {
    Entry value = values.get(key);
    if (value != null) {
      problems.error(value, message);
    }
  }
}
