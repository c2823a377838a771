package org.uitrol.adapters.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.proof.ProofMaker.Consistency;
import org.uitrol.application.proof.ProofMaker.Inclusion;
import org.uitrol.domain.proof.Checkpoint;
import org.uitrol.domain.proof.Flaw;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.HistoryCheck;
import org.uitrol.domain.proof.HistoryCheck.Claim;
import org.uitrol.domain.proof.HistoryRecord;
import org.uitrol.domain.proof.MerkleTree;
import org.uitrol.domain.proof.SignedCheckpoint;
import tools.jackson.databind.JsonNode;

/**
 * Checks a file without a server: the whole history, a checkpoint, or the proof of an event or of
 * two checkpoints. Works every hash out anew and believes nothing that the file says of itself.
 * Holds one line of it in memory at a time.
 */
public final class ProofCheck {

  private static final int TELL_EVERY = 10_000;

  private final Trusted trusted;
  private final LongConsumer progress;
  private final HistoryCheck check;
  private final Set<Hash> keys = new HashSet<>();
  private int checkpoints;

  /**
   * A check of one file.
   *
   * @param progress told now and then how many events were right so far
   */
  public ProofCheck(Trusted trusted, LongConsumer progress) {
    this.trusted = trusted;
    this.progress = progress;
    this.check =
        new HistoryCheck(trusted.checkpoints().stream().map(SignedCheckpoint::checkpoint).toList());
  }

  /** What ends a check. */
  private static final class Wrong extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Flaw flaw;

    Wrong(String problem) {
      super(problem, null, false, false);
      this.flaw = null;
    }

    Wrong(Flaw flaw) {
      super(Verdict.words(flaw), null, false, false);
      this.flaw = flaw;
    }
  }

  /**
   * Checks a file to its end, or to its first flaw.
   *
   * @throws NotUnderstood when it is none of those files
   * @throws IOException when it can't be read
   */
  public Verdict check(InputStream file) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
    try {
      String first = lines.readLine();
      return isHistory(first) ? history(lines) : single(whole(first, lines));
    } catch (CharacterCodingException e) {
      throw new NotUnderstood("no UTF-8");
    }
  }

  /** Its first line is an object of its own; the other files may be written on one line or many. */
  private static boolean isHistory(@Nullable String line) {
    if (line == null) {
      throw new NotUnderstood("there is nothing in it");
    }
    try {
      return ProofJson.HISTORY.equals(format(ProofJson.read(line)));
    } catch (NotUnderstood e) {
      return false;
    }
  }

  private static JsonNode whole(@Nullable String first, BufferedReader rest) throws IOException {
    StringBuilder text = new StringBuilder(first == null ? "" : first);
    for (String line = rest.readLine(); line != null; line = rest.readLine()) {
      text.append('\n').append(line);
    }
    return ProofJson.read(text.toString());
  }

  private static String format(JsonNode document) {
    return document.path(ProofJson.FORMAT).asString("");
  }

  private Verdict history(BufferedReader lines) throws IOException {
    try {
      boolean ended = false;
      long number = 1;
      for (String line = readLine(lines, number); line != null; line = readLine(lines, number)) {
        number++;
        if (ended) {
          throw new Wrong(after() + "there is more after the end (line " + number + ")");
        }
        ended = take(line, number, lines);
      }
      if (!ended) {
        throw new Wrong(after() + "the file breaks off");
      }
      end(check.end());
      return verdict(ProofJson.HISTORY, null, null);
    } catch (Wrong e) {
      return verdict(ProofJson.HISTORY, e.flaw, String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String readLine(BufferedReader lines, long number) throws IOException, Wrong {
    try {
      return lines.readLine();
    } catch (CharacterCodingException e) {
      throw new Wrong(after() + "no UTF-8 (after line " + number + ")");
    }
  }

  /** Takes one line; whether it was the end. */
  private boolean take(String line, long number, BufferedReader lines) throws IOException, Wrong {
    try {
      JsonNode read = ProofJson.read(line);
      if (read.has("event")) {
        event(read, lines);
        return false;
      } else if (read.has("checkpoint")) {
        ProofJson.only(read, Set.of("checkpoint"));
        checkpoint(ProofJson.checkpoint(ProofJson.object(read, "checkpoint")));
        return false;
      }
      ProofJson.only(read, Set.of("end"));
      JsonNode end = ProofJson.object(read, "end");
      ProofJson.only(end, Set.of("events", "hash"));
      if (ProofJson.number(end, "events") != check.size()
          || !ProofJson.hash(end, "hash").equals(check.head())) {
        throw new Wrong(
            new Flaw(Flaw.Kind.CUT_OFF, check.position(), ProofJson.number(end, "events")));
      }
      return true;
    } catch (NotUnderstood e) {
      throw new Wrong(after() + "line " + number + " can't be understood: " + e.getMessage());
    }
  }

  private void event(JsonNode line, BufferedReader lines) throws IOException, Wrong {
    ProofJson.only(line, Set.of("event", "number", "previous", "hash"));
    Claim claim =
        new Claim(
            ProofJson.number(line, "number"),
            ProofJson.hash(line, "previous"),
            ProofJson.hash(line, "hash"));
    Optional<Flaw> flaw = check.next(ProofJson.event(ProofJson.object(line, "event")), claim);
    if (flaw.isPresent()) {
      throw new Wrong(
          eventAfter(lines)
              .map(next -> HistoryCheck.seenWith(flaw.get(), next))
              .orElse(flaw.get()));
    }
    if (check.size() % TELL_EVERY == 0) {
      progress.accept(check.size());
    }
  }

  private Optional<HistoryRecord> eventAfter(BufferedReader lines) throws IOException {
    try {
      String line = lines.readLine();
      return line == null
          ? Optional.empty()
          : Optional.of(ProofJson.event(ProofJson.object(ProofJson.read(line), "event")));
    } catch (NotUnderstood | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private void checkpoint(SignedCheckpoint signed) throws Wrong {
    accept(signed, check.position());
    end(check.next(signed.checkpoint()));
  }

  private void accept(SignedCheckpoint signed, long position) throws Wrong {
    if (!trusted.accepts(signed)) {
      throw new Wrong(
          new Flaw(Flaw.Kind.CHECKPOINT_FORGED, position, signed.checkpoint().number()));
    }
    keys.add(signed.checkpoint().key());
    checkpoints++;
  }

  private static void end(Optional<Flaw> flaw) throws Wrong {
    if (flaw.isPresent()) {
      throw new Wrong(flaw.get());
    }
  }

  private Verdict single(JsonNode document) {
    String format = format(document);
    try {
      switch (format) {
        case Checkpoint.FORMAT -> known(ProofJson.checkpoint(document));
        case ProofJson.INCLUSION -> {
          Inclusion proof = ProofJson.inclusion(document);
          included(proof);
          return new Verdict(
              format, 1, proof.event().position(), checkpoints, keys, isKnown(), null, null);
        }
        case ProofJson.CONSISTENCY -> consistent(ProofJson.consistency(document));
        default -> throw new NotUnderstood("'" + format + "' is no format that is known");
      }
      return verdict(format, null, null);
    } catch (Wrong e) {
      return verdict(format, e.flaw, String.valueOf(e.getMessage()));
    }
  }

  private void included(Inclusion proof) throws Wrong {
    Checkpoint by = proof.checkpoint().checkpoint();
    known(proof.checkpoint());
    Hash hash;
    try {
      hash = proof.event().hash(proof.previous());
    } catch (IllegalArgumentException e) {
      throw new NotUnderstood("the event holds " + e.getMessage());
    }
    if (proof.event().position() > by.position()
        || !MerkleTree.includes(hash, proof.number() - 1, by.size(), proof.path(), by.root())) {
      throw new Wrong(
          "position "
              + proof.event().position()
              + ": this event isn't the one that checkpoint "
              + by.number()
              + " was made of");
    }
  }

  private void consistent(Consistency proof) throws Wrong {
    Checkpoint earlier = proof.earlier().checkpoint();
    Checkpoint later = proof.later().checkpoint();
    known(proof.earlier());
    known(proof.later());
    if (earlier.number() > later.number()
        || !MerkleTree.extend(
            earlier.size(), earlier.root(), later.size(), later.root(), proof.path())) {
      throw new Wrong(
          "up to position "
              + earlier.position()
              + ": checkpoint "
              + later.number()
              + " doesn't begin with what checkpoint "
              + earlier.number()
              + " was made of");
    }
  }

  /** A checkpoint that has to be the one of its number, where that is known from elsewhere. */
  private void known(SignedCheckpoint signed) throws Wrong {
    accept(signed, signed.checkpoint().position());
    for (SignedCheckpoint one : trusted.checkpoints()) {
      if (one.checkpoint().number() == signed.checkpoint().number()
          && !one.checkpoint().equals(signed.checkpoint())) {
        throw new Wrong(
            "checkpoint "
                + signed.checkpoint().number()
                + " is another one than the one that was handed out");
      }
    }
  }

  private String after() {
    return "position " + check.position() + ": after it ";
  }

  private boolean isKnown() {
    return !keys.isEmpty() && !trusted.allKeys().isEmpty();
  }

  private Verdict verdict(String format, @Nullable Flaw flaw, @Nullable String problem) {
    return new Verdict(
        format, check.size(), check.position(), checkpoints, keys, isKnown(), flaw, problem);
  }
}
