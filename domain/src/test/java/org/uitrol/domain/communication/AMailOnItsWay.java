package org.uitrol.domain.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.History.refusal;
import static org.uitrol.domain.testing.Plans.READER;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.communication.Dispatch.State;
import org.uitrol.domain.communication.DispatchCommand.BeginHandOver;
import org.uitrol.domain.communication.DispatchCommand.GatherDispatch;
import org.uitrol.domain.communication.DispatchCommand.LeaveDispatch;
import org.uitrol.domain.communication.DispatchCommand.PostponeDispatch;
import org.uitrol.domain.communication.DispatchCommand.RecordBounce;
import org.uitrol.domain.communication.DispatchCommand.ReleaseDispatch;
import org.uitrol.domain.communication.DispatchCommand.ReportDeferral;
import org.uitrol.domain.communication.DispatchCommand.ReportFailure;
import org.uitrol.domain.communication.DispatchCommand.ReportHandedOver;
import org.uitrol.domain.communication.DispatchCommand.ReportSentWithin;
import org.uitrol.domain.communication.DispatchCommand.ReportUnknown;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.DispatchCommand.SendAgain;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.DispatchEvent.DispatchBounced;
import org.uitrol.domain.communication.DispatchEvent.DispatchDeferred;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.communication.DispatchEvent.DispatchGathered;
import org.uitrol.domain.communication.DispatchEvent.DispatchLeft;
import org.uitrol.domain.communication.DispatchEvent.DispatchPostponed;
import org.uitrol.domain.communication.DispatchEvent.DispatchReleased;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.DispatchEvent.DispatchUnknown;
import org.uitrol.domain.communication.DispatchEvent.HandOverBegun;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.communication.DispatchEvent.SendAgainDecided;
import org.uitrol.domain.communication.DispatchEvent.SentWithin;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.testing.History;

class AMailOnItsWay {

  private static final DispatchId MAIL = new DispatchId("d-1");
  private static final DispatchId DIGEST = new DispatchId("digest");
  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-12T08:00:00Z");
  private static final HandOverBegun BEGUN = new HandOverBegun(MAIL, 1, NOW);
  private static final HandedOver DELIVERED = new HandedOver(MAIL, 1, NOW);
  private static final DispatchFailed FAILED = new DispatchFailed(MAIL, 1, "550", NOW);
  private static final DispatchUnknown UNKNOWN = new DispatchUnknown(MAIL, 1, NOW);
  private static final DispatchSuppressed SUPPRESSED =
      new DispatchSuppressed(MAIL, SuppressReason.OPTED_OUT, NOW);
  private static final DispatchBounced BOUNCED = new DispatchBounced(MAIL, "5.1.1", NOW);

  @Test
  void is_requested_once() {
    RequestDispatch request = new RequestDispatch(MAIL, person(1), letter(null), NOW, NOW);
    assertThat(Dispatch.request(null, request)).containsExactly(requested(null));
    assertThat(Dispatch.request(after(), request)).isEmpty();
    assertThat(after().state()).isEqualTo(State.WAITING);
  }

  @Test
  void goes_within_another_one_while_it_waits_and_then_no_longer_by_itself() {
    GatherDispatch gather = new GatherDispatch(MAIL, DIGEST, NOW);
    DispatchGathered gathered = new DispatchGathered(MAIL, DIGEST, NOW);
    ReportSentWithin report = new ReportSentWithin(MAIL, DIGEST, LATER);
    SentWithin sent = new SentWithin(MAIL, DIGEST, LATER);
    assertThat(after().gather(gather)).containsExactly(gathered);
    assertThat(after(gathered).gather(gather)).isEmpty();
    assertThat(after(BEGUN).gather(gather)).isEmpty();
    assertThat(refusal(() -> after(gathered).beginHandOver(new BeginHandOver(MAIL, NOW))))
        .isEqualTo("DISPATCH_NOT_WAITING");
    assertThat(after(gathered).reportSentWithin(report)).containsExactly(sent);
    assertThat(after().reportSentWithin(report)).isEmpty();
    assertThat(after(gathered, sent).state()).isEqualTo(State.HANDED_OVER);
    assertThat(after(gathered, sent).reportSentWithin(report)).isEmpty();
    assertThat(after(gathered).suppress(new SuppressDispatch(MAIL, SuppressReason.OPTED_OUT, NOW)))
        .containsExactly(SUPPRESSED);
  }

  @Test
  void remembers_why_it_was_set_aside_last() {
    assertThat(after().postponed()).isNull();
    DispatchPostponed load = new DispatchPostponed(MAIL, PostponeReason.LOAD, LATER, NOW);
    assertThat(after(load).postponed()).isEqualTo(PostponeReason.LOAD);
    assertThat(after(load, BEGUN).postponed()).isEqualTo(PostponeReason.LOAD);
    assertThat(
            after(load, new DispatchPostponed(MAIL, PostponeReason.PAUSED, LATER, NOW)).postponed())
        .isEqualTo(PostponeReason.PAUSED);
  }

  @Test
  void is_handed_over_to_one_sender_only() {
    BeginHandOver begin = new BeginHandOver(MAIL, NOW);
    assertThat(after().beginHandOver(begin)).containsExactly(BEGUN);
    assertThat(refusal(() -> after(BEGUN).beginHandOver(begin))).isEqualTo("DISPATCH_NOT_WAITING");
  }

  @Test
  void is_not_begun_again_after_it_has_ended() {
    for (DispatchEvent end : List.of(DELIVERED, FAILED, UNKNOWN, SUPPRESSED, BOUNCED)) {
      assertThat(refusal(() -> after(BEGUN, end).beginHandOver(new BeginHandOver(MAIL, NOW))))
          .isEqualTo("DISPATCH_NOT_WAITING");
    }
  }

  @Test
  void is_handed_over_when_the_server_says_so() {
    ReportHandedOver report = new ReportHandedOver(MAIL, NOW);
    assertThat(after(BEGUN).reportHandedOver(report)).containsExactly(DELIVERED);
    assertThat(after(BEGUN, DELIVERED).reportHandedOver(report)).isEmpty();
    assertThat(after().reportHandedOver(report)).isEmpty();
    assertThat(after(BEGUN, DELIVERED).state()).isEqualTo(State.HANDED_OVER);
  }

  @Test
  void is_unknown_after_a_crash_until_somebody_knows_better() {
    ReportUnknown report = new ReportUnknown(MAIL, NOW);
    assertThat(after(BEGUN).reportUnknown(report)).containsExactly(UNKNOWN);
    assertThat(after(BEGUN, UNKNOWN).reportUnknown(report)).isEmpty();
    assertThat(after().reportUnknown(report)).isEmpty();
    assertThat(after(BEGUN, UNKNOWN).reportHandedOver(new ReportHandedOver(MAIL, NOW)))
        .containsExactly(DELIVERED);
    assertThat(after(BEGUN, UNKNOWN).reportFailure(new ReportFailure(MAIL, "550", NOW))).isEmpty();
  }

  @Test
  void fails_when_the_server_refuses_it_or_it_cannot_be_made() {
    ReportFailure report = new ReportFailure(MAIL, "550", NOW);
    assertThat(after(BEGUN).reportFailure(report)).containsExactly(FAILED);
    assertThat(after(BEGUN, FAILED).reportFailure(report)).isEmpty();
    assertThat(after().reportFailure(new ReportFailure(MAIL, "template", NOW)))
        .containsExactly(new DispatchFailed(MAIL, 0, "template", NOW));
  }

  @Test
  void is_sent_again_when_a_person_decides_so() {
    SendAgain again = new SendAgain(MAIL, READER, LATER);
    SendAgainDecided decided = new SendAgainDecided(MAIL, READER, LATER);
    assertThat(after(BEGUN, UNKNOWN).sendAgain(again)).containsExactly(decided);
    assertThat(after(BEGUN, FAILED).sendAgain(again)).containsExactly(decided);
    Dispatch waiting = after(BEGUN, FAILED, decided);
    assertThat(waiting.sendAgain(again)).isEmpty();
    assertThat(waiting.beginHandOver(new BeginHandOver(MAIL, LATER)))
        .containsExactly(new HandOverBegun(MAIL, 2, LATER));
  }

  @Test
  void waits_again_when_the_server_has_not_heard_of_it() {
    ReleaseDispatch release = new ReleaseDispatch(MAIL, LATER);
    DispatchReleased released = new DispatchReleased(MAIL, LATER);
    assertThat(after(BEGUN).release(release)).containsExactly(released);
    assertThat(after(BEGUN, released).state()).isEqualTo(State.WAITING);
    assertThat(after(BEGUN, released).beginHandOver(new BeginHandOver(MAIL, LATER)))
        .containsExactly(new HandOverBegun(MAIL, 2, LATER));
    for (Dispatch other : List.of(after(), after(BEGUN, UNKNOWN), after(BEGUN, DELIVERED))) {
      assertThat(other.release(release)).isEmpty();
    }
  }

  @Test
  void is_left_as_it_is_when_a_person_decides_so() {
    LeaveDispatch leave = new LeaveDispatch(MAIL, READER, LATER);
    DispatchLeft left = new DispatchLeft(MAIL, READER, LATER);
    assertThat(after(BEGUN, UNKNOWN).leave(leave)).containsExactly(left);
    assertThat(after(BEGUN, FAILED).leave(leave)).containsExactly(left);
    Dispatch alone = after(BEGUN, UNKNOWN, left);
    assertThat(alone.state()).isEqualTo(State.LEFT);
    assertThat(alone.leave(leave)).isEmpty();
    assertThat(refusal(() -> alone.sendAgain(new SendAgain(MAIL, READER, LATER))))
        .isEqualTo("DISPATCH_NOT_STUCK");
    assertThat(alone.reportHandedOver(new ReportHandedOver(MAIL, NOW))).isEmpty();
    assertThat(alone.recordBounce(new RecordBounce(MAIL, "5.1.1", NOW))).containsExactly(BOUNCED);
    for (Dispatch other : List.of(after(), after(BEGUN), after(BEGUN, DELIVERED))) {
      assertThat(refusal(() -> other.leave(leave))).isEqualTo("DISPATCH_NOT_STUCK");
    }
  }

  @Test
  void is_never_sent_again_when_it_has_arrived_or_was_given_up() {
    for (DispatchEvent end : List.of(DELIVERED, BOUNCED, SUPPRESSED)) {
      assertThat(refusal(() -> after(BEGUN, end).sendAgain(new SendAgain(MAIL, READER, NOW))))
          .isEqualTo("DISPATCH_NOT_STUCK");
    }
    assertThat(refusal(() -> after(BEGUN).sendAgain(new SendAgain(MAIL, READER, NOW))))
        .isEqualTo("DISPATCH_NOT_STUCK");
  }

  @Test
  void waits_when_the_reader_has_had_enough() {
    PostponeDispatch postpone = new PostponeDispatch(MAIL, PostponeReason.LOAD, LATER, NOW);
    DispatchPostponed postponed = new DispatchPostponed(MAIL, PostponeReason.LOAD, LATER, NOW);
    assertThat(after().postpone(postpone)).containsExactly(postponed);
    assertThat(after(postponed).postpone(postpone)).isEmpty();
    assertThat(after(postponed).notBefore()).isEqualTo(LATER);
    assertThat(after(BEGUN).postpone(postpone)).isEmpty();
  }

  @Test
  void is_not_sent_when_it_is_suppressed_in_time() {
    SuppressDispatch suppress = new SuppressDispatch(MAIL, SuppressReason.OPTED_OUT, NOW);
    assertThat(after().suppress(suppress)).containsExactly(SUPPRESSED);
    assertThat(after(SUPPRESSED).suppress(suppress)).isEmpty();
    assertThat(after(BEGUN).suppress(suppress)).isEmpty();
  }

  @Test
  void can_come_back_once_it_has_gone() {
    RecordBounce bounce = new RecordBounce(MAIL, "5.1.1", NOW);
    assertThat(after(BEGUN, DELIVERED).recordBounce(bounce)).containsExactly(BOUNCED);
    assertThat(after(BEGUN, UNKNOWN).recordBounce(bounce)).containsExactly(BOUNCED);
    assertThat(after(BEGUN, DELIVERED, BOUNCED).recordBounce(bounce)).isEmpty();
    assertThat(after().recordBounce(bounce)).isEmpty();
    assertThat(after(BEGUN, DELIVERED, BOUNCED).state()).isEqualTo(State.BOUNCED);
  }

  @Test
  void is_tried_again_ever_more_seldom() {
    List<Duration> waits = new ArrayList<>();
    for (int attempt = 1; attempt <= 8; attempt++) {
      waits.add(Duration.between(NOW, deferred(attempt, null, NOW).orElseThrow()));
    }
    assertThat(waits)
        .extracting(Duration::toMinutes)
        .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 240L, 240L);
    assertThat(deferred(40, null, NOW)).contains(NOW.plus(Duration.ofHours(4)));
  }

  @Test
  void is_given_up_after_five_days() {
    Instant last = NOW.plus(Duration.ofDays(5)).minus(Duration.ofMinutes(5));
    assertThat(deferred(1, null, last)).contains(NOW.plus(Duration.ofDays(5)));
    assertThat(deferred(1, null, last.plusSeconds(1))).isEmpty();
  }

  @Test
  void is_given_up_when_it_would_come_too_late_to_be_of_use() {
    Instant useless = NOW.plus(Duration.ofMinutes(5));
    assertThat(deferred(1, useless, NOW)).contains(useless);
    assertThat(deferred(2, useless, NOW)).isEmpty();
    assertThat(deferred(1, NOW.plus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(5)))).isEmpty();
  }

  @Test
  void is_not_deferred_when_nobody_is_handing_it_over() {
    assertThat(after().reportDeferral(new ReportDeferral(MAIL, "451", NOW))).isEmpty();
    assertThat(after(BEGUN, DELIVERED).reportDeferral(new ReportDeferral(MAIL, "451", NOW)))
        .isEmpty();
  }

  /** When it is tried again, after that attempt was deferred; empty when it failed for good. */
  private static Optional<Instant> deferred(
      int attempt, @Nullable Instant uselessAfter, Instant at) {
    Dispatch dispatch =
        History.of(
            Dispatch::evolve,
            List.<DispatchEvent>of(requested(uselessAfter), new HandOverBegun(MAIL, attempt, NOW)));
    List<DispatchEvent> events = dispatch.reportDeferral(new ReportDeferral(MAIL, "451", at));
    assertThat(events).hasSize(1);
    if (events.get(0) instanceof DispatchDeferred deferred) {
      assertThat(deferred)
          .isEqualTo(new DispatchDeferred(MAIL, attempt, "451", deferred.retryAt(), at));
      Dispatch next = Dispatch.evolve(dispatch, deferred);
      assertThat(next.state()).isEqualTo(State.WAITING);
      assertThat(next.notBefore()).isEqualTo(deferred.retryAt());
      return Optional.of(deferred.retryAt());
    }
    assertThat(events).containsExactly(new DispatchFailed(MAIL, attempt, "451", at));
    return Optional.empty();
  }

  private static DispatchRequested requested(@Nullable Instant uselessAfter) {
    return new DispatchRequested(MAIL, person(1), letter(uselessAfter), NOW, NOW);
  }

  private static Letter letter(@Nullable Instant uselessAfter) {
    return new Letter(
        "news",
        false,
        new RolloutId("r-1"),
        Topic.news(),
        new TreeMap<>(),
        null,
        null,
        uselessAfter);
  }

  private static Dispatch after(DispatchEvent... events) {
    List<DispatchEvent> all = new ArrayList<>();
    all.add(requested(null));
    all.addAll(List.of(events));
    return History.of(Dispatch::evolve, all);
  }
}
