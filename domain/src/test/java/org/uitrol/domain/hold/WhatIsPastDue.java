package org.uitrol.domain.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.hold.HoldCommand.BeginHold;
import org.uitrol.domain.hold.HoldCommand.DiscardDue;
import org.uitrol.domain.hold.HoldCommand.ReleaseDue;
import org.uitrol.domain.hold.HoldCommand.ReleaseHold;
import org.uitrol.domain.hold.HoldEvent.DueDiscarded;
import org.uitrol.domain.hold.HoldEvent.DueReleased;
import org.uitrol.domain.hold.HoldEvent.HoldBegan;
import org.uitrol.domain.hold.HoldEvent.HoldReleased;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.HoldId;
import org.uitrol.domain.shared.Rejected;

class WhatIsPastDue {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final AccountId ANN = new AccountId("ann");
  private static final DueItem MAIL = new DueItem(DueKind.MAIL, "d-1");
  private static final DueItem TIMER = new DueItem(DueKind.TIMER, "gate/r-1/announce.least");

  private static Hold begun() {
    return Hold.evolve(null, Hold.begin(null, new BeginHold(HoldCause.OLDER, AT)).get(0));
  }

  @Test
  void is_held_once_until_somebody_releases_it_and_then_again() {
    Hold hold = begun();
    assertThat(hold).isEqualTo(new Hold(HoldId.OWN, 1, HoldCause.OLDER, AT, true));
    assertThat(Hold.begin(hold, new BeginHold(HoldCause.CONFIGURED, AT))).isEmpty();

    List<HoldEvent> end =
        hold.release(
            new ReleaseHold(
                Map.of(DueKind.MAIL, 3, DueKind.HANDOUT, 0), " looked through ", ANN, AT));
    assertThat(end)
        .containsExactly(
            new HoldReleased(HoldId.OWN, 1, Map.of(DueKind.MAIL, 3), "looked through", ANN, AT));
    Hold over = Hold.evolve(hold, end.get(0));
    assertThat(over.on()).isFalse();
    assertThat(Hold.begin(over, new BeginHold(HoldCause.CONFIGURED, AT)))
        .containsExactly(new HoldBegan(HoldId.OWN, 2, HoldCause.CONFIGURED, AT));
  }

  @Test
  void is_let_go_or_discarded_one_by_one_with_a_reason() {
    Hold hold = begun();

    assertThat(hold.releaseDue(new ReleaseDue(List.of(TIMER, MAIL, MAIL), "needed", ANN, AT)))
        .containsExactly(new DueReleased(HoldId.OWN, 1, List.of(MAIL, TIMER), "needed", ANN, AT));
    assertThat(hold.discardDue(new DiscardDue(List.of(MAIL), "known already", ANN, AT)))
        .containsExactly(new DueDiscarded(HoldId.OWN, 1, List.of(MAIL), "known already", ANN, AT));
  }

  @Test
  void stays_when_nothing_is_chosen_no_reason_is_given_or_the_hold_is_over() {
    Hold hold = begun();
    Hold over = Hold.evolve(hold, hold.release(new ReleaseHold(Map.of(), "fine", ANN, AT)).get(0));

    assertRefused("NOTHING_CHOSEN", () -> hold.releaseDue(release(List.of(), "why")));
    assertRefused("REASON_MISSING", () -> hold.releaseDue(release(List.of(MAIL), " ")));
    assertRefused("REASON_MISSING", () -> hold.release(new ReleaseHold(Map.of(), "", ANN, AT)));
    assertRefused("HOLD_OVER", () -> over.releaseDue(release(List.of(MAIL), "why")));
    assertRefused("HOLD_OVER", () -> over.release(new ReleaseHold(Map.of(), "why", ANN, AT)));
  }

  @Test
  void is_written_by_its_kind_and_key() {
    assertThat(DueItem.of("timer/gate/r-1/announce.least")).isEqualTo(TIMER);
    assertThat(TIMER.text()).isEqualTo("timer/gate/r-1/announce.least");
    for (String wrong : List.of("", "mail", "mail/", "/x", "letter/x", "mail/" + "x".repeat(400))) {
      assertRefused("DUE_UNREADABLE", () -> DueItem.of(wrong));
    }
  }

  private static ReleaseDue release(List<DueItem> items, String reason) {
    return new ReleaseDue(items, reason, ANN, AT);
  }

  private static void assertRefused(String code, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
