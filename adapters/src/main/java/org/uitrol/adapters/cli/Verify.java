package org.uitrol.adapters.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.uitrol.adapters.proof.Ed25519;
import org.uitrol.adapters.proof.NotUnderstood;
import org.uitrol.adapters.proof.ProofCheck;
import org.uitrol.adapters.proof.ProofJson;
import org.uitrol.adapters.proof.Trusted;
import org.uitrol.adapters.proof.Verdict;
import org.uitrol.domain.proof.Flaw;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.SignedCheckpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Checks without a server that the history is what it was. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks without a server whether a history, a checkpoint or a proof is what it says.",
      "Every hash is worked out anew. Only with checkpoints or a key that you have from",
      "elsewhere is it certain that nobody wrote all of it anew."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it is right",
      "1:something was altered, taken out, put in or signed by somebody else",
      Exit.USAGE_WORDS
    })
final class Verify implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "What 'history --format proof' or 'prove' wrote, or a checkpoint; - for stdin.")
  private String file = "";

  @Option(
      names = "--against",
      paramLabel = "CHECKPOINT",
      arity = "1..*",
      description = "Checkpoints that were handed out earlier.")
  private List<Path> against = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The public key that has to have signed, PEM; may be given again.")
  private List<Path> keys = new ArrayList<>();

  @Option(
      names = "--fingerprint",
      paramLabel = "HEX",
      description = "The fingerprint of that key; may be given again.")
  private List<String> fingerprints = new ArrayList<>();

  @Option(names = "--json", description = "Write the outcome for programs.")
  private boolean json;

  @Option(names = "--quiet", description = "Don't tell how far it is.")
  private boolean quiet;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      ProofCheck check = new ProofCheck(trusted(), this::tell);
      Verdict verdict = check(check);
      show(verdict);
      return verdict.isGood() ? Exit.GOOD : Exit.REFUSED;
    } catch (NotUnderstood | IllegalArgumentException e) {
      err.println("uitrol: " + e.getMessage());
      return Exit.USAGE;
    } catch (UncheckedIOException e) {
      err.println("uitrol: " + e.getMessage());
      return Exit.USAGE;
    } catch (IOException e) {
      err.println("uitrol: " + file + " can't be read");
      return Exit.USAGE;
    }
  }

  private Verdict check(ProofCheck check) throws IOException {
    if (file.equals("-")) {
      return check.check(System.in);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
      return check.check(in);
    }
  }

  private Trusted trusted() {
    Set<Hash> all = new HashSet<>();
    keys.forEach(key -> all.add(Ed25519.fingerprint(Ed25519.publicKey(key))));
    fingerprints.forEach(one -> all.add(Hash.of(one)));
    List<SignedCheckpoint> checkpoints = new ArrayList<>();
    for (Path one : against) {
      SignedCheckpoint checkpoint = ProofJson.checkpointIn(one);
      boolean counts = all.isEmpty() || all.contains(checkpoint.checkpoint().key());
      if (!counts || !Ed25519.isSigned(checkpoint)) {
        throw new IllegalArgumentException(one + " isn't signed as it should be");
      }
      checkpoints.add(checkpoint);
    }
    return new Trusted(all, checkpoints);
  }

  private void tell(long events) {
    if (!quiet && !json) {
      spec.commandLine().getErr().printf("%,d events%n", events);
      spec.commandLine().getErr().flush();
    }
  }

  private void show(Verdict verdict) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.builder().build().writeValueAsString(document(verdict)));
      return;
    }
    String problem = verdict.problem();
    if (problem != null) {
      spec.commandLine().getErr().println("uitrol: " + problem);
      if (verdict.events() > 0) {
        spec.commandLine()
            .getErr()
            .printf(
                "%d events up to position %d are right%n", verdict.events(), verdict.position());
      }
      return;
    }
    if (verdict.events() > 0) {
      out.printf("%d events up to position %d are right%n", verdict.events(), verdict.position());
    }
    out.printf("%d checkpoints are right%n", verdict.checkpoints());
    if (!verdict.keys().isEmpty()) {
      out.println(
          (verdict.known() ? "signed by a key that you gave: " : "signed by the key ")
              + fingerprints(verdict)
              + (verdict.known() ? "" : "; compare it with the one that you were told"));
    }
    if (against.isEmpty() && verdict.events() > 1) {
      out.println("whether something was taken off the end is seen with --against only");
    }
  }

  private static String fingerprints(Verdict verdict) {
    return verdict.keys().stream().map(Hash::toString).sorted().collect(Collectors.joining(", "));
  }

  private static Map<String, Object> document(Verdict verdict) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("good", verdict.isGood());
    document.put("format", verdict.format());
    document.put("events", verdict.events());
    document.put("position", verdict.position());
    document.put("checkpoints", verdict.checkpoints());
    document.put("keys", verdict.keys().stream().map(Hash::toString).sorted().toList());
    document.put("keysKnown", verdict.known());
    String problem = verdict.problem();
    if (problem != null) {
      document.put("problem", problem);
    }
    Flaw flaw = verdict.flaw();
    if (flaw != null) {
      document.put("kind", flaw.kind().name());
      document.put("at", flaw.position());
      document.put("other", flaw.other());
    }
    return document;
  }
}
