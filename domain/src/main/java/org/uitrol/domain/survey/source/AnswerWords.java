package org.uitrol.domain.survey.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the words of a form mean here. Some of them may have been typed by people, so that they
 * stand in no event.
 *
 * @param byItem the answer by the {@linkplain Wording#key key} of a text, by item
 */
public record AnswerWords(Map<String, Map<String, String>> byItem) {

  public static final AnswerWords NONE = new AnswerWords(Map.of());

  public AnswerWords {
    Map<String, Map<String, String>> copy = new LinkedHashMap<>();
    byItem.forEach(
        (item, words) -> copy.put(item, Collections.unmodifiableMap(new LinkedHashMap<>(words))));
    byItem = Collections.unmodifiableMap(copy);
  }

  /** The text says nothing of the answers, so that none can reach a log. */
  @Override
  public String toString() {
    return "AnswerWords";
  }

  /** What a text was said to mean. */
  public Optional<String> of(AnswerItem item, String text) {
    return Optional.ofNullable(byItem.getOrDefault(item.id(), Map.of()).get(Wording.key(text)))
        .filter(item::allows);
  }

  /** The same with these beside or in place of what was said. */
  public AnswerWords with(AnswerWords more) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>(byItem);
    more.byItem.forEach(
        (item, words) -> {
          Map<String, String> both = new LinkedHashMap<>(all.getOrDefault(item, Map.of()));
          both.putAll(words);
          all.put(item, both);
        });
    return new AnswerWords(all);
  }

  /** How many texts are known. */
  public int size() {
    return byItem.values().stream().mapToInt(Map::size).sum();
  }
}
