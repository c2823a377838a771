package org.uitrol.application.audit.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.explanation.Explanation.Chapter;
import org.uitrol.application.audit.explanation.Line.Rule;

/** An explanation that is being written. */
final class Chapters {

  private final RolloutPast past;
  private final Map<Key, List<Line>> lines = new LinkedHashMap<>();

  private record Key(Question question, String about) {}

  Chapters(RolloutPast past) {
    this.past = past;
  }

  /** Tells of an event that says it all. */
  void tell(Question question, Told told) {
    tell(question, told, null, null);
  }

  /** Tells of an event, and why it was so. */
  void tell(Question question, Told told, @Nullable Reason reason, @Nullable Rule rule) {
    tell(question, "", told, reason, rule, new TreeMap<>());
  }

  /** Tells of an event that saw facts. */
  void tell(
      Question question,
      String about,
      Told told,
      @Nullable Reason reason,
      @Nullable Rule rule,
      SortedMap<String, Object> seen) {
    Line line = new Line(told.row(), reason, past.versionAt(told.row().position()), rule, seen);
    List<Line> chapter = chapter(question, about);
    if (!chapter.contains(line)) {
      chapter.add(line);
    }
  }

  /** Tells what didn't happen, or what isn't known. */
  void missing(Question question, Reason reason, @Nullable Rule rule) {
    missing(question, "", reason, rule);
  }

  void missing(Question question, String about, Reason reason, @Nullable Rule rule) {
    chapter(question, about)
        .add(new Line(null, reason, past.now().planVersion(), rule, new TreeMap<>()));
  }

  boolean has(Question question) {
    return lines.keySet().stream().anyMatch(key -> key.question() == question);
  }

  private List<Line> chapter(Question question, String about) {
    return lines.computeIfAbsent(new Key(question, about), key -> new ArrayList<>());
  }

  /** Everything that was told, what has no event last. */
  List<Chapter> done() {
    List<Chapter> done = new ArrayList<>();
    lines.forEach(
        (key, some) -> {
          List<Line> ordered = new ArrayList<>(some);
          ordered.sort(Comparator.comparingLong(Chapters::position));
          done.add(new Chapter(key.question(), key.about(), ordered));
        });
    done.sort(Comparator.comparing(Chapter::question));
    return done;
  }

  private static long position(Line line) {
    return line.event() == null ? Long.MAX_VALUE : line.event().position();
  }
}
