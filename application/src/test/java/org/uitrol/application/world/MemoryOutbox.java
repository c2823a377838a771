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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/** An outbox in memory, for one sender. */
final class MemoryOutbox implements Outbox {

  enum State {
    WAITING,
    READY,
    HANDING_OVER,
    ACCEPTED,
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
    String domain = "";

    Row(DispatchId dispatch, PersonId person, boolean mandatory, Instant due) {
      this.dispatch = dispatch;
      this.person = person;
      this.mandatory = mandatory;
      this.due = due;
    }

    boolean isTaken() {
      return state == State.READY || state == State.HANDING_OVER || state == State.ACCEPTED;
    }
  }

  private final Map<DispatchId, Row> rows = new LinkedHashMap<>();
  private final Set<DispatchId> digests = new HashSet<>();
  private final Set<DispatchId> asking = new HashSet<>();
  private final Predicate<String> closed;
  private int run = 1;

  /**
   * @param closed which domains get no mail now; of the empty one, whether the server gets none
   */
  MemoryOutbox(Predicate<String> closed) {
    this.closed = closed;
  }

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
  public void addAsking(DispatchId dispatch, PersonId person, Instant due) {
    add(dispatch, person, true, due);
    asking.add(dispatch);
  }

  @Override
  public Optional<Instant> lastAsked(PersonId person, Instant now) {
    return rows.values().stream()
        .filter(row -> asking.contains(row.dispatch) && row.person.equals(person))
        .map(row -> row.isTaken() ? now : row.handedOverAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
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
    Row row = row(dispatch);
    row.stumbled = row.state == State.WAITING ? row.stumbled : 0;
    row.state = State.WAITING;
    row.due = due;
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
  public List<Waiting> next(Instant now, int most) {
    return rows.values().stream()
        .filter(row -> row.state == State.WAITING && !row.due.isAfter(now))
        .filter(row -> !closed.test(row.domain))
        .sorted(
            Comparator.comparing((Row row) -> row.due).thenComparing(row -> row.dispatch.value()))
        .limit(most)
        .map(row -> new Waiting(row.dispatch, row.person, row.stumbled))
        .toList();
  }

  @Override
  public void ready(DispatchId dispatch, PersonId person, byte[] message) {
    row(dispatch).state = State.READY;
    row(dispatch).message = Optional.of(message.clone());
    row(dispatch).run = run;
    row(dispatch).stumbled = 0;
  }

  @Override
  public void hold(DispatchId dispatch, String domain) {
    row(dispatch).domain = domain;
  }

  @Override
  public boolean begin(DispatchId dispatch, @Nullable DispatchId accepted) {
    if (accepted != null) {
      row(accepted).state = State.ACCEPTED;
    }
    row(dispatch).state = State.HANDING_OVER;
    return true;
  }

  @Override
  public Optional<byte[]> message(DispatchId dispatch, PersonId person) {
    return row(dispatch).message;
  }

  @Override
  public List<Abandoned> abandoned() {
    return rows.values().stream()
        .filter(row -> row.isTaken() && row.run != run)
        .map(row -> new Abandoned(row.dispatch, progress(row.state)))
        .toList();
  }

  private static Progress progress(State state) {
    return switch (state) {
      case READY -> Progress.READY;
      case ACCEPTED -> Progress.ACCEPTED;
      default -> Progress.UNDER_WAY;
    };
  }

  @Override
  public int optionalSince(PersonId person, Instant since) {
    return (int)
        rows.values().stream()
            .filter(row -> !row.mandatory && row.person.equals(person))
            .filter(
                row ->
                    row.isTaken() || (row.handedOverAt != null && row.handedOverAt.isAfter(since)))
            .count();
  }

  @Override
  public boolean isIdle(Instant now) {
    return rows.values().stream()
        .noneMatch(row -> row.isTaken() || (row.state == State.WAITING && !row.due.isAfter(now)));
  }

  private Row row(DispatchId dispatch) {
    return Objects.requireNonNull(rows.get(dispatch), "no mail " + dispatch);
  }
}
