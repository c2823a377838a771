package org.uitrol.application.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.shared.AsOf;
import org.uitrol.domain.adoption.UsageHistory;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageStatement;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.UsageImportId;

/** What reports say of people's use, in memory. */
public final class MemoryUsageStore implements UsageStore {

  private final Map<UsageImportId, Report> reports = new LinkedHashMap<>();
  private final List<Kept> kept = new ArrayList<>();

  private record Kept(
      UsageImportId report, UsageProduct product, PersonId person, UsageStatement statement) {}

  @Override
  public void add(Report report, Map<PersonId, List<UsageStatement>> statements) {
    reports.putIfAbsent(report.usageImport(), report);
    statements.forEach(
        (person, some) ->
            some.forEach(
                one ->
                    kept.add(
                        new Kept(report.usageImport(), report.layout().product(), person, one))));
  }

  @Override
  public Set<PersonId> people(UsageImportId usageImport) {
    Set<PersonId> people = new HashSet<>();
    kept.stream()
        .filter(one -> one.report().equals(usageImport))
        .forEach(one -> people.add(one.person()));
    return people;
  }

  @Override
  public Optional<Report> latest(UsageProduct product, AsOf then) {
    return latest(
        product,
        then,
        report ->
            kept.stream()
                .filter(one -> one.report().equals(report.usageImport()))
                .anyMatch(one -> !one.statement().recordedAt().isAfter(then.known())));
  }

  @Override
  public Optional<Report> latestHiding(UsageProduct product, AsOf then) {
    return latest(product, then, report -> report.unnamed() > 0);
  }

  private Optional<Report> latest(UsageProduct product, AsOf then, Predicate<Report> which) {
    return reports.values().stream()
        .filter(one -> one.layout().product() == product && then.knew(one.recordedAt()))
        .filter(
            one ->
                !one.refreshedOn()
                    .isAfter(LocalDate.ofInstant(then.valid(), ZoneOffset.UTC).plusDays(1)))
        .filter(which)
        .max(Comparator.comparing(Report::refreshedOn).thenComparing(Report::recordedAt));
  }

  @Override
  public Map<PersonId, UsageHistory> histories(
      UsageProduct product, Collection<PersonId> people, LocalDate since, Instant knownAt) {
    Map<PersonId, List<UsageStatement>> found = new LinkedHashMap<>();
    kept.stream()
        .filter(one -> one.product() == product && people.contains(one.person()))
        .filter(one -> !one.statement().until().isBefore(since))
        .filter(one -> !one.statement().recordedAt().isAfter(knownAt))
        .forEach(
            one ->
                found
                    .computeIfAbsent(one.person(), person -> new ArrayList<>())
                    .add(one.statement()));
    Map<PersonId, UsageHistory> histories = new LinkedHashMap<>();
    found.forEach((person, some) -> histories.put(person, new UsageHistory(some)));
    return histories;
  }

  @Override
  public List<UsageStatement> ofPerson(PersonId person) {
    return kept.stream().filter(one -> one.person().equals(person)).map(Kept::statement).toList();
  }
}
