package org.uitrol.adapters.files.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.audience.Audience;
import org.uitrol.domain.rollout.audience.ChampionsPlan;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.audience.MemberRules;
import org.uitrol.domain.rollout.audience.MemberRules.Joiner;
import org.uitrol.domain.rollout.audience.MemberRules.Mover;
import org.uitrol.domain.rollout.audience.MemberRules.Returner;
import org.uitrol.domain.rollout.audience.SegmentPlan;
import org.uitrol.domain.shared.Text;

/** Reads which segments of people there are, and for which of them something is. */
final class SegmentsReader {

  private static final int MOST_SEGMENTS = 50;
  private static final int MOST_VALUES = 100;

  private final Values values;
  private final Problems problems;
  private final Used used;

  SegmentsReader(Values values, Problems problems, Used used) {
    this.values = values;
    this.problems = problems;
    this.used = used;
  }

  /** What becomes of people who come and go; null where the file doesn't say. */
  @Nullable MemberRules members(@Nullable Entry entry) {
    if (entry == null) {
      return null;
    }
    Fields fields = Fields.of(entry, Shape.PEOPLE, problems);
    MemberRules usual = MemberRules.DEFAULT;
    return new MemberRules(
        choice(fields.get("joiner"), Joiner.values(), usual.joiner()),
        choice(fields.get("mover"), Mover.values(), usual.mover()),
        values.workingDays(fields.get("leaver"), 0),
        choice(fields.get("returner"), Returner.values(), usual.returner()));
  }

  private <E extends Enum<E>> E choice(@Nullable Entry entry, E[] choices, E usual) {
    String key = values.word(entry, MemberRules.keys(choices), MemberRules.key(usual));
    return Arrays.stream(choices)
        .filter(one -> MemberRules.key(one).equals(key))
        .findFirst()
        .orElse(usual);
  }

  /** How the plan asks who would help others; null where it doesn't. */
  @Nullable ChampionsPlan champions(@Nullable Entry entry) {
    if (entry == null) {
      return null;
    }
    Fields fields = Fields.of(entry, Shape.CHAMPIONS, problems);
    values.yes(fields.need("ask"));
    Text title = values.text(fields.need("title"), false, Values.LINE);
    Entry about = fields.get("about");
    return new ChampionsPlan(
        title, about == null ? null : values.text(about, true, Values.PARAGRAPHS));
  }

  Map<String, SegmentPlan> read(@Nullable Entry entry) {
    Map<String, SegmentPlan> segments = new LinkedHashMap<>();
    Map<String, Entry> parts = values.named(entry);
    if (entry != null && parts.size() > MOST_SEGMENTS) {
      problems.error(entry, "there are more than " + MOST_SEGMENTS + " segments");
    }
    parts.forEach(
        (key, part) -> {
          if (key.equals(Audience.CHAMPIONS)) {
            problems.error(
                part, "'champions' is who offered to help: give this segment another key");
            return;
          }
          used.wrote("segment", key, part);
          segments.put(key, segment(part));
        });
    return segments;
  }

  private SegmentPlan segment(Entry entry) {
    Fields fields = Fields.of(entry, Shape.SEGMENT, problems);
    Text title = values.text(fields.need("title"), false, Values.LINE);
    Map<Criterion, List<String>> criteria = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      Entry part = fields.get(criterion.key());
      if (part != null) {
        criteria.put(criterion, criterionValues(part));
      }
    }
    if (criteria.isEmpty()) {
      if (fields.isReadable() && Criterion.keys().stream().noneMatch(fields::has)) {
        problems.error(
            entry, "one of these keys is missing: " + String.join(", ", Criterion.keys()));
      }
      criteria.put(Criterion.FUNCTION, List.of());
    }
    return new SegmentPlan(title, criteria);
  }

  private List<String> criterionValues(Entry entry) {
    List<String> found = new ArrayList<>();
    Set<String> taken = new TreeSet<>();
    for (Entry item : values.items(entry, MOST_VALUES)) {
      String value = values.lineOrNull(item);
      if (value == null) {
        continue;
      }
      if (taken.add(SegmentPlan.comparable(value))) {
        found.add(value);
      } else {
        problems.error(item, "'" + value + "' stands here twice");
      }
    }
    return found;
  }

  /** For which segments something is; null for everybody. */
  @Nullable Audience audience(@Nullable Entry entry, Collection<String> known) {
    List<String> segments = new ArrayList<>();
    for (Entry item : values.items(entry, MOST_SEGMENTS)) {
      String key = values.reference(item, "segment", known);
      used.uses("segment", key);
      if (segments.contains(key)) {
        problems.error(item, "'" + key + "' stands here twice");
      } else {
        segments.add(key);
      }
    }
    return segments.isEmpty() ? null : new Audience(segments);
  }
}
