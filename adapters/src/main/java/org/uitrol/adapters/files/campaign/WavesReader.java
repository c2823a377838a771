package org.uitrol.adapters.files.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.yaml.snakeyaml.nodes.MappingNode;
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
  private int shared;

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
    refuseOthersOfNothing(items.values());
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
    boolean others = departments != null && isOthers(departments);
    if (departments != null && others && othersTaken) {
      problems.error(departments, "an earlier wave has the others already");
    }
    othersTaken |= others;
    Integer share =
        departments != null && departments.node() instanceof MappingNode
            ? share(departments)
            : null;
    return new Wave(
        name,
        start,
        after,
        others || share != null ? List.of() : departments(departments, name),
        others,
        share);
  }

  private int share(Entry departments) {
    Fields fields = Fields.of(departments, Shape.SHARE, problems);
    Entry entry = fields.need("share");
    int share = values.percent(entry, 1, 99);
    shared += entry == null ? 0 : share;
    if (entry != null && shared > 100 && shared - share <= 100) {
      problems.error(entry, "the shares of the waves are more than 100% together");
    }
    return share;
  }

  private void refuseOthersOfNothing(Collection<Fields> waves) {
    if (shared != 100) {
      return;
    }
    waves.stream()
        .map(fields -> fields.get("departments"))
        .filter(entry -> entry != null && isOthers(entry))
        .findFirst()
        .ifPresent(
            entry -> problems.error(entry, "the shares of other waves leave nothing for others"));
  }

  private static boolean isOthers(Entry departments) {
    return departments.node() instanceof ScalarNode scalar && scalar.getValue().equals(OTHERS);
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
    Entry reached = fields.get("reached");
    return new After(
        wave,
        stage,
        values.workingDays(fields.get("plus"), 0),
        reached == null ? null : values.percent(reached, 1, 100));
  }

  private List<DepartmentId> departments(@Nullable Entry entry, String wave) {
    if (entry != null && entry.node() instanceof ScalarNode) {
      problems.error(entry, "expected a list of departments, others, or a share of them");
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
