package org.uitrol.application.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.adoption.UsageCommand.ImportUsage;
import org.uitrol.domain.adoption.UsageHistory;
import org.uitrol.domain.adoption.UsageProduct;
import org.uitrol.domain.adoption.UsageStatement;
import org.uitrol.domain.adoption.UsageWindow;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.UsageImportId;

/**
 * Takes reports of use over. Only what they say of people in departments where use is counted is
 * kept; hidden names are counted and nothing else. The same report twice changes nothing.
 */
public class UsageIntake {

  private final PersonReferences people;
  private final PersonVault vault;
  private final Function<UsageProduct, Set<PersonId>> counted;
  private final UsageStore store;
  private final CommandDesk desk;
  private final OneTransaction transaction;

  /**
   * @param counted of whom use is counted
   */
  public UsageIntake(
      PersonReferences people,
      PersonVault vault,
      Function<UsageProduct, Set<PersonId>> counted,
      UsageStore store,
      CommandDesk desk,
      OneTransaction transaction) {
    this.people = people;
    this.vault = vault;
    this.counted = counted;
    this.store = store;
    this.desk = desk;
    this.transaction = transaction;
  }

  /**
   * Tells what the report would change; changes nothing.
   *
   * @throws Rejected {@code REPORT_IN_FUTURE}
   */
  public UsageOutcome preview(UsageReport report) {
    return sort(report, desk.now()).outcome();
  }

  /**
   * Takes a report over, wholly or not at all.
   *
   * @throws Rejected {@code REPORT_IN_FUTURE}
   * @throws org.uitrol.application.directory.UnreadablePeopleFile when a row isn't right
   */
  public UsageOutcome take(UsageReport report, Actor actor) {
    report.requireSound();
    AtomicReference<UsageOutcome> outcome = new AtomicReference<>();
    transaction.run(
        () -> {
          Instant now = desk.now();
          Sorted sorted = sort(report, now);
          outcome.set(sorted.outcome());
          store.add(sorted.report(), sorted.added());
          desk.send(sorted.command(report, now), actor);
        });
    return Objects.requireNonNull(outcome.get());
  }

  private record Sorted(
      UsageStore.Report report, Map<PersonId, List<UsageStatement>> added, UsageOutcome outcome) {

    ImportUsage command(UsageReport read, Instant now) {
      return new ImportUsage(
          report.usageImport(),
          read.layout(),
          read.refreshedOn(),
          outcome.people(),
          outcome.outside(),
          outcome.unknown().size(),
          outcome.unnamed(),
          outcome.corrections(),
          now);
    }
  }

  private Sorted sort(UsageReport report, Instant now) {
    // Reports are dated in UTC; a day ahead leaves room for those that are dated elsewhere.
    if (report.refreshedOn().isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1))) {
      throw new Rejected("REPORT_IN_FUTURE", Map.of("refreshedOn", report.refreshedOn()));
    }
    UsageImportId id = UsageImportId.of(report.hash());
    Set<PersonId> covered = counted.apply(report.layout().product());
    Set<PersonId> known = store.people(id);
    Map<String, List<UsageStatement>> unnamed = new LinkedHashMap<>();
    Map<PersonId, List<UsageStatement>> added = new LinkedHashMap<>();
    Map<String, Optional<PersonId>> found = new LinkedHashMap<>();
    List<UsageOutcome.Unknown> unknown = new ArrayList<>();
    for (UsageRow row : report.rows()) {
      String who = row.who().toLowerCase(Locale.ROOT);
      UsageStatement statement = row.statement(report.refreshedOn(), now);
      if (row.isUnnamed()) {
        unnamed.computeIfAbsent(who, key -> new ArrayList<>()).add(statement);
        continue;
      }
      boolean first = !found.containsKey(who);
      Optional<PersonId> person = found.computeIfAbsent(who, this::find);
      if (person.isEmpty() && first) {
        unknown.add(new UsageOutcome.Unknown(row.line(), row.who()));
      } else if (person.isPresent() && isNew(person.get(), covered, known)) {
        added.computeIfAbsent(person.get(), key -> new ArrayList<>()).add(statement);
      }
    }
    Set<PersonId> named = new LinkedHashSet<>();
    found.values().forEach(person -> person.ifPresent(named::add));
    int inside = (int) named.stream().filter(covered::contains).count();
    UsageOutcome outcome =
        new UsageOutcome(
            added.size(),
            inside - added.size(),
            named.size() - inside,
            unknown,
            unnamed.size(),
            corrections(report.layout().product(), added, now),
            report.from(),
            report.until());
    return new Sorted(
        new UsageStore.Report(
            id,
            report.layout(),
            report.refreshedOn(),
            unnamed.size(),
            active(unnamed.values(), new UsageWindow(report.refreshedOn())),
            now),
        added,
        outcome);
  }

  /** A name to sign in with looks like an e-mail address and needn't be one. */
  private Optional<PersonId> find(String who) {
    return people.find(who).or(() -> vault.findByUserName(who));
  }

  private static boolean isNew(PersonId person, Set<PersonId> covered, Set<PersonId> known) {
    return covered.contains(person) && !known.contains(person);
  }

  private int corrections(
      UsageProduct product, Map<PersonId, List<UsageStatement>> added, Instant now) {
    Map<PersonId, UsageHistory> before =
        store.histories(product, added.keySet(), LocalDate.EPOCH, now);
    int corrections = 0;
    for (Map.Entry<PersonId, UsageHistory> one : before.entrySet()) {
      UsageHistory history = one.getValue();
      for (UsageStatement next : added.getOrDefault(one.getKey(), List.of())) {
        corrections += history.correctedBy(next).size();
        history = new UsageHistory(Copies.with(history.statements(), next));
      }
    }
    return corrections;
  }

  private static int active(Collection<List<UsageStatement>> unnamed, UsageWindow window) {
    return (int) unnamed.stream().filter(some -> new UsageHistory(some).isActive(window)).count();
  }
}
