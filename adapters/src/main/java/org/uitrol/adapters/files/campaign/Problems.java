package org.uitrol.adapters.files.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file. */
final class Problems {

  /** More than anybody reads; a file with more is of another kind. */
  private static final int MOST = 200;

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  private final String file;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void error(Entry entry, String message) {
    error(entry.node(), entry.path(), message);
  }

  void error(Node node, String path, String message) {
    error(place(node.getStartMark()), path, message);
  }

  void error(Place place, String path, String message) {
    if (errors.size() < MOST) {
      errors.add(new Problem(file, place.line(), place.column(), path, message));
    }
  }

  void warning(Entry entry, String message) {
    Place place = place(entry.node().getStartMark());
    if (warnings.size() < MOST) {
      warnings.add(new Problem(file, place.line(), place.column(), entry.path(), message));
    }
  }

  static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Line and column, both from 1. */
  record Place(int line, int column) {}

  List<Problem> errors() {
    return errors.stream().sorted(BY_PLACE).toList();
  }

  List<Problem> warnings() {
    return warnings.stream().sorted(BY_PLACE).toList();
  }
}
