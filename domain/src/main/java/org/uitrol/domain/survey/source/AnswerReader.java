package org.uitrol.domain.survey.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.uitrol.domain.shared.Rejected;

/** Reads the answers of a response as if they had been typed here. */
public final class AnswerReader {

  private final SourceMapping mapping;
  private final AnswerWords words;
  private final Map<String, AnswerItem> items = new LinkedHashMap<>();

  public AnswerReader(SourceMapping mapping, AnswerWords words, List<AnswerItem> items) {
    this.mapping = mapping;
    this.words = words;
    items.forEach(item -> this.items.put(item.id(), item));
  }

  /**
   * What would have been typed; blank cells are left out, and so is what isn't asked.
   *
   * @param cells what stands in each column, by the {@linkplain Wording#key key} of its name
   * @throws Rejected {@code ANSWER_UNMAPPED} with the column, and nothing of the answer
   */
  public Map<String, String> read(Map<String, String> cells) {
    Map<String, String> typed = new LinkedHashMap<>();
    mapping
        .items()
        .forEach(
            (column, id) -> {
              AnswerItem item = items.get(id);
              String cell = cells.getOrDefault(Wording.key(column), "").strip();
              if (item != null && !cell.isEmpty()) {
                typed.putAll(read(item, column, cell));
              }
            });
    return typed;
  }

  /** The texts in a cell that mean nothing yet; none of an item that is answered in own words. */
  public static List<String> texts(AnswerItem item, String cell) {
    String plain = cell.strip();
    if (item.isOpen() || plain.isEmpty()) {
      return List.of();
    }
    return item.several() ? parts(plain) : List.of(plain);
  }

  private Map<String, String> read(AnswerItem item, String column, String cell) {
    if (item.isOpen()) {
      return Map.of(item.id(), cell);
    }
    Set<String> chosen = new LinkedHashSet<>();
    // A text with a semicolon in it may be one answer all the same.
    Optional<String> whole = meaning(item, cell);
    if (whole.isPresent()) {
      chosen.add(whole.get());
    } else {
      for (String text : texts(item, cell)) {
        chosen.add(
            meaning(item, text)
                .orElseThrow(() -> new Rejected("ANSWER_UNMAPPED", Map.of("column", column))));
      }
    }
    return item.typed(chosen);
  }

  private Optional<String> meaning(AnswerItem item, String text) {
    return words.of(item, text).or(() -> item.said(text));
  }

  private static List<String> parts(String cell) {
    List<String> parts = new ArrayList<>();
    for (String part : cell.split("[;\\n]", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
