package org.uitrol.application.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.PeopleImport.Progress;
import org.uitrol.application.directory.PeopleSurvey.Matched;
import org.uitrol.application.directory.port.ImportTurn.Held;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleImportLog.PastImport;
import org.uitrol.application.directory.port.PeopleStage;
import org.uitrol.application.directory.port.PeopleStage.StagedDepartment;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/**
 * One import at work. New people come into the vault before anybody's history names them as a
 * manager; then everybody's data and history change together, some people in each transaction. How
 * far it came is noted in the same transaction.
 */
final class PeopleApplication implements AutoCloseable {

  private final Order order;
  private final Held held;
  private int done;

  /**
   * What is to be done.
   *
   * @param former how far it came when it stopped; null when it begins
   */
  record Order(
      long number,
      Actor actor,
      @Nullable PastImport former,
      PeopleSurvey survey,
      PersonVault vault,
      PeopleStage stages,
      CommandDesk desk,
      OneTransaction transaction,
      PeopleImportLog log) {}

  PeopleApplication(Order order, Held held) {
    this.order = order;
    this.held = held;
  }

  long number() {
    return order.number;
  }

  ImportReport run(Progress progress) {
    try {
      return work(progress);
    } catch (RuntimeException | Error e) {
      order.log.stopped(order.number, e instanceof Rejected refused ? refused.code() : "FAILED");
      throw e;
    }
  }

  @Override
  public void close() {
    held.close();
  }

  private ImportReport work(Progress progress) {
    @Nullable PastImport former = order.former;
    Matched matched = order.survey.match(former == null ? 0 : former.line());
    long from = from(former, matched);
    if (from == 0) {
      order.log.rewound(order.number);
      order.log.counted(order.number, matched.report().counts());
    }
    nameDepartments();
    if (!newcomers() || !everybody(from, matched.report().counts(), progress)) {
      return stopped(matched.report());
    }
    order.log.finished(order.number);
    order.stages.forget(order.survey.stage());
    return matched.report();
  }

  /** After the last line that was done, unless something new is told before it. */
  private long from(@Nullable PastImport former, Matched matched) {
    if (former == null || matched.newsUpToLine() > 0) {
      return 0;
    }
    done = former.done();
    return former.line();
  }

  private void nameDepartments() {
    List<StagedDepartment> some = order.survey.departments(0);
    while (!some.isEmpty()) {
      name(some);
      some = order.survey.departments(some.get(some.size() - 1).line());
    }
  }

  private void name(List<StagedDepartment> departments) {
    order.transaction.run(
        () -> {
          held.waitForOthers();
          Instant at = order.desk.now();
          order.desk.sendAll(
              departments.stream()
                  .map(one -> new NameDepartment(one.id(), one.name(), at))
                  .toList(),
              order.actor);
        });
  }

  private boolean newcomers() {
    return throughTheFile(
        0,
        line -> {
          List<PersonStep> steps = order.survey.newcomers(line);
          takeAddresses(steps);
          order.vault.putAll(data(steps.stream()));
          return reach(steps, last -> order.log.prepared(order.number, steps.size()));
        },
        people -> {});
  }

  private boolean everybody(long from, ImportCounts counts, Progress progress) {
    int of = counts.added() + counts.changed() + counts.unchanged();
    return throughTheFile(
        from,
        line -> {
          List<PersonStep> steps = order.survey.steps(line);
          takeAddresses(steps);
          order.vault.putAll(data(steps.stream().filter(PersonStep::changes)));
          Instant at = order.desk.now();
          order.desk.sendAll(
              steps.stream().filter(PersonStep::isForHistory).map(step -> put(step, at)).toList(),
              order.actor);
          return reach(steps, last -> order.log.reached(order.number, last, steps.size()));
        },
        people -> {
          done += people;
          progress.done(done, of);
        });
  }

  /**
   * Up to where the work came.
   *
   * @param people how many were done on the way; none at the end of the file
   * @param goOn whether nobody asked to stop
   */
  private record Reach(long line, int people, boolean goOn) {}

  private static Reach reach(List<PersonStep> steps, LongPredicate note) {
    if (steps.isEmpty()) {
      return new Reach(Long.MAX_VALUE, 0, true);
    }
    long line = PeopleSurvey.line(steps);
    return new Reach(line, steps.size(), note.test(line));
  }

  /** Does some people after the other, each time in one transaction; false when it stopped. */
  private boolean throughTheFile(long from, LongFunction<Reach> work, IntConsumer afterEach) {
    Reach reach = new Reach(from, 0, true);
    while (reach.goOn && !Thread.currentThread().isInterrupted()) {
      reach = together(reach.line, work);
      if (reach.people == 0) {
        return true;
      }
      afterEach.accept(reach.people);
    }
    return false;
  }

  private Reach together(long line, LongFunction<Reach> work) {
    AtomicReference<Reach> reached = new AtomicReference<>();
    order.transaction.run(
        () -> {
          held.waitForOthers();
          reached.set(work.apply(line));
        });
    return Objects.requireNonNull(reached.get());
  }

  /** Addresses that change hands are let go before another row of the file gets them. */
  private void takeAddresses(List<PersonStep> steps) {
    Set<PersonId> owners =
        steps.stream()
            .flatMap(step -> Stream.ofNullable(step.row().addressOwner()))
            .collect(Collectors.toSet());
    if (owners.isEmpty()) {
      return;
    }
    Map<PersonId, PersonalData> without = new HashMap<>();
    order
        .vault
        .findAll(owners)
        .forEach((owner, data) -> without.put(owner, data.with(Map.of(PersonField.EMAIL, ""))));
    order.vault.putAll(without);
    order.stages.gaveAddressUp(order.survey.stage(), owners);
  }

  private static Map<PersonId, PersonalData> data(Stream<PersonStep> steps) {
    return steps.collect(Collectors.toMap(step -> step.row().person(), PersonStep::next));
  }

  private static PutEmployee put(PersonStep step, Instant at) {
    return new PutEmployee(
        step.row().person(),
        step.row().department(),
        step.next().manager(),
        step.changedDetails(),
        at);
  }

  private ImportReport stopped(ImportReport report) {
    boolean interrupted = Thread.interrupted();
    order.log.stopped(order.number, interrupted ? PeopleImport.INTERRUPTED : PeopleImport.ASKED);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return report.incomplete();
  }
}
