package org.uitrol.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.proof.Flaw.Kind;
import org.uitrol.domain.proof.HistoryCheck.Claim;

class AHistoryThatIsChecked {

  private static final Hash KEY = Hash.over(new byte[] {7});
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");

  /** Positions have holes: 10, 20, 30 and so on. */
  private final List<Line> lines = chained(40);

  private record Line(HistoryRecord event, Claim claim) {

    Line saying(String payload) {
      return new Line(payload(event, payload), claim);
    }
  }

  @Test
  void is_right_from_the_first_event_to_the_last() {
    HistoryCheck check = new HistoryCheck(List.of(checkpoint(1, 15), checkpoint(2, 40)));
    assertThat(flaw(check, lines)).isEmpty();
    assertThat(check.size()).isEqualTo(40);
    assertThat(check.position()).isEqualTo(400);
    assertThat(check.head()).isEqualTo(lines.get(39).claim().hash());
  }

  @Test
  void has_the_hash_that_is_documented() {
    HistoryRecord event =
        new HistoryRecord(
            1,
            "pot-1",
            0,
            null,
            "pot.opened",
            "1",
            "e-1",
            "2027-01-11T08:00:00Z",
            "{}",
            "{\"é\":1}");
    // Worked out by a program in another language, after docs/proof.md.
    assertThat(event.hash(Hash.NONE))
        .hasToString("18a419f9f0f1b04daf86ed8c4cdbcd4f663fa85cfb90181c2a2a77b414a71df0");
    HistoryRecord next =
        new HistoryRecord(
            258, "pot-1", 1, "pot", "pot.opened", "1", "e-2", "2027-01-11T08:00:00Z", "{}", "");
    assertThat(next.hash(event.hash(Hash.NONE)))
        .hasToString("6baf5a85308427c54af387713dc32937f0fc907c933ae5d906ab3a4fbeb89330");
  }

  @Test
  void shows_each_part_of_an_event_that_was_edited() {
    HistoryRecord own = lines.get(19).event();
    List<HistoryRecord> edited =
        List.of(
            payload(own, "{\"n\":20 }"),
            new HistoryRecord(
                201,
                own.stream(),
                own.sequence(),
                own.kind(),
                own.name(),
                own.revision(),
                own.id(),
                own.time(),
                own.metadata(),
                own.payload()),
            new HistoryRecord(
                200,
                "other",
                own.sequence(),
                own.kind(),
                own.name(),
                own.revision(),
                own.id(),
                own.time(),
                own.metadata(),
                own.payload()),
            new HistoryRecord(
                200,
                own.stream(),
                77,
                own.kind(),
                own.name(),
                own.revision(),
                own.id(),
                own.time(),
                own.metadata(),
                own.payload()),
            new HistoryRecord(
                200,
                own.stream(),
                own.sequence(),
                null,
                own.name(),
                own.revision(),
                own.id(),
                own.time(),
                own.metadata(),
                own.payload()),
            new HistoryRecord(
                200,
                own.stream(),
                own.sequence(),
                own.kind(),
                "pot.smashed",
                own.revision(),
                own.id(),
                own.time(),
                own.metadata(),
                own.payload()),
            new HistoryRecord(
                200,
                own.stream(),
                own.sequence(),
                own.kind(),
                own.name(),
                "2",
                own.id(),
                own.time(),
                own.metadata(),
                own.payload()),
            new HistoryRecord(
                200,
                own.stream(),
                own.sequence(),
                own.kind(),
                own.name(),
                own.revision(),
                "e-x",
                own.time(),
                own.metadata(),
                own.payload()),
            new HistoryRecord(
                200,
                own.stream(),
                own.sequence(),
                own.kind(),
                own.name(),
                own.revision(),
                own.id(),
                "2027-01-12T08:00:00Z",
                own.metadata(),
                own.payload()),
            new HistoryRecord(
                200,
                own.stream(),
                own.sequence(),
                own.kind(),
                own.name(),
                own.revision(),
                own.id(),
                own.time(),
                "{\"actor\":\"x\"}",
                own.payload()));
    for (HistoryRecord one : edited) {
      lines.set(19, new Line(one, lines.get(19).claim()));
      assertThat(flaw(lines))
          .as("%s", one)
          .hasValue(new Flaw(Kind.ALTERED, one.position(), one.position()));
    }
  }

  @Test
  void shows_text_that_moved_from_one_field_to_the_next() {
    HistoryRecord own = lines.get(3).event();
    HistoryRecord moved =
        new HistoryRecord(
            own.position(),
            own.stream(),
            own.sequence(),
            own.kind(),
            own.name() + "1",
            "",
            own.id(),
            own.time(),
            own.metadata(),
            own.payload());
    assertThat(own.name() + own.revision()).isEqualTo(moved.name() + moved.revision());
    lines.set(3, new Line(moved, lines.get(3).claim()));
    assertThat(flaw(lines)).hasValue(new Flaw(Kind.ALTERED, 40, 40));
  }

  @Test
  void takes_half_a_character_for_no_question_mark() {
    HistoryRecord asks = payload(lines.get(0).event(), "?");
    Line first = new Line(asks, new Claim(1, Hash.NONE, asks.hash(Hash.NONE)));
    assertThat(flaw(List.of(first))).isEmpty();
    assertThat(flaw(List.of(first.saying("\ud83d")))).hasValue(new Flaw(Kind.ALTERED, 10, 10));
    assertThat(flaw(List.of(first.saying("\ude42\ud83d")))).isPresent();
    assertThat(payload(asks, "🙂").hash(Hash.NONE)).isNotEqualTo(asks.hash(Hash.NONE));
  }

  @Test
  void shows_where_events_were_taken_out() {
    lines.subList(19, 22).clear();
    assertThat(flaw(lines)).hasValue(new Flaw(Kind.MISSING, 230, 190));
  }

  @Test
  void shows_that_the_first_event_was_taken_out() {
    lines.remove(0);
    assertThat(flaw(lines)).hasValue(new Flaw(Kind.MISSING, 20, 0));
  }

  @Test
  void shows_what_was_put_in_although_it_is_chained() {
    Hash previous = lines.get(18).claim().hash();
    HistoryRecord one = payload(at(lines.get(18).event(), 191), "{}");
    HistoryRecord two = payload(at(lines.get(18).event(), 192), "{}");
    Hash first = one.hash(previous);
    lines.add(19, new Line(one, new Claim(20, previous, first)));
    lines.add(20, new Line(two, new Claim(21, first, two.hash(first))));
    assertThat(flaw(lines)).hasValue(new Flaw(Kind.INSERTED, 191, 192));
  }

  @Test
  void shows_what_was_put_in_before_everything_else() {
    HistoryRecord one = payload(at(lines.get(0).event(), 1), "{}");
    lines.add(0, new Line(one, new Claim(1, Hash.NONE, one.hash(Hash.NONE))));
    assertThat(flaw(lines)).hasValue(new Flaw(Kind.INSERTED, 1, 1));
  }

  @Test
  void shows_two_events_that_changed_places() {
    Collections.swap(lines, 19, 20);
    assertThat(flaw(lines)).hasValue(new Flaw(Kind.OUT_OF_ORDER, 210, 200));
  }

  @Test
  void shows_two_events_that_changed_places_and_positions() {
    Line one = lines.get(19);
    Line two = lines.get(20);
    lines.set(19, new Line(at(two.event(), 200), one.claim()));
    lines.set(20, new Line(at(one.event(), 210), two.claim()));
    assertThat(flaw(lines)).hasValue(new Flaw(Kind.ALTERED, 200, 200));
  }

  @Test
  void shows_an_event_that_comes_twice() {
    lines.add(20, lines.get(19));
    assertThat(flaw(lines)).hasValue(new Flaw(Kind.OUT_OF_ORDER, 200, 200));
  }

  @Test
  void shows_an_event_that_was_edited_together_with_its_hash() {
    HistoryRecord edited = payload(lines.get(19).event(), "{}");
    Claim claim = lines.get(19).claim();
    lines.set(19, new Line(edited, new Claim(20, claim.previous(), edited.hash(claim.previous()))));
    assertThat(flaw(lines)).hasValue(new Flaw(Kind.ALTERED, 200, 200));
  }

  @Test
  void shows_by_a_checkpoint_what_was_chained_anew_after_it_was_edited() {
    List<Checkpoint> kept = List.of(checkpoint(1, 15), checkpoint(2, 30), checkpoint(3, 40));
    lines.set(19, lines.get(19).saying("{}"));
    List<Line> anew = chained(lines.stream().map(Line::event).toList());
    assertThat(flaw(anew)).isEmpty();
    assertThat(flaw(new HistoryCheck(kept), anew))
        .hasValue(new Flaw(Kind.UNLIKE_CHECKPOINT, 151, 300));
  }

  @Test
  void shows_by_a_checkpoint_that_its_end_was_taken_away() {
    List<Checkpoint> kept = List.of(checkpoint(1, 15), checkpoint(2, 40));
    assertThat(flaw(lines.subList(0, 33))).isEmpty();
    assertThat(flaw(new HistoryCheck(kept), lines.subList(0, 33)))
        .hasValue(new Flaw(Kind.CUT_OFF, 330, 40));
  }

  @Test
  void shows_a_checkpoint_that_is_missing_among_its_own() {
    Checkpoint first = checkpoint(1, 15);
    HistoryCheck check = new HistoryCheck(List.of());
    lines.subList(0, 15).forEach(line -> check.next(line.event(), line.claim()));
    assertThat(check.next(first)).isEmpty();
    lines.subList(15, 40).forEach(line -> check.next(line.event(), line.claim()));
    assertThat(check.next(checkpoint(3, 40, first.digest())))
        .hasValue(new Flaw(Kind.CHECKPOINT_MISSING, 400, 3));
    assertThat(check.next(checkpoint(2, 40, Hash.NONE)))
        .hasValue(new Flaw(Kind.CHECKPOINT_MISSING, 400, 2));
    assertThat(check.next(checkpoint(2, 40, first.digest()))).isEmpty();
  }

  @Test
  void needs_no_memory_of_all_that_went_before() {
    List<Line> many = chained(5_000);
    HistoryRecord one = payload(at(many.get(4_500).event(), 45_011), "{}");
    Hash previous = many.get(4_500).claim().hash();
    many.add(4_501, new Line(one, new Claim(4_502, previous, one.hash(previous))));
    assertThat(flaw(many)).hasValue(new Flaw(Kind.INSERTED, 45_011, 45_011));
  }

  @Test
  void is_only_over_hashes_that_are_some() {
    assertThatThrownBy(() -> Hash.of("0".repeat(63))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hash.of("A".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    assertThat(Hash.of(KEY.toString())).isEqualTo(KEY).hasSameHashCodeAs(KEY);
    assertThat(Hash.of(KEY.bytes())).isEqualTo(KEY).isNotEqualTo(Hash.NONE);
  }

  private static Optional<Flaw> flaw(List<Line> lines) {
    return flaw(new HistoryCheck(List.of()), lines);
  }

  private static Optional<Flaw> flaw(HistoryCheck check, List<Line> lines) {
    @Nullable Flaw found = null;
    for (Line line : lines) {
      if (found != null) {
        return Optional.of(HistoryCheck.seenWith(found, line.event()));
      }
      found = check.next(line.event(), line.claim()).orElse(null);
    }
    return found == null ? check.end() : Optional.of(found);
  }

  private Checkpoint checkpoint(int number, int size) {
    return checkpoint(number, size, Hash.NONE);
  }

  private Checkpoint checkpoint(int number, int size, Hash previous) {
    GrowingTree tree = new GrowingTree();
    lines.subList(0, size).forEach(line -> tree.add(line.claim().hash()));
    return new Checkpoint(
        number,
        size,
        10L * size,
        tree.root(),
        lines.get(size - 1).claim().hash(),
        AT,
        previous,
        KEY);
  }

  private static List<Line> chained(int count) {
    List<HistoryRecord> events = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      events.add(
          new HistoryRecord(
              10L * i,
              "pot-" + i % 3,
              i / 3,
              "pot",
              "pot.opened",
              "1",
              "e-" + i,
              "2027-01-11T08:00:00Z",
              "{}",
              "{\"n\":" + i + "}"));
    }
    return chained(events);
  }

  private static List<Line> chained(List<HistoryRecord> events) {
    List<Line> lines = new ArrayList<>();
    Hash previous = Hash.NONE;
    for (HistoryRecord event : events) {
      Hash hash = event.hash(previous);
      lines.add(new Line(event, new Claim(lines.size() + 1L, previous, hash)));
      previous = hash;
    }
    return lines;
  }

  private static HistoryRecord payload(HistoryRecord event, String payload) {
    return new HistoryRecord(
        event.position(),
        event.stream(),
        event.sequence(),
        event.kind(),
        event.name(),
        event.revision(),
        event.id(),
        event.time(),
        event.metadata(),
        payload);
  }

  private static HistoryRecord at(HistoryRecord event, long position) {
    return new HistoryRecord(
        position,
        event.stream(),
        event.sequence(),
        event.kind(),
        event.name(),
        event.revision(),
        event.id(),
        event.time(),
        event.metadata(),
        event.payload());
  }
}
