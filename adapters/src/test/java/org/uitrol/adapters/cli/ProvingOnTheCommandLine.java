package org.uitrol.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.proof.Proofs;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;

@Timeout(180)
class ProvingOnTheCommandLine {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Proofs PROOFS = new Proofs(UITROL);

  private static String token = "";
  private static SignedCheckpoint first;
  private static SignedCheckpoint second;

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void two_checkpoints_were_made() {
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    first = PROOFS.checkpoint();
    town.session("s-1", ActivityKind.DEMO, 20, 5, SmallTown.JAN);
    second = PROOFS.checkpoint();
    AccountId account =
        UITROL
            .bean(Accounts.class)
            .add("auditor", "Auditor", Set.of(Role.WORKS_COUNCIL), null, "a long enough password");
    token = UITROL.bean(ApiTokens.class).issue(account, "cli", Set.of(Scope.READ), 1);
  }

  @Test
  void takes_the_whole_history_along_and_checks_it_without_the_server() throws IOException {
    Path history = asked("history", "--format", "proof");
    assertThat(verify(history.toString())).isZero();
    assertThat(out.toString())
        .contains("events up to position", "2 checkpoints are right", "compare it with the one")
        .contains("is seen with --against only");
    assertThat(verify(history.toString(), "--against", kept(first), kept(second))).isZero();
    assertThat(out.toString()).contains("signed by a key that you gave: " + key());

    String altered = Files.readString(history).replace("\\\"s-1\\\"", "\\\"s-9\\\"");
    Path file = Files.writeString(folder.resolve("altered.jsonl"), altered);
    assertThat(verify(file.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("the event doesn't say what it said", "are right")
        .startsWith("uitrol: position ");
    assertThat(verify("--json", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("\"good\":false", "\"kind\":\"ALTERED\"", "\"at\":");
  }

  @Test
  void believes_no_key_but_the_one_that_was_given() throws IOException {
    Path history = asked("history", "--format", "proof");
    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    Path pem =
        Files.writeString(
            folder.resolve("key.pem"), council.get("/history/checkpoints/key.pem").body());
    assertThat(verify(history.toString(), "--key", pem.toString())).isZero();
    assertThat(verify(history.toString(), "--fingerprint", key())).isZero();
    assertThat(verify(history.toString(), "--fingerprint", "0".repeat(64))).isEqualTo(1);
    assertThat(err.toString()).contains("checkpoint 1 was altered, or isn't signed by a key");
    assertThat(
            verify(history.toString(), "--fingerprint", "0".repeat(64), "--against", kept(first)))
        .isEqualTo(2);
    assertThat(verify(history.toString(), "--fingerprint", "none")).isEqualTo(2);
    assertThat(verify(folder.resolve("none").toString())).isEqualTo(2);
    assertThat(verify(pem.toString())).isEqualTo(2);
  }

  @Test
  void proves_one_event_and_that_checkpoints_follow_from_each_other() throws IOException {
    String position = Long.toString(first.checkpoint().position());
    Path event = asked("prove", position);
    assertThat(verify(event.toString(), "--against", kept(first))).isZero();
    assertThat(out.toString()).contains("1 events up to position " + position);
    Path later = asked("prove", position, "--checkpoint", "2");
    assertThat(Files.readString(later)).contains("\"number\" : 2");
    assertThat(verify(later.toString())).isZero();
    Path grown = asked("prove", "--from", "1", "--to", "2");
    assertThat(verify(grown.toString(), "--against", kept(first), kept(second))).isZero();
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.json"),
            Files.readString(event).replace("\"sequence\" : ", "\"sequence\" : 1"));
    assertThat(verify(wrong.toString())).isEqualTo(1);
    assertThat(verify(kept(first))).isZero();
  }

  @Test
  void compares_the_history_with_the_checkpoint_in_a_dossier() throws IOException {
    AccountId keeper =
        UITROL
            .bean(Accounts.class)
            .add("keeper", "Keeper", Set.of(Role.WORKS_COUNCIL), null, "a long enough password");
    String writing =
        UITROL.bean(ApiTokens.class).issue(keeper, "dossier", Set.of(Scope.READ, Scope.WRITE), 1);
    Path own = Proofs.written(folder.resolve("writing"), writing);
    Path file = folder.resolve("dossier.json");
    List<String> asked =
        List.of(
            "dossier",
            "copilot-town",
            "--server",
            UITROL.uri("").toString(),
            "--token-file",
            own.toString(),
            "--format",
            "json",
            "--out",
            file.toString());

    new SmallTown(UITROL).settle();
    assertThat(run(asked)).as("%s", err).isZero();
    assertThat(Files.readString(file)).contains("\"number\" : 2", "uitrol-checkpoint-1");
    Path history = asked("history", "--format", "proof");
    assertThat(verify(history.toString(), "--against", file.toString())).isZero();
    assertThat(out.toString()).contains("signed by a key that you gave");
  }

  @Test
  void says_what_can_not_be_proven() {
    assertThat(run(server("prove", "999999"))).isEqualTo(1);
    assertThat(err.toString()).contains("Unknown event");
    assertThat(run(server("prove", "" + (second.checkpoint().position() + 1)))).isEqualTo(1);
    assertThat(err.toString()).contains("Checkpoint too early");
    assertThat(run(server("prove", "--from", "1", "--to", "9"))).isEqualTo(1);
    assertThat(run(server("prove", "--from", "1"))).isEqualTo(2);
    assertThat(run(server("prove"))).isEqualTo(2);
    assertThat(run(server("history", "--format", "proof", "--campaign", "copilot-town")))
        .isEqualTo(1);
  }

  @Test
  void lists_checkpoints_for_programs() {
    Visitor program = new Visitor(UITROL);
    String list =
        program
            .send(
                program
                    .request("/api/v1/checkpoints")
                    .header("Authorization", "Bearer " + token)
                    .build())
            .body();
    assertThat(list).contains(first.signature(), second.signature());
    String one =
        program
            .send(
                program
                    .request("/api/v1/checkpoints/2")
                    .header("Authorization", "Bearer " + token)
                    .build())
            .body();
    assertThat(one).contains(second.signature()).doesNotContain(first.signature());
  }

  private static String key() {
    return first.checkpoint().key().toString();
  }

  private String kept(SignedCheckpoint checkpoint) {
    return PROOFS.file(folder, checkpoint).toString();
  }

  /** What the server answers, as a file. */
  private Path asked(String... arguments) throws IOException {
    out.getBuffer().setLength(0);
    assertThat(run(server(arguments))).as("%s", err).isZero();
    return Files.writeString(folder.resolve(String.join("-", arguments)), out.toString());
  }

  private int verify(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("verify"));
    all.addAll(List.of(arguments));
    return run(all);
  }

  private List<String> server(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    Path file = Proofs.written(folder.resolve("token"), token);
    all.addAll(1, List.of("--server", UITROL.uri("").toString(), "--token-file", file.toString()));
    return all;
  }

  private int run(List<String> arguments) {
    return Cli.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
  }
}
