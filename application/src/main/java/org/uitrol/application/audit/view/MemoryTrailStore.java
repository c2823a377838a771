package org.uitrol.application.audit.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailPage;
import org.uitrol.application.audit.TrailRow;

/** The history as it is searched, kept in memory. One thread. */
public final class MemoryTrailStore implements TrailStore {

  private final SortedMap<Long, TrailRow> rows = new TreeMap<>();
  private final Map<Long, Subjects> subjects = new HashMap<>();
  private final Map<String, Scope> scopes = new HashMap<>();

  @Override
  public void put(TrailRow row, Subjects concerned) {
    rows.put(row.position(), row);
    subjects.put(row.position(), concerned);
  }

  @Override
  public void belongs(String stream, Scope scope) {
    scopes.put(stream, scope);
  }

  @Override
  public Optional<Scope> scope(String stream) {
    return Optional.ofNullable(scopes.get(stream));
  }

  @Override
  public void clear() {
    rows.clear();
    subjects.clear();
    scopes.clear();
  }

  @Override
  public TrailPage search(TrailFilter filter, @Nullable Long before, int limit) {
    Comparator<TrailRow> order =
        filter.isTimed()
            ? Comparator.comparing(TrailRow::at).thenComparing(TrailRow::position)
            : Comparator.comparing(TrailRow::position);
    TrailRow edge = before == null ? null : rows.get(before);
    List<TrailRow> found =
        rows.values().stream()
            .filter(row -> before == null || isBefore(row, before, edge, order))
            .filter(row -> fits(row, filter))
            .sorted(order.reversed())
            .limit(limit + 1L)
            .toList();
    return TrailPage.of(found, limit);
  }

  @Override
  public void forEach(TrailFilter filter, Consumer<TrailRow> visitor) {
    rows.values().stream().filter(row -> fits(row, filter)).forEach(visitor);
  }

  @Override
  public List<TrailRow> ofStream(String stream) {
    return rows.values().stream().filter(row -> row.stream().equals(stream)).toList();
  }

  @Override
  public long streams(TrailFilter filter, long until) {
    return rows.values().stream()
        .filter(row -> row.position() <= until && fits(row, filter))
        .map(TrailRow::stream)
        .distinct()
        .count();
  }

  @Override
  public Optional<TrailRow> find(String event) {
    return rows.values().stream().filter(row -> row.event().equals(event)).findFirst();
  }

  private static boolean isBefore(
      TrailRow row, long before, @Nullable TrailRow edge, Comparator<TrailRow> order) {
    return edge == null ? row.position() < before : order.compare(row, edge) < 0;
  }

  private static boolean cameIn(TrailRow row, String wanted) {
    String source = row.source();
    return source != null
        && (source.equals(wanted)
            || source.startsWith(wanted + "/")
            || source.endsWith("/" + wanted));
  }

  private boolean fits(TrailRow row, TrailFilter filter) {
    Subjects concerned = Objects.requireNonNull(subjects.get(row.position()));
    return (filter.campaign() == null || concerned.campaigns().contains(filter.campaign()))
        && (filter.department() == null || concerned.departments().contains(filter.department()))
        && (filter.person() == null || concerned.people().contains(filter.person()))
        && (filter.name() == null || filter.name().equals(row.name()))
        && (filter.actor() == null || filter.actor().equals(row.actor()))
        && (filter.behalf() == null || filter.behalf().equals(row.behalf()))
        && (filter.source() == null || cameIn(row, filter.source()))
        && (filter.from() == null || !row.at().isBefore(filter.from()))
        && (filter.to() == null || row.at().isBefore(filter.to()));
  }
}
