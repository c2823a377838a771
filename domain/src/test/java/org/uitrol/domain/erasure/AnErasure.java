package org.uitrol.domain.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.erasure.ErasureCommand.ApproveErasure;
import org.uitrol.domain.erasure.ErasureCommand.ExpireErasure;
import org.uitrol.domain.erasure.ErasureCommand.ReadmitPerson;
import org.uitrol.domain.erasure.ErasureCommand.RecordStep;
import org.uitrol.domain.erasure.ErasureCommand.RefuseErasure;
import org.uitrol.domain.erasure.ErasureCommand.RepeatErasure;
import org.uitrol.domain.erasure.ErasureCommand.RequestErasure;
import org.uitrol.domain.erasure.ErasureCommand.WithdrawErasure;
import org.uitrol.domain.erasure.ErasureEvent.ErasureCarriedOut;
import org.uitrol.domain.erasure.ErasureEvent.ErasureExpired;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRepeated;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRequested;
import org.uitrol.domain.erasure.ErasureEvent.PersonReadmitted;
import org.uitrol.domain.erasure.ErasureEvent.StepDone;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CertificateId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

class AnErasure {

  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId ANNS_PERSON = new PersonId("p-2");
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant EXPIRES = Instant.parse("2027-01-25T08:00:00Z");

  @Test
  void is_asked_for_once_at_a_time() {
    Erasure asked = asked();

    assertThat(asked.status()).isEqualTo(Status.REQUESTED);
    assertThat(asked.expiresAt()).isEqualTo(EXPIRES);
    assertThat(asked.next()).isEmpty();
    assertRejected("ERASURE_ASKED", () -> Erasure.request(asked, request(BOB)));
    assertRejected("ERASURE_ASKED", () -> Erasure.request(approved(), request(BOB)));
    assertRejected("PERSON_ERASED", () -> Erasure.request(erased(), request(BOB)));
  }

  @Test
  void is_approved_by_somebody_else_than_who_asked() {
    Erasure asked = asked();

    assertRejected(
        "ERASURE_OWN_REQUEST", () -> asked.approve(new ApproveErasure(SANNE, ANN, null, AT)));
    assertRejected(
        "ERASURE_OWN_REQUEST",
        () -> asked.approve(new ApproveErasure(SANNE, BOB, ANNS_PERSON, AT)));
    assertRejected(
        "ERASURE_OF_ONESELF", () -> asked.approve(new ApproveErasure(SANNE, BOB, SANNE, AT)));
    assertRejected(
        "ERASURE_NEEDS_SOMEBODY", () -> asked.approve(new ApproveErasure(SANNE, null, null, AT)));
    Erasure approved = approved();
    assertThat(approved.decidedBy()).isEqualTo(BOB);
    assertThat(approved.next()).contains(ErasureStep.LEAVE);
    assertRejected(
        "ERASURE_NOT_OPEN", () -> approved.approve(new ApproveErasure(SANNE, BOB, null, AT)));
  }

  @Test
  void by_the_rule_about_leavers_needs_nobody_if_nobody_asked() {
    Erasure proposed =
        after(
            null,
            Erasure.request(
                null, new RequestErasure(SANNE, ErasureGround.LEFT_LONG_AGO, null, null, AT)));

    assertThat(after(proposed, proposed.approve(new ApproveErasure(SANNE, null, null, AT))))
        .extracting(Erasure::status)
        .isEqualTo(Status.APPROVED);
    assertThat(after(proposed, proposed.approve(new ApproveErasure(SANNE, ANN, null, AT))))
        .extracting(Erasure::decidedBy)
        .isEqualTo(ANN);
    assertRejected(
        "ERASURE_OF_ANOTHER", () -> proposed.withdraw(new WithdrawErasure(SANNE, ANN, AT)));
  }

  @Test
  void lapses_when_nobody_decides_in_time() {
    Erasure asked = asked();

    assertThat(asked.expire(new ExpireErasure(SANNE, EXPIRES.minusSeconds(1)))).isEmpty();
    assertThat(asked.expire(new ExpireErasure(SANNE, EXPIRES)))
        .containsExactly(new ErasureExpired(SANNE, 1, EXPIRES));
    assertRejected(
        "ERASURE_EXPIRED", () -> asked.approve(new ApproveErasure(SANNE, BOB, null, EXPIRES)));
    assertThat(approved().expire(new ExpireErasure(SANNE, EXPIRES))).isEmpty();
  }

  @Test
  void that_was_refused_withdrawn_or_lapsed_can_be_asked_for_anew() {
    Erasure asked = asked();
    assertRejected("ERASURE_OF_ANOTHER", () -> asked.withdraw(new WithdrawErasure(SANNE, BOB, AT)));
    Erasure refused =
        after(asked, asked.refuse(new RefuseErasure(SANNE, ErasureRefusal.LAW_DEMANDS, BOB, AT)));
    Erasure withdrawn = after(asked, asked.withdraw(new WithdrawErasure(SANNE, ANN, AT)));
    Erasure expired = after(asked, asked.expire(new ExpireErasure(SANNE, EXPIRES)));

    assertThat(refused.refusal()).isEqualTo(ErasureRefusal.LAW_DEMANDS);
    for (Erasure over : List.of(refused, withdrawn, expired)) {
      assertThat(over.next()).isEmpty();
      assertRejected(
          "ERASURE_NOT_OPEN", () -> over.approve(new ApproveErasure(SANNE, BOB, null, AT)));
      assertThat(Erasure.request(over, request(ANN)))
          .singleElement()
          .isInstanceOfSatisfying(
              ErasureRequested.class, event -> assertThat(event.number()).isEqualTo(2));
    }
  }

  @Test
  void is_carried_out_step_by_step_in_their_order_and_each_once() {
    Erasure erasure = approved();
    assertRejected(
        "ERASURE_STEP_EARLY",
        () -> erasure.record(new RecordStep(SANNE, ErasureStep.KEY, Map.of(), AT)));
    assertRejected(
        "ERASURE_NOT_APPROVED",
        () -> asked().record(new RecordStep(SANNE, ErasureStep.LEAVE, Map.of(), AT)));

    Erasure left =
        after(
            erasure,
            erasure.record(
                new RecordStep(
                    SANNE,
                    ErasureStep.LEAVE,
                    Map.of(DataKind.MEMBERSHIPS, 2, DataKind.TIMERS, 0),
                    AT)));

    assertThat(left.destroyed()).isEqualTo(Map.of(DataKind.MEMBERSHIPS, 2));
    assertThat(left.next()).contains(ErasureStep.MARK);
    assertThat(
            left.record(
                new RecordStep(SANNE, ErasureStep.LEAVE, Map.of(DataKind.MEMBERSHIPS, 9), AT)))
        .isEmpty();
  }

  @Test
  void ends_with_the_key_and_a_certificate_that_names_nobody() {
    Erasure last = upTo(ErasureStep.KEY);

    List<ErasureEvent> events =
        last.record(new RecordStep(SANNE, ErasureStep.KEY, Map.of(DataKind.PROFILE, 1), AT));

    assertThat(events)
        .containsExactly(
            new StepDone(SANNE, 1, ErasureStep.KEY, Map.of(DataKind.PROFILE, 1), AT),
            new ErasureCarriedOut(SANNE, 1, CertificateId.of(SANNE, 1), AT));
    assertThat(CertificateId.of(SANNE, 1).value()).doesNotContain(SANNE.value());
    Erasure erased = after(last, events);
    assertThat(erased.status()).isEqualTo(Status.ERASED);
    assertThat(erased.erasedAt()).isEqualTo(AT);
    assertThat(erased.destroyed())
        .containsEntry(DataKind.PROFILE, 1)
        .containsEntry(DataKind.MAIL_COPIES, 7);
  }

  @Test
  void is_done_again_for_a_restored_database_whatever_that_knows_of_it() {
    Instant later = AT.plus(Duration.ofDays(90));
    RepeatErasure repeat = new RepeatErasure(SANNE, 1, AT, later);

    assertThat(Erasure.repeat(null, repeat))
        .containsExactly(new ErasureRepeated(SANNE, 1, AT, later));
    assertThat(Erasure.repeat(approved(), repeat)).isEmpty();
    Erasure again = after(asked(), Erasure.repeat(asked(), repeat));
    assertThat(again.next()).contains(ErasureStep.LEAVE);
    assertThat(again.repeated()).isTrue();
    assertThat(again.erasedAt()).isEqualTo(AT);
    Erasure once = after(erased(), Erasure.repeat(erased(), repeat));
    assertThat(once.decidedBy()).isEqualTo(BOB);
    assertThat(once.next()).contains(ErasureStep.LEAVE);
  }

  @Test
  void keeps_the_person_out_until_somebody_lets_them_in() {
    ReadmitPerson readmit = new ReadmitPerson(SANNE, BOB, AT);

    assertRejected("PERSON_NOT_ERASED", () -> approved().readmit(readmit));
    assertThat(erased().readmit(readmit)).containsExactly(new PersonReadmitted(SANNE, BOB, AT));
    assertThat(after(erased(), erased().readmit(readmit)).readmit(readmit)).isEmpty();
  }

  private static Erasure asked() {
    return after(null, Erasure.request(null, request(ANN)));
  }

  private static Erasure approved() {
    Erasure asked = asked();
    return after(asked, asked.approve(new ApproveErasure(SANNE, BOB, null, AT)));
  }

  private static Erasure erased() {
    Erasure last = upTo(ErasureStep.KEY);
    return after(last, last.record(new RecordStep(SANNE, ErasureStep.KEY, Map.of(), AT)));
  }

  private static Erasure upTo(ErasureStep step) {
    Erasure erasure = approved();
    while (erasure.next().orElseThrow() != step) {
      ErasureStep next = erasure.next().orElseThrow();
      Map<DataKind, Integer> destroyed =
          next == ErasureStep.MAIL ? Map.of(DataKind.MAIL_COPIES, 7) : Map.of();
      erasure = after(erasure, erasure.record(new RecordStep(SANNE, next, destroyed, AT)));
    }
    return erasure;
  }

  private static RequestErasure request(AccountId by) {
    return new RequestErasure(SANNE, ErasureGround.ASKED, by, ANNS_PERSON, AT);
  }

  private static Erasure after(@Nullable Erasure before, List<ErasureEvent> events) {
    @Nullable Erasure state = before;
    for (ErasureEvent event : new ArrayList<>(events)) {
      state = Erasure.evolve(state, event);
    }
    if (state == null) {
      throw new IllegalStateException("nothing happened");
    }
    return state;
  }

  private static void assertRejected(String code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
