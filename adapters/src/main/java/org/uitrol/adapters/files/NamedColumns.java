package org.uitrol.adapters.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.uitrol.application.directory.UnreadablePeopleFile;

/** Which column of a table is which, by the names that people give to columns. */
final class NamedColumns {

  private final List<String> header;
  private final Map<String, List<String>> accepted;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> ignored = new ArrayList<>();
  private final long line;

  /**
   * @param accepted the names of each column, its own name first, by its own name
   * @throws UnreadablePeopleFile when two columns are the same
   */
  NamedColumns(List<String> header, long line, Map<String, List<String>> accepted) {
    this.header = header.stream().map(String::strip).toList();
    this.line = line;
    this.accepted = new LinkedHashMap<>(accepted);
    Map<String, String> byKey = new HashMap<>();
    accepted.forEach(
        (column, names) -> names.forEach(name -> byKey.put(PeopleColumns.key(name), column)));
    for (int i = 0; i < this.header.size(); i++) {
      String key = PeopleColumns.key(this.header.get(i));
      String column = byKey.get(key);
      if (column != null) {
        place(column, i);
      } else if (!key.isEmpty()) {
        ignored.add(this.header.get(i));
      }
    }
  }

  /**
   * Makes sure that one of these columns is there.
   *
   * @throws UnreadablePeopleFile when it isn't
   */
  void requireOneOf(String... columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      if (places.containsKey(column)) {
        return;
      }
      names.addAll(accepted.getOrDefault(column, List.of()));
    }
    throw new UnreadablePeopleFile(
        line,
        "COLUMN_MISSING",
        "the header has none of the columns "
            + String.join(", ", names)
            + "; it has: "
            + String.join(", ", header));
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  /** The cell without white space around it; empty when it is blank or there is no such column. */
  String cell(List<String> row, String column) {
    Integer place = places.get(column);
    return place == null ? "" : plain(row.get(place));
  }

  /** A cell without white space around it, nor what spreadsheets put in place of a space. */
  static String plain(String cell) {
    return cell.replace('\u00a0', ' ').strip();
  }

  /** The column as the header spells it. */
  String titleOf(String column) {
    Integer place = places.get(column);
    return place == null ? column : header.get(place);
  }

  /** The columns that mean nothing to Uitrol, as the header spells them. */
  List<String> ignored() {
    return List.copyOf(ignored);
  }

  private void place(String column, int place) {
    Integer earlier = places.putIfAbsent(column, place);
    if (earlier != null) {
      throw new UnreadablePeopleFile(
          line,
          "COLUMN_TWICE",
          "the columns '%s' (%d) and '%s' (%d) both tell the %s: keep one"
              .formatted(header.get(earlier), earlier + 1, header.get(place), place + 1, column));
    }
  }
}
