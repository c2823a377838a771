package org.uitrol.application.directory;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.directory.PeoplePlan.Step;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleSource;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/**
 * Takes people over from a file, in two steps: first it tells what the file would do, then it does
 * it. Who isn't in the file stays as they are. The same file twice changes nothing; an import that
 * was interrupted is resumed by applying the file again.
 */
public final class PeopleImport {

  private final PersonVault vault;
  private final DirectoryStore directory;
  private final CommandDesk desk;
  private final IdSource ids;
  private final OneTransaction transaction;
  private final PeopleImportLog log;
  private final ReentrantLock onlyOne = new ReentrantLock();

  public PeopleImport(
      PersonVault vault,
      DirectoryStore directory,
      CommandDesk desk,
      IdSource ids,
      OneTransaction transaction,
      PeopleImportLog log) {
    this.vault = vault;
    this.directory = directory;
    this.desk = desk;
    this.ids = ids;
    this.transaction = transaction;
    this.log = log;
  }

  /** Hears how far an import is; called on the importing thread. */
  @FunctionalInterface
  public interface Progress {

    /**
     * So many people are done.
     *
     * @param of how many people there are in all
     */
    void done(int people, int of);
  }

  /**
   * Tells what the file would do; changes nothing.
   *
   * @throws UnreadablePeopleFile when it is no people file or is broken somewhere
   */
  public ImportReport preview(PeopleSource file) {
    PeoplePlan plan = newPlan();
    List<String> ignored = file.read(plan);
    plan.work();
    return report(file, plan, ignored, true);
  }

  /**
   * Does what {@link #preview} told, person by person; each person is stored whole or not at all.
   * Interrupting the thread stops it between two people.
   *
   * @param previewedHash the hash that the preview told
   * @return what was done; not complete when the thread was interrupted, which it still is then
   * @throws UnreadablePeopleFile when it is no people file or is broken somewhere; nothing was done
   * @throws Rejected {@code FILE_DIFFERS_FROM_PREVIEW} when it is another file than was previewed;
   *     {@code IMPORT_RUNNING} when another import is at work; nothing was done
   */
  public ImportReport apply(
      PeopleSource file, String previewedHash, Actor actor, Progress progress) {
    if (!file.hash().equals(previewedHash)) {
      throw new Rejected("FILE_DIFFERS_FROM_PREVIEW");
    }
    if (!onlyOne.tryLock()) {
      throw new Rejected("IMPORT_RUNNING");
    }
    try {
      PeoplePlan plan = newPlan();
      List<String> ignored = file.read(plan);
      plan.work();
      return apply(file, plan, ignored, actor, progress);
    } finally {
      onlyOne.unlock();
    }
  }

  private ImportReport apply(
      PeopleSource file, PeoplePlan plan, List<String> ignored, Actor actor, Progress progress) {
    ImportReport report = report(file, plan, ignored, true);
    long number = log.started(file.hash(), actor, desk.now(), report.counts());
    Instant at = desk.now();
    plan.departments()
        .forEach((department, name) -> desk.send(new NameDepartment(department, name, at), actor));
    prepareVault(plan);
    int done = 0;
    for (Step step : plan.steps()) {
      if (Thread.currentThread().isInterrupted()) {
        return report(file, plan, ignored, false);
      }
      put(step, actor);
      done++;
      progress.done(done, plan.steps().size());
    }
    log.finished(number);
    return report;
  }

  /**
   * New people come into the vault before anybody's history names them as a manager, and addresses
   * that change hands are let go first.
   */
  private void prepareVault(PeoplePlan plan) {
    for (Step step : plan.giveAddressesUp()) {
      @Nullable PersonalData former = step.former();
      if (former != null) {
        vault.put(step.person(), former.with(Map.of(PersonField.EMAIL, "")));
      }
    }
    plan.steps().stream()
        .filter(Step::isNew)
        .forEach(step -> vault.put(step.person(), step.next()));
  }

  private void put(Step step, Actor actor) {
    PutEmployee command =
        new PutEmployee(
            step.person(),
            step.department(),
            step.next().manager(),
            changedDetails(step),
            desk.now());
    if (step.isNew() || !step.changes()) {
      desk.send(command, actor);
    } else {
      transaction.run(
          () -> {
            vault.put(step.person(), step.next());
            desk.send(command, actor);
          });
    }
  }

  private static Set<String> changedDetails(Step step) {
    @Nullable PersonalData former = step.former();
    if (former == null) {
      return Set.of();
    }
    Set<String> changed = new HashSet<>(step.next().changedFields(former));
    changed.remove(PersonField.DEPARTMENT.key());
    changed.remove(PersonField.MANAGER.key());
    return changed;
  }

  private PeoplePlan newPlan() {
    Map<PersonId, PersonalData> known = new HashMap<>();
    vault.forEach(known::put);
    Set<PersonId> left =
        directory.left().stream().map(MemberRow::person).collect(Collectors.toSet());
    return new PeoplePlan(known, left, ids);
  }

  private ImportReport report(
      PeopleSource file, PeoplePlan plan, List<String> ignored, boolean complete) {
    List<String> newDepartments =
        plan.departments().entrySet().stream()
            .filter(entry -> directory.department(entry.getKey()).isEmpty())
            .map(Map.Entry::getValue)
            .toList();
    return new ImportReport(
        file.hash(),
        plan.counts(),
        plan.problems(),
        plan.problemCount(),
        ignored,
        newDepartments,
        plan.absent(),
        complete);
  }
}
