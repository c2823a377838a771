package org.uitrol.application.directory;

import java.util.List;
import org.uitrol.application.directory.port.ImportTurn;
import org.uitrol.application.directory.port.ImportTurn.Held;
import org.uitrol.application.directory.port.OneTransaction;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleImportLog.PastImport;
import org.uitrol.application.directory.port.PeopleSource;
import org.uitrol.application.directory.port.PeopleStage;
import org.uitrol.application.directory.port.PeopleStage.StagedFile;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.domain.shared.Rejected;

/**
 * Takes people over from a file, in two steps: first it tells what the file would do, then it does
 * it. Who isn't in the file stays as they are. The same file twice changes nothing; an import that
 * was interrupted is resumed by applying the file again. How much memory it takes doesn't depend on
 * how many rows there are (decision 0022). Safe for many threads.
 */
public final class PeopleImport {

  /** The most rows of one file. */
  public static final int MOST_ROWS = 1_000_000;

  /** Why an import stopped that somebody asked to stop. */
  public static final String ASKED = "ASKED";

  /** Why an import stopped whose thread was interrupted. */
  public static final String INTERRUPTED = "INTERRUPTED";

  private static final int AT_ONCE = 500;

  private final PersonVault vault;
  private final PeopleStage stages;
  private final ImportTurn turn;
  private final CommandDesk desk;
  private final IdSource ids;
  private final OneTransaction transaction;
  private final PeopleImportLog log;
  private final int atOnce;

  public PeopleImport(
      PersonVault vault,
      PeopleStage stages,
      ImportTurn turn,
      CommandDesk desk,
      IdSource ids,
      OneTransaction transaction,
      PeopleImportLog log) {
    this(vault, stages, turn, desk, ids, transaction, log, AT_ONCE);
  }

  /**
   * @param atOnce how many people are done in one transaction
   */
  PeopleImport(
      PersonVault vault,
      PeopleStage stages,
      ImportTurn turn,
      CommandDesk desk,
      IdSource ids,
      OneTransaction transaction,
      PeopleImportLog log,
      int atOnce) {
    this.vault = vault;
    this.stages = stages;
    this.turn = turn;
    this.desk = desk;
    this.ids = ids;
    this.transaction = transaction;
    this.log = log;
    this.atOnce = atOnce;
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

  /** A file that waits on a stage, and what it would do. */
  public record Waiting(StageId stage, ImportReport report) {}

  /**
   * Tells what the file would do; changes nothing.
   *
   * @throws UnreadablePeopleFile when it is no people file or is broken somewhere
   */
  public ImportReport preview(PeopleSource file) {
    Waiting waiting = look(file);
    forget(waiting.stage());
    return waiting.report();
  }

  /**
   * As {@link #preview}, and keeps what was read as {@link #read} does.
   *
   * @throws UnreadablePeopleFile when it is no people file or is broken somewhere
   */
  public Waiting look(PeopleSource file) {
    StageId stage = read(file);
    return new Waiting(stage, survey(stage).match());
  }

  /**
   * Reads a file, and keeps what was read for an hour, to {@link #begin} with it.
   *
   * @throws UnreadablePeopleFile when it is no people file or is broken somewhere; nothing is kept
   */
  public StageId read(PeopleSource file) {
    StageId stage = new StageId(ids.next());
    transaction.run(
        () -> {
          stages.forgetOld();
          stages.open(stage, file.hash());
          PeopleReading reading = new PeopleReading(stages, stage, ids, atOnce, MOST_ROWS);
          List<String> ignored = file.read(reading);
          stages.read(stage, reading.end(ignored));
        });
    return stage;
  }

  /** Forgets what was read. */
  public void forget(StageId stage) {
    stages.forget(stage);
  }

  /**
   * Does what {@link #preview} told, some people at a time; each is stored whole or not at all.
   * Interrupting the thread stops it between them.
   *
   * @param previewedHash the hash that the preview told
   * @return what was done; not complete when the thread was interrupted, which it still is then, or
   *     somebody asked the import to stop
   * @throws UnreadablePeopleFile when it is no people file or is broken somewhere; nothing was done
   * @throws Rejected {@code FILE_DIFFERS_FROM_PREVIEW} when it is another file than was previewed;
   *     {@code IMPORT_RUNNING} when another import is at work; nothing was done
   */
  public ImportReport apply(
      PeopleSource file, String previewedHash, Actor actor, Progress progress) {
    if (!file.hash().equals(previewedHash)) {
      throw new Rejected("FILE_DIFFERS_FROM_PREVIEW");
    }
    try (Held held = takeTurn()) {
      StageId stage = read(file);
      return new PeopleApplication(start(stage, file.hash(), actor), held).run(progress);
    }
  }

  /**
   * Begins to do what {@link #look} told. The turn is taken when it returns; whoever calls runs
   * what is returned, on any thread, or closes it.
   *
   * @param hash the hash that was told
   * @throws Rejected {@code IMPORT_GONE} when the stage isn't kept any more; else as {@link #apply}
   */
  public Begun begin(StageId stage, String hash, Actor actor) {
    StagedFile file = stages.find(stage).orElseThrow(() -> new Rejected("IMPORT_GONE"));
    if (!file.hash().equals(hash)) {
      throw new Rejected("FILE_DIFFERS_FROM_PREVIEW");
    }
    Held held = takeTurn();
    try {
      return new Begun(new PeopleApplication(start(stage, hash, actor), held));
    } catch (RuntimeException e) {
      held.close();
      throw e;
    }
  }

  /** Whether an import is at work, on any node. */
  public boolean isAtWork() {
    return turn.isTaken();
  }

  /** Whether an import that stopped can go on without its file. */
  public boolean canGoOn(PastImport past) {
    return !past.finished() && stages.find(past.stage()).isPresent();
  }

  /** Forgets files that were looked at but not applied. */
  public void tidy() {
    stages.forgetOld();
  }

  /** An import that holds the turn and hasn't done anything yet. */
  public static final class Begun implements AutoCloseable {

    private final PeopleApplication application;

    private Begun(PeopleApplication application) {
      this.application = application;
    }

    /** Its number in the log. */
    public long number() {
      return application.number();
    }

    /** Does the work and gives the turn back. */
    public ImportReport run(Progress progress) {
      try (this) {
        return application.run(progress);
      }
    }

    @Override
    public void close() {
      application.close();
    }
  }

  private Held takeTurn() {
    return turn.take().orElseThrow(() -> new Rejected("IMPORT_RUNNING"));
  }

  private PeopleSurvey survey(StageId stage) {
    return new PeopleSurvey(vault, stages, stage, transaction, atOnce);
  }

  /** Goes on with the latest import if that was of the same file and didn't come to its end. */
  private PeopleApplication.Order start(StageId stage, String hash, Actor actor) {
    stages.keep(stage);
    PastImport former =
        log.latest(1).stream()
            .filter(past -> past.fileHash().equals(hash) && !past.finished())
            .findFirst()
            .orElse(null);
    long number = former == null ? log.started(stage, hash, actor, desk.now()) : former.number();
    if (former != null) {
      log.resumed(number, stage);
      if (!former.stage().equals(stage)) {
        stages.forget(former.stage());
      }
    }
    return new PeopleApplication.Order(
        number, actor, former, survey(stage), vault, stages, desk, transaction, log);
  }
}
