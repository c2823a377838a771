package org.uitrol.application.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/** An outbox in memory, for one sender. */
final class MemoryOutbox implements Outbox {

  enum State {
    WAITING,
    HANDING_OVER,
    SETTLED
  }

  private static final class Row {
    final DispatchId dispatch;
    final PersonId person;
    final boolean mandatory;
    Instant due;
    State state = State.WAITING;
    Optional<byte[]> message = Optional.empty();
    @Nullable Instant handedOverAt;
    int run;
    int stumbled;
    String why = "";

    Row(DispatchId dispatch, PersonId person, boolean mandatory, Instant due) {
      this.dispatch = dispatch;
      this.person = person;
      this.mandatory = mandatory;
      this.due = due;
    }
  }

  private final Map<DispatchId, Row> rows = new LinkedHashMap<>();
  private final Set<DispatchId> digests = new HashSet<>();
  private int run = 1;

  /** The server was killed and runs again. */
  void restart() {
    run++;
  }

  State state(DispatchId dispatch) {
    return row(dispatch).state;
  }

  @Override
  public Optional<Instant> nextDue() {
    return rows.values().stream()
        .filter(row -> row.state == State.WAITING)
        .map(row -> row.due)
        .min(Comparator.naturalOrder());
  }

  @Override
  public void add(DispatchId dispatch, PersonId person, boolean mandatory, Instant due) {
    rows.putIfAbsent(dispatch, new Row(dispatch, person, mandatory, due));
  }

  @Override
  public void addDigest(DispatchId dispatch, PersonId person, Instant due) {
    add(dispatch, person, false, due);
    digests.add(dispatch);
  }

  @Override
  public List<DispatchId> optionalOf(PersonId person) {
    return rows.values().stream()
        .filter(row -> row.state == State.WAITING && !row.mandatory && row.person.equals(person))
        .sorted(
            Comparator.comparing((Row row) -> row.due).thenComparing(row -> row.dispatch.value()))
        .map(row -> row.dispatch)
        .toList();
  }

  @Override
  public boolean digestSince(PersonId person, Instant since) {
    return rows.values().stream()
        .filter(row -> digests.contains(row.dispatch) && row.person.equals(person))
        .anyMatch(
            row ->
                row.state != State.SETTLED
                    || (row.handedOverAt != null && row.handedOverAt.isAfter(since)));
  }

  @Override
  public void postpone(DispatchId dispatch, Instant due) {
    row(dispatch).state = State.WAITING;
    row(dispatch).due = due;
    row(dispatch).stumbled = 0;
  }

  @Override
  public boolean stumbled(DispatchId dispatch, Instant due, String why) {
    boolean waits = row(dispatch).state == State.WAITING;
    if (waits) {
      row(dispatch).stumbled++;
      row(dispatch).why = why;
      row(dispatch).due = due;
    }
    return waits;
  }

  @Override
  public List<Stumbling> stumbling(int limit) {
    return rows.values().stream()
        .filter(row -> row.state == State.WAITING && row.stumbled > 0)
        .sorted(
            Comparator.comparing((Row row) -> -row.stumbled)
                .thenComparing(row -> row.due)
                .thenComparing(row -> row.dispatch.value()))
        .limit(limit)
        .map(row -> new Stumbling(row.dispatch, row.person, row.stumbled, row.why, row.due))
        .toList();
  }

  @Override
  public void settle(DispatchId dispatch) {
    row(dispatch).state = State.SETTLED;
  }

  @Override
  public void handedOver(DispatchId dispatch, Instant at) {
    settle(dispatch);
    row(dispatch).message = Optional.empty();
    row(dispatch).handedOverAt = at;
  }

  @Override
  public Optional<Waiting> next(Instant now) {
    return rows.values().stream()
        .filter(row -> row.state == State.WAITING && !row.due.isAfter(now))
        .min(Comparator.comparing((Row row) -> row.due).thenComparing(row -> row.dispatch.value()))
        .map(row -> new Waiting(row.dispatch, row.person, row.stumbled));
  }

  @Override
  public void handingOver(DispatchId dispatch, PersonId person, byte[] message) {
    row(dispatch).state = State.HANDING_OVER;
    row(dispatch).message = Optional.of(message.clone());
    row(dispatch).run = run;
    row(dispatch).stumbled = 0;
  }

  @Override
  public Optional<byte[]> message(DispatchId dispatch, PersonId person) {
    return row(dispatch).message;
  }

  @Override
  public List<DispatchId> abandoned() {
    return rows.values().stream()
        .filter(row -> row.state == State.HANDING_OVER && row.run != run)
        .map(row -> row.dispatch)
        .toList();
  }

  @Override
  public int optionalSince(PersonId person, Instant since) {
    return (int)
        rows.values().stream()
            .filter(row -> !row.mandatory && row.person.equals(person))
            .filter(
                row ->
                    row.state == State.HANDING_OVER
                        || (row.handedOverAt != null && row.handedOverAt.isAfter(since)))
            .count();
  }

  @Override
  public boolean isIdle(Instant now) {
    return next(now).isEmpty()
        && rows.values().stream().noneMatch(row -> row.state == State.HANDING_OVER);
  }

  private Row row(DispatchId dispatch) {
    return Objects.requireNonNull(rows.get(dispatch), "no mail " + dispatch);
  }
}
