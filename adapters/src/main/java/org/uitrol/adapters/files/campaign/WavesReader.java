package org.uitrol.adapters.files.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.Plan.After;
import org.uitrol.domain.campaign.Plan.Wave;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.CalendarRule;
import org.uitrol.domain.shared.DepartmentId;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads which departments start when. */
final class WavesReader {

  private static final int MOST_WAVES = 50;
  private static final int MOST_DEPARTMENTS = 500;
  private static final String OTHERS = "others";

  private final Values values;
  private final Problems problems;
  private final CalendarRule calendar;
  private final Map<String, Entry> names = new LinkedHashMap<>();
  private final Map<DepartmentId, String> members = new HashMap<>();
  private boolean othersTaken;

  WavesReader(Values values, Problems problems, CalendarRule calendar) {
    this.values = values;
    this.problems = problems;
    this.calendar = calendar;
  }

  List<Wave> read(@Nullable Entry entry, List<StageName> stages) {
    Map<Entry, Fields> items = new LinkedHashMap<>();
    for (Entry item : values.items(entry, MOST_WAVES)) {
      Fields fields = Fields.of(item, Shape.WAVE, problems);
      items.put(item, fields);
      Entry name = fields.need("name");
      String slug = values.slugOrNull(name);
      if (name != null && slug != null && names.putIfAbsent(slug, item) != null) {
        problems.error(name, "another wave has this name");
      }
    }
    List<Wave> waves = new ArrayList<>();
    items.forEach((item, fields) -> waves.add(wave(fields, stages)));
    refuseCircles(waves);
    return waves;
  }

  private Wave wave(Fields fields, List<StageName> stages) {
    Entry nameEntry = fields.get("name");
    String name =
        nameEntry != null && nameEntry.node() instanceof ScalarNode scalar
            ? scalar.getValue().strip()
            : "";
    String begins = fields.oneOf(List.of("start", "after"));
    LocalDate start = "start".equals(begins) ? start(fields.get("start")) : null;
    After after = "after".equals(begins) ? after(fields.get("after"), stages) : null;
    if (begins == null) {
      start = LocalDate.EPOCH;
    }
    Entry departments = fields.need("departments");
    boolean others =
        departments != null
            && departments.node() instanceof ScalarNode scalar
            && scalar.getValue().equals(OTHERS);
    if (departments != null && others && othersTaken) {
      problems.error(departments, "an earlier wave has the others already");
    }
    othersTaken |= others;
    return new Wave(
        name, start, after, others ? List.of() : departments(departments, name), others);
  }

  private LocalDate start(@Nullable Entry entry) {
    LocalDate start = values.date(entry);
    if (entry == null || start == null) {
      return LocalDate.EPOCH;
    }
    boolean closed =
        calendar.closed().stream()
            .anyMatch(
                span ->
                    span.at() == null && !start.isBefore(span.from()) && !start.isAfter(span.to()));
    if (closed || !calendar.days().contains(start.getDayOfWeek())) {
      problems.warning(entry, start + " isn't a working day: the wave starts on the next one");
    }
    return start;
  }

  private After after(@Nullable Entry entry, List<StageName> stages) {
    Fields fields = Fields.of(entry, Shape.AFTER, problems);
    String wave = values.reference(fields.need("wave"), "wave", names.keySet());
    List<String> keys = stages.stream().map(StageName::key).toList();
    String fallback = keys.isEmpty() ? StageName.ANNOUNCE.key() : keys.get(0);
    StageName stage = StageName.of(values.word(fields.need("stage"), keys, fallback));
    return new After(wave, stage, values.workingDays(fields.get("plus"), 0));
  }

  private List<DepartmentId> departments(@Nullable Entry entry, String wave) {
    if (entry != null && entry.node() instanceof ScalarNode) {
      problems.error(entry, "expected a list of departments, or others");
      return List.of();
    }
    List<DepartmentId> departments = new ArrayList<>();
    for (Entry item : values.items(entry, MOST_DEPARTMENTS)) {
      String slug = values.slugOrNull(item);
      if (slug == null) {
        continue;
      }
      DepartmentId department = new DepartmentId(slug);
      String earlier = members.putIfAbsent(department, wave);
      if (earlier != null) {
        problems.error(item, "'" + department + "' is in the wave '" + earlier + "' already");
      } else {
        departments.add(department);
      }
    }
    return departments;
  }

  private void refuseCircles(List<Wave> waves) {
    if (names.size() < waves.size()) {
      return;
    }
    Map<String, String> waitsFor = new HashMap<>();
    for (Wave wave : waves) {
      After after = wave.after();
      if (after != null) {
        waitsFor.put(wave.name(), after.wave());
      }
    }
    for (Wave wave : waves) {
      Set<String> met = new LinkedHashSet<>();
      String next = wave.name();
      while (next != null && met.add(next)) {
        next = waitsFor.get(next);
      }
      Entry item = names.get(wave.name());
      if (wave.name().equals(next) && item != null) {
        problems.error(item, "this wave waits for itself: " + String.join(", ", met));
        return;
      }
    }
  }
}
