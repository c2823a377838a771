package org.uitrol.adapters.files.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Writes one survey into a campaign file; all else in the file stays as it is, comments too. */
public final class SurveyInFile {

  private static final String SURVEYS = "surveys";
  private static final int INDENT = 2;

  private SurveyInFile() {}

  /**
   * The file with this survey in place of the one with that key, or after the others.
   *
   * @param survey as the file writes it
   * @return empty when the file isn't YAML, or writes its surveys in braces
   */
  public static Optional<String> put(String source, String key, Map<String, Object> survey) {
    Node root =
        YamlTree.of(source.getBytes(StandardCharsets.UTF_8), new Problems(""))
            .map(YamlTree::root)
            .orElse(null);
    if (!(root instanceof MappingNode file) || file.getFlowStyle() == FlowStyle.FLOW) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(source.lines().toList());
    NodeTuple surveys = find(file, SURVEYS);
    if (surveys == null) {
      int after = last(file) + 1;
      lines.addAll(after, written(key, survey, INDENT));
      lines.add(after, SURVEYS + ":");
    } else if (!(surveys.getValueNode() instanceof MappingNode known)
        || known.getFlowStyle() == FlowStyle.FLOW
        || known.getValue().isEmpty()) {
      return Optional.empty();
    } else {
      int indent = known.getValue().get(0).getKeyNode().getStartMark().getColumn();
      NodeTuple old = find(known, key);
      int from = old == null ? last(known) + 1 : old.getKeyNode().getStartMark().getLine();
      int until = old == null ? from : last(old.getValueNode()) + 1;
      lines.subList(from, until).clear();
      lines.addAll(from, written(key, survey, indent));
    }
    return Optional.of(String.join("\n", lines) + "\n");
  }

  private static @Nullable NodeTuple find(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .filter(
            one -> one.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
        .findFirst()
        .orElse(null);
  }

  /** The last line of a value, counted from 0: not those of the comments that follow. */
  private static int last(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() != FlowStyle.FLOW
        && !collection.getValue().isEmpty()) {
      Object inner = collection.getValue().get(collection.getValue().size() - 1);
      return last(inner instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) inner);
    }
    // The mark behind a text of several lines stands at the beginning of the next one.
    int line = node.getEndMark().getLine();
    return node.getEndMark().getColumn() == 0 && line > node.getStartMark().getLine()
        ? line - 1
        : line;
  }

  private static List<String> written(String key, Map<String, Object> survey, int indent) {
    String before = " ".repeat(indent);
    return YamlText.of(Map.of(key, survey))
        .lines()
        .map(one -> (before + one).stripTrailing())
        .toList();
  }
}
