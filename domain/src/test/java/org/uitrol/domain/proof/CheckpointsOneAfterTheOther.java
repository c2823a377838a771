package org.uitrol.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.proof.CheckpointCommand.AskCheckpoint;
import org.uitrol.domain.proof.CheckpointCommand.RecordCheckpoint;
import org.uitrol.domain.proof.CheckpointCommand.RefuseCheckpoint;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointAsked;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointRefused;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointSigned;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.HistoryId;
import org.uitrol.domain.shared.Rejected;

class CheckpointsOneAfterTheOther {

  private static final Instant AT = Instant.parse("2027-01-11T02:30:00Z");
  private static final Instant NEXT = Instant.parse("2027-01-12T02:30:00Z");
  private static final AccountId ANN = new AccountId("ann");
  private static final Hash ROOT = Hash.over(new byte[] {1});
  private static final Hash KEY = Hash.over(new byte[] {2});
  private static final Flaw FLAW = new Flaw(Flaw.Kind.ALTERED, 57, 57);

  @Test
  void are_numbered_and_name_the_one_before_them() {
    Checkpoints first = asked(null);
    SignedCheckpoint one = signed(1, Hash.NONE);
    List<CheckpointEvent> events = first.record(new RecordCheckpoint(HistoryId.OWN, one, AT));
    assertThat(events).singleElement().isInstanceOf(CheckpointSigned.class);
    assertThat(((CheckpointSigned) events.get(0)).signed()).isEqualTo(one);

    Checkpoints second = asked(after(first, events));
    assertThat(second.next()).isEqualTo(2);
    assertThat(
            second.record(
                new RecordCheckpoint(HistoryId.OWN, signed(2, one.checkpoint().digest()), AT)))
        .hasSize(1);
    assertThatThrownBy(
            () -> second.record(new RecordCheckpoint(HistoryId.OWN, signed(2, Hash.NONE), AT)))
        .isInstanceOf(Rejected.class)
        .hasMessageStartingWith("CHECKPOINT_UNLINKED");
    assertThatThrownBy(
            () ->
                second.record(
                    new RecordCheckpoint(HistoryId.OWN, signed(3, one.checkpoint().digest()), AT)))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void are_made_once_however_often_they_are_asked_for() {
    Checkpoints asked = asked(null);
    assertThat(asked.asked()).isTrue();
    assertThat(Checkpoints.ask(asked, new AskCheckpoint(HistoryId.OWN, ANN, null, AT))).isEmpty();
    assertThat(Checkpoints.ask(asked, new AskCheckpoint(HistoryId.OWN, null, NEXT, AT)))
        .containsExactly(new CheckpointAsked(HistoryId.OWN, 1, null, NEXT, AT));
  }

  @Test
  void are_recorded_for_the_first_server_only() {
    Checkpoints asked = asked(null);
    RecordCheckpoint command = new RecordCheckpoint(HistoryId.OWN, signed(1, Hash.NONE), AT);
    Checkpoints made = after(asked, asked.record(command));
    assertThat(made.record(command)).isEmpty();
    assertThat(asked(made).record(command)).isEmpty();
    assertThat(made.refuse(new RefuseCheckpoint(HistoryId.OWN, 1, FLAW, AT))).isEmpty();
  }

  @Test
  void are_refused_when_the_history_is_not_what_it_was() {
    Checkpoints asked = asked(null);
    List<CheckpointEvent> events = asked.refuse(new RefuseCheckpoint(HistoryId.OWN, 1, FLAW, AT));
    assertThat(events)
        .containsExactly(new CheckpointRefused(HistoryId.OWN, 1, Flaw.Kind.ALTERED, 57, 57, AT));
    Checkpoints refused = after(asked, events);
    assertThat(refused.asked()).isFalse();
    assertThat(asked(refused).next()).isEqualTo(1);
  }

  @Test
  void say_in_plain_lines_what_is_signed() {
    assertThat(signed(1, Hash.NONE).checkpoint().text())
        .isEqualTo(
            "uitrol-checkpoint-1\nnumber 1\nsize 12\nposition 15\nroot "
                + ROOT
                + "\nhead "
                + ROOT
                + "\nat 2027-01-11T02:30:00Z\nprevious "
                + "0".repeat(64)
                + "\nkey "
                + KEY
                + "\n");
  }

  private static Checkpoints asked(@Nullable Checkpoints before) {
    return after(before, Checkpoints.ask(before, new AskCheckpoint(HistoryId.OWN, ANN, null, AT)));
  }

  private static Checkpoints after(@Nullable Checkpoints before, List<CheckpointEvent> events) {
    Checkpoints state = before;
    for (CheckpointEvent event : events) {
      state = Checkpoints.evolve(state, event);
    }
    return Objects.requireNonNull(state);
  }

  private static SignedCheckpoint signed(int number, Hash previous) {
    return new SignedCheckpoint(
        new Checkpoint(number, 12, 15, ROOT, ROOT, AT, previous, KEY), "public", "signature");
  }
}
