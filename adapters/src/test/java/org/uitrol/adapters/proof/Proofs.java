package org.uitrol.adapters.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.proof.CheckpointCommand.AskCheckpoint;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointAsked;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.HistoryId;
import org.uitrol.support.RunningApplication;

/** What tests of proofs do with an application that runs. */
public final class Proofs {

  private static final AccountId ANN = new AccountId("ann");

  private final RunningApplication app;

  public Proofs(RunningApplication app) {
    this.app = app;
  }

  /** Asks for a checkpoint and waits until it is made. */
  public SignedCheckpoint checkpoint() {
    int before = all().size();
    askAndAwait();
    List<SignedCheckpoint> now = all();
    if (now.size() != before + 1) {
      throw new AssertionError("no checkpoint was made");
    }
    return now.get(before);
  }

  /** Asks for a checkpoint and waits until it is made or refused. */
  public void askAndAwait() {
    app.bean(CommandDesk.class)
        .send(
            new AskCheckpoint(HistoryId.OWN, ANN, null, app.bean(CommandDesk.class).now()),
            Actor.account(ANN));
    MadeCheckpoints made = app.bean(MadeCheckpoints.class);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(made::events, events -> !(events.get(events.size() - 1) instanceof CheckpointAsked));
  }

  public List<SignedCheckpoint> all() {
    return app.bean(MadeCheckpoints.class).all();
  }

  /** Writes the whole history to a file. */
  public Path export(Path folder) {
    Path file = folder.resolve("history.jsonl");
    try (Writer out = Files.newBufferedWriter(file)) {
      app.bean(ProofExport.class).write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the history to a file as it would be after something that is taken back. */
  public Path exportAfter(Path folder, String... tampering) {
    List<Path> file = new ArrayList<>();
    app.bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              tamper(tampering);
              file.add(export(folder));
              status.setRollbackOnly();
            });
    return file.get(0);
  }

  /** Does what only the owner of the database can. */
  public void tamper(String... sql) {
    JdbcClient jdbc = app.jdbc();
    jdbc.sql("alter table domain_event_entry disable trigger all").update();
    for (String one : sql) {
      if (jdbc.sql(one).update() == 0 && !one.startsWith("alter") && !one.startsWith("do")) {
        throw new AssertionError("nothing was tampered with: " + one);
      }
    }
    jdbc.sql("alter table domain_event_entry enable trigger all").update();
    jdbc.sql("alter table domain_event_entry enable always trigger refuse_to_alter_history")
        .update();
  }

  public Path file(Path folder, SignedCheckpoint checkpoint) {
    return written(
        folder.resolve("checkpoint-" + checkpoint.checkpoint().number() + ".json"),
        ProofJson.write(checkpoint));
  }

  public static Path written(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Verdict verdict(Path file, SignedCheckpoint... against) {
    return verdict(file, new Trusted(Set.of(), List.of(against)));
  }

  public static Verdict verdict(Path file, Trusted trusted) {
    try (InputStream in = Files.newInputStream(file)) {
      return new ProofCheck(trusted, events -> {}).check(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
