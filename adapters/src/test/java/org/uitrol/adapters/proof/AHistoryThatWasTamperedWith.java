package org.uitrol.adapters.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.proof.ProofMaker;
import org.uitrol.application.proof.ProofMaker.Inclusion;
import org.uitrol.application.proof.port.RecordedHistory;
import org.uitrol.domain.proof.Checkpoint;
import org.uitrol.domain.proof.CheckpointEvent;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointRefused;
import org.uitrol.domain.proof.Flaw;
import org.uitrol.domain.proof.Flaw.Kind;
import org.uitrol.domain.proof.Hash;
import org.uitrol.domain.proof.HistoryRecord;
import org.uitrol.domain.proof.SignedCheckpoint;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.support.DebianPython;
import org.uitrol.support.RunningApplication;

/**
 * Each kind of tampering is done to the database itself and then taken back; the export is checked
 * by Uitrol and by a program of some lines that only knows the documented format.
 */
@Timeout(180)
class AHistoryThatWasTamperedWith {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  @RegisterExtension
  static final DebianPython PYTHON = DebianPython.with("import hashlib", "python3");

  private static final Path VERIFY = Path.of("src/test/resources/proof/verify.py");
  private static final Proofs PROOFS = new Proofs(UITROL);

  /** Chains the whole table anew, as a forger would. */
  private static final String CHAIN_ANEW =
      """
      do $$
      declare
        event domain_event_entry;
        last bytea := decode(repeat('00', 32), 'hex');
        place bigint := 0;
      begin
        for event in select * from domain_event_entry order by global_index loop
          place := place + 1;
          last := history_hash(last, event);
          update domain_event_entry set number = place, hash = last
            where global_index = event.global_index;
        end loop;
      end $$
      """;

  /** Between the first and the second checkpoint; nothing is at {@link #hole}. */
  private static long victim;

  private static long hole;
  private static SignedCheckpoint first;
  private static SignedCheckpoint second;
  private static SignedCheckpoint third;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void three_checkpoints_were_made_and_handed_out() {
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    first = PROOFS.checkpoint();
    town.session("s-1", ActivityKind.DEMO, 20, 5, SmallTown.JAN);
    hole = UITROL.jdbc().sql("select nextval('domain_event_entry_seq')").query(Long.class).single();
    town.session("s-2", ActivityKind.DEMO, 21, 5, SmallTown.EVA);
    town.session("s-3", ActivityKind.DEMO, 22, 5);
    second = PROOFS.checkpoint();
    town.session("s-4", ActivityKind.DEMO, 23, 5);
    third = PROOFS.checkpoint();
    victim = positionOf("s-2");
    assertThat(victim)
        .isGreaterThan(first.checkpoint().position())
        .isLessThan(second.checkpoint().position());
  }

  private static long positionOf(String stream) {
    return UITROL
        .jdbc()
        .sql("select min(global_index) from domain_event_entry where aggregate_identifier = ?")
        .param(stream)
        .query(Long.class)
        .single();
  }

  private static long next(long position, int direction) {
    return UITROL
        .jdbc()
        .sql(
            direction > 0
                ? "select min(global_index) from domain_event_entry where global_index > ?"
                : "select max(global_index) from domain_event_entry where global_index < ?")
        .param(position)
        .query(Long.class)
        .single();
  }

  @Test
  void is_right_as_long_as_nobody_does() {
    Path file = PROOFS.export(folder);
    Verdict verdict = Proofs.verdict(file, first, third);
    assertThat(verdict.problem()).isNull();
    assertThat(verdict.checkpoints()).isGreaterThanOrEqualTo(3);
    assertThat(verdict.known()).isTrue();
    assertThat(verdict.keys()).containsExactly(third.checkpoint().key());
    assertThat(Proofs.verdict(file, Trusted.NOTHING).known()).isFalse();
    assertThat(python(file, first, second, third))
        .isEqualTo("right: %d events, %d checkpoints", verdict.events(), verdict.checkpoints());
  }

  @Test
  void shows_where_something_was_edited() {
    for (String edit :
        List.of(
            "payload = replace(payload, 's-2', 's-9')",
            "payload = payload || ' '",
            "meta_data = replace(meta_data, 'setup', 'other')",
            "time_stamp = replace(time_stamp, 'Z', '1Z')",
            "payload_type = 'session.ended'",
            "payload_revision = '9'",
            "event_identifier = event_identifier || 'x'",
            "aggregate_identifier = 's-other'",
            "sequence_number = 99",
            "type = null",
            "hash = sha256(hash)")) {
      assertFound(
          new Flaw(Kind.ALTERED, victim, victim),
          "update domain_event_entry set " + edit + " where global_index = " + victim);
    }
  }

  @Test
  void shows_where_an_event_was_taken_out() {
    assertFound(
        new Flaw(Kind.MISSING, next(victim, 1), next(victim, -1)),
        "delete from domain_event_entry where global_index = " + victim);
  }

  @Test
  void shows_where_an_event_was_put_in() {
    assertFound(
        new Flaw(Kind.INSERTED, hole, hole),
        "alter table domain_event_entry drop constraint domain_event_entry_number",
        """
        insert into domain_event_entry
        select %1$d, 'forged', 'forged', 0, type, time_stamp, payload_type, payload_revision,
            payload, meta_data, number + 1, hash
        from domain_event_entry where global_index = %2$d
        """
            .formatted(hole, next(hole, -1)),
        """
        update domain_event_entry forged set hash = history_hash(forged.hash, forged)
        where global_index = %d
        """
            .formatted(hole));
  }

  @Test
  void shows_two_events_that_were_swapped() {
    long other = positionOf("s-3");
    assertFound(
        new Flaw(Kind.ALTERED, Math.min(victim, other), Math.min(victim, other)),
        """
        update domain_event_entry one set payload = two.payload, meta_data = two.meta_data
        from domain_event_entry two
        where (one.global_index, two.global_index) in ((%1$d, %2$d), (%2$d, %1$d))
        """
            .formatted(victim, other));
    assertFound(
        new Flaw(Kind.ALTERED, Math.min(victim, other), Math.min(victim, other)),
        "alter table domain_event_entry drop constraint"
            + " domain_event_entry_aggregate_identifier_sequence_number_key",
        """
        update domain_event_entry one set aggregate_identifier = two.aggregate_identifier
        from domain_event_entry two
        where (one.global_index, two.global_index) in ((%1$d, %2$d), (%2$d, %1$d))
        """
            .formatted(victim, other));
  }

  @Test
  void shows_by_its_checkpoints_what_was_chained_anew() {
    Flaw found =
        found(
            "update domain_event_entry set payload = '{}' where global_index = " + victim,
            CHAIN_ANEW);
    assertThat(found.kind()).isEqualTo(Kind.UNLIKE_CHECKPOINT);
    assertThat(found.position()).isEqualTo(first.checkpoint().position() + 1);
    assertThat(found.other()).isEqualTo(second.checkpoint().position());

    Flaw removed =
        found("delete from domain_event_entry where global_index = " + victim, CHAIN_ANEW);
    assertThat(removed.kind()).isIn(Kind.UNLIKE_CHECKPOINT, Kind.CUT_OFF);
  }

  @Test
  void shows_by_a_checkpoint_that_was_handed_out_that_its_end_was_taken_away() {
    long last =
        UITROL
            .jdbc()
            .sql(
                "select global_index from domain_event_entry where payload_type = 'checkpoint.signed'"
                    + " order by global_index offset 1 limit 1")
            .query(Long.class)
            .single();
    String cut = "delete from domain_event_entry where global_index > " + last;
    Path file = PROOFS.exportAfter(folder, cut);

    assertThat(Proofs.verdict(file, second).problem()).isNull();
    Verdict verdict = Proofs.verdict(file, third);
    assertThat(verdict.flaw()).isEqualTo(new Flaw(Kind.CUT_OFF, last, third.checkpoint().size()));
    assertThat(python(file, third)).isEqualTo("wrong at " + last + ": the end is missing");
  }

  @Test
  void shows_by_a_checkpoint_that_was_handed_out_what_was_signed_anew() {
    SigningKey forger = SigningKey.of(new byte[32], Set.of());
    SignedCheckpoint forged =
        forger.sign(
            new Checkpoint(
                1,
                first.checkpoint().size(),
                first.checkpoint().position(),
                first.checkpoint().root(),
                first.checkpoint().head(),
                first.checkpoint().at(),
                Hash.NONE,
                forger.fingerprint()));
    Path file = Proofs.written(folder.resolve("forged.json"), ProofJson.write(forged));
    assertThat(Proofs.verdict(file).problem()).isNull();
    assertThat(Proofs.verdict(file, first).flaw())
        .isEqualTo(new Flaw(Kind.CHECKPOINT_FORGED, first.checkpoint().position(), 1));
    assertThat(
            Proofs.verdict(file, new Trusted(Set.of(first.checkpoint().key()), List.of())).isGood())
        .isFalse();
  }

  @Test
  void shows_a_checkpoint_that_was_edited() {
    Path file = PROOFS.file(folder, second);
    assertThat(Proofs.verdict(file).problem()).isNull();
    for (String edit :
        List.of(
            "\"size\" : ", "\"number\" : ", "\"position\" : ", "\"at\" : \"", "\"root\" : \"")) {
      String text = ProofJson.write(second);
      int at = text.indexOf(edit) + edit.length();
      char digit = text.charAt(at) == '1' ? '2' : '1';
      Path edited =
          Proofs.written(
              folder.resolve("edited.json"),
              text.substring(0, at) + digit + text.substring(at + 1));
      assertThat(Proofs.verdict(edited).isGood()).as(edit).isFalse();
    }
  }

  @Test
  void shows_lines_of_the_export_that_were_edited_taken_out_put_in_or_moved() throws IOException {
    List<String> lines = Files.readAllLines(PROOFS.export(folder));
    int at = lineOf(lines, victim);

    assertLines(lines, Kind.MISSING, all -> all.remove(at));
    assertLines(lines, Kind.OUT_OF_ORDER, all -> all.add(at, all.remove(at + 1)));
    assertLines(lines, Kind.OUT_OF_ORDER, all -> all.add(at + 1, all.get(at)));
    assertLines(lines, Kind.ALTERED, all -> all.set(at, all.get(at).replace("s-2", "s-9")));
    assertLines(
        lines,
        Kind.CHECKPOINT_MISSING,
        all -> all.removeIf(line -> line.contains("\"number\":2,\"size\"")));
    assertThat(problem(lines, all -> all.remove(all.size() - 1))).contains("the file breaks off");
    assertThat(problem(lines, all -> all.add(all.get(at)))).contains("there is more after the end");
    assertThat(problem(lines, all -> all.set(at, all.get(at).replace("\"name\"", "\"nom\""))))
        .contains("can't be understood");
    assertThat(
            problem(lines, all -> all.set(at, all.get(at).replaceFirst("\\{", "{\"number\":1,"))))
        .contains("can't be understood");
  }

  private interface Edit {
    void of(List<String> lines);
  }

  private void assertLines(List<String> lines, Kind kind, Edit edit) {
    Flaw flaw = Objects.requireNonNull(after(lines, edit).flaw(), kind.name());
    assertThat(flaw.kind()).isEqualTo(kind);
  }

  private String problem(List<String> lines, Edit edit) {
    return Objects.requireNonNull(after(lines, edit).problem());
  }

  private Verdict after(List<String> lines, Edit edit) {
    List<String> edited = new ArrayList<>(lines);
    edit.of(edited);
    return Proofs.verdict(
        Proofs.written(folder.resolve("edited.jsonl"), String.join("\n", edited) + "\n"));
  }

  private static int lineOf(List<String> lines, long position) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("{\"event\":{\"position\":" + position + ",")) {
        return i;
      }
    }
    throw new AssertionError("no line of " + position);
  }

  @Test
  void is_no_other_file() {
    for (String text : List.of("", "{}", "[]", "{\"format\":\"uitrol-history-2\"}", "\u0000")) {
      Path file = Proofs.written(folder.resolve("other"), text);
      assertThatThrownBy(() -> Proofs.verdict(file)).isInstanceOf(NotUnderstood.class);
    }
  }

  @Test
  void is_proven_event_by_event_without_the_others() {
    Inclusion proof = UITROL.bean(ProofMaker.class).inclusion(victim, null).orElseThrow();
    assertThat(proof.checkpoint()).isEqualTo(second);
    Path file = Proofs.written(folder.resolve("proof.json"), ProofJson.write(proof));
    assertThat(Proofs.verdict(file, first).problem()).isNull();
    assertThat(python(file)).isEqualTo("right: the event at " + victim);
    assertThat(ProofJson.write(proof)).doesNotContain("\"s-1\"", "\"s-3\"");

    HistoryRecord own = proof.event();
    Inclusion forged =
        new Inclusion(
            new HistoryRecord(
                own.position(),
                own.stream(),
                own.sequence(),
                own.kind(),
                own.name(),
                own.revision(),
                own.id(),
                own.time(),
                own.metadata(),
                "{}"),
            proof.number(),
            proof.previous(),
            proof.path(),
            proof.checkpoint());
    Path wrong = Proofs.written(folder.resolve("wrong.json"), ProofJson.write(forged));
    assertThat(Proofs.verdict(wrong).problem()).startsWith("position " + victim + ":");
    assertThat(python(wrong)).isEqualTo("wrong at " + victim + ": not in the checkpoint");
  }

  @Test
  void is_proven_for_each_event_by_each_checkpoint_that_holds_it() {
    ProofMaker proofs = UITROL.bean(ProofMaker.class);
    RecordedHistory history = UITROL.bean(RecordedHistory.class);
    history
        .after(0, 1_000)
        .forEach(
            one -> {
              for (SignedCheckpoint by : List.of(first, second, third)) {
                if (one.number() <= by.checkpoint().size()) {
                  Path file =
                      Proofs.written(
                          folder.resolve("proof.json"),
                          ProofJson.write(
                              proofs
                                  .inclusion(one.event().position(), by.checkpoint().number())
                                  .orElseThrow()));
                  assertThat(Proofs.verdict(file, by).problem()).as("%s", one).isNull();
                }
              }
            });
  }

  @Test
  void is_proven_to_have_grown_from_one_checkpoint_to_the_next() {
    ProofMaker proofs = UITROL.bean(ProofMaker.class);
    for (int later = 1; later <= 3; later++) {
      for (int earlier = 1; earlier <= later; earlier++) {
        String proof = ProofJson.write(proofs.consistency(earlier, later).orElseThrow());
        Path file = Proofs.written(folder.resolve("grown.json"), proof);
        assertThat(Proofs.verdict(file, first, second, third).problem()).isNull();
      }
    }
    String proof =
        ProofJson.write(proofs.consistency(1, 3).orElseThrow())
            .replaceFirst("(\"path\" : \\[ \")..", "$100");
    assertThat(Proofs.verdict(Proofs.written(folder.resolve("not.json"), proof)).problem())
        .contains("doesn't begin with what checkpoint 1 was made of");
    assertThat(proofs.consistency(2, 1)).isEmpty();
    assertThat(proofs.consistency(1, 99)).isEmpty();
  }

  @Test
  void stays_right_when_a_person_is_erased() {
    UITROL.bean(PersonVault.class).erase(SmallTown.HOSTILE);
    SignedCheckpoint after = PROOFS.checkpoint();
    Path file = PROOFS.export(folder);
    assertThat(Proofs.verdict(file, first, second, third, after).problem()).isNull();
    assertThat(python(file, first, after)).startsWith("right");
    Path grown =
        Proofs.written(
            folder.resolve("grown.json"),
            ProofJson.write(
                UITROL
                    .bean(ProofMaker.class)
                    .consistency(1, after.checkpoint().number())
                    .orElseThrow()));
    assertThat(Proofs.verdict(grown, first).problem()).isNull();
  }

  @Test
  void gets_no_checkpoint_until_it_is_what_it_was() {
    Visitor admin = Visitor.signedIn(UITROL, "auditor", Role.ADMIN);
    int made = PROOFS.all().size();
    commit("update domain_event_entry set payload = payload || ' ' where global_index = " + victim);
    try {
      PROOFS.askAndAwait();
      List<CheckpointEvent> events = UITROL.bean(MadeCheckpoints.class).events();
      CheckpointRefused refused = (CheckpointRefused) events.get(events.size() - 1);
      assertThat(refused.kind()).isEqualTo(Kind.ALTERED);
      assertThat(refused.position()).isEqualTo(victim);
      assertThat(PROOFS.all()).hasSize(made);
      assertThat(admin.get("/history/checkpoints").body())
          .contains("not right", "Position " + victim);
    } finally {
      commit(
          "update domain_event_entry set payload = rtrim(payload) where global_index = " + victim);
    }
    PROOFS.checkpoint();
    assertThat(admin.get("/history/checkpoints").body()).doesNotContain("not right");
  }

  private static void commit(String sql) {
    UITROL.bean(TransactionTemplate.class).executeWithoutResult(status -> PROOFS.tamper(sql));
  }

  private void assertFound(Flaw flaw, String... tampering) {
    assertThat(found(tampering)).as("%s", Arrays.asList(tampering)).isEqualTo(flaw);
  }

  private Flaw found(String... tampering) {
    Path file = PROOFS.exportAfter(folder, tampering);
    assertThat(python(file, first, second, third)).startsWith("wrong at");
    Flaw flaw = Objects.requireNonNull(Proofs.verdict(file).flaw());
    assertThat(Proofs.verdict(file, first, second, third).isGood()).isFalse();
    return flaw;
  }

  private String python(Path file, SignedCheckpoint... against) {
    String[] arguments =
        Stream.concat(Stream.of(file), Arrays.stream(against).map(one -> PROOFS.file(folder, one)))
            .map(Path::toString)
            .toArray(String[]::new);
    return PYTHON.output(VERIFY, arguments).strip();
  }
}
