package org.uitrol.application.communication.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.uitrol.application.support.Projection;
import org.uitrol.domain.communication.Dispatch.State;
import org.uitrol.domain.communication.DispatchEvent.DispatchBounced;
import org.uitrol.domain.communication.DispatchEvent.DispatchDeferred;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.communication.DispatchEvent.DispatchLeft;
import org.uitrol.domain.communication.DispatchEvent.DispatchPostponed;
import org.uitrol.domain.communication.DispatchEvent.DispatchReleased;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.DispatchEvent.DispatchUnknown;
import org.uitrol.domain.communication.DispatchEvent.HandOverBegun;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.communication.DispatchEvent.SendAgainDecided;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailConsentEvent.ConsentGiven;
import org.uitrol.domain.communication.MailConsentEvent.ConsentWithdrawn;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

class WhatBecameOfAMail {

  private static final DispatchId MAIL = new DispatchId("d-1");
  private static final RolloutId ROLLOUT = new RolloutId("r-1");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final Instant REQUESTED = Instant.parse("2027-01-11T07:00:00Z");
  private static final Instant WAIT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-11T09:00:00Z");

  @Test
  void begins_with_waiting() {
    MailRow row = row(after());

    assertThat(row.state()).isEqualTo(State.WAITING);
    assertThat(row.notBefore()).isEqualTo(WAIT);
    assertThat(row.attempt()).isZero();
  }

  @Test
  void shows_what_the_server_said() {
    MailRow row =
        row(
            after(
                new HandOverBegun(MAIL, 1, WAIT),
                new DispatchDeferred(MAIL, 1, "451 4.7.1 greylisted", LATER, WAIT)));

    assertThat(row.state()).isEqualTo(State.WAITING);
    assertThat(row.notBefore()).isEqualTo(LATER);
    assertThat(row.attempt()).isEqualTo(1);
    assertThat(row.lastReply()).isEqualTo("451 4.7.1 greylisted");
    assertThat(row.updatedAt()).isEqualTo(WAIT);
  }

  @Test
  void shows_a_hand_over_and_a_bounce() {
    assertThat(row(after(new HandOverBegun(MAIL, 1, WAIT))).state()).isEqualTo(State.HANDING_OVER);
    assertThat(
            row(after(new HandOverBegun(MAIL, 1, WAIT), new DispatchReleased(MAIL, LATER))).state())
        .isEqualTo(State.WAITING);
    MailRow bounced =
        row(
            after(
                new HandOverBegun(MAIL, 1, WAIT),
                new HandedOver(MAIL, 1, WAIT),
                new DispatchBounced(MAIL, "5.1.1", LATER)));
    assertThat(bounced.state()).isEqualTo(State.BOUNCED);
    assertThat(bounced.lastReply()).isEqualTo("5.1.1");
  }

  @Test
  void lists_what_somebody_must_look_at() {
    MailStore unknown =
        after(new HandOverBegun(MAIL, 1, WAIT), new DispatchUnknown(MAIL, 1, LATER));

    assertThat(unknown.byState(State.UNKNOWN, 0, 10)).containsExactly(row(unknown));
    assertThat(unknown.byState(State.FAILED, 0, 10)).isEmpty();
    assertThat(unknown.counts()).containsExactly(Map.entry(State.UNKNOWN, 1L));
    assertThat(
            row(after(
                    new HandOverBegun(MAIL, 1, WAIT),
                    new DispatchFailed(MAIL, 1, "550", LATER),
                    new SendAgainDecided(MAIL, new AccountId("a-1"), LATER)))
                .state())
        .isEqualTo(State.WAITING);
    assertThat(
            row(after(
                    new HandOverBegun(MAIL, 1, WAIT),
                    new DispatchUnknown(MAIL, 1, LATER),
                    new DispatchLeft(MAIL, new AccountId("a-1"), LATER)))
                .state())
        .isEqualTo(State.LEFT);
  }

  @Test
  void shows_why_it_was_put_off_or_not_sent() {
    assertThat(
            row(after(new DispatchPostponed(MAIL, PostponeReason.LOAD, LATER, WAIT))).notBefore())
        .isEqualTo(LATER);
    MailRow suppressed = row(after(new DispatchSuppressed(MAIL, SuppressReason.OPTED_OUT, WAIT)));
    assertThat(suppressed.state()).isEqualTo(State.SUPPRESSED);
    assertThat(suppressed.suppressed()).isEqualTo(SuppressReason.OPTED_OUT);
  }

  @Test
  void comes_in_pages() {
    MailStore store = after();

    assertThat(store.ofPerson(SANNE, 0, 1)).hasSize(1);
    assertThat(store.ofPerson(SANNE, 1, 1)).isEmpty();
    assertThat(store.ofRollout(ROLLOUT, 0, 1)).hasSize(1);
  }

  @Test
  void may_be_sent_until_somebody_opts_out() {
    assertThat(after().consents(SANNE)).isTrue();
    assertThat(after(new ConsentWithdrawn(SANNE, WAIT)).consents(SANNE)).isFalse();
    assertThat(
            after(new ConsentWithdrawn(SANNE, WAIT), new ConsentGiven(SANNE, LATER))
                .consents(SANNE))
        .isTrue();
  }

  private static MailRow row(MailStore store) {
    return store.find(MAIL).orElseThrow();
  }

  private static MailStore after(DomainEvent... events) {
    Letter letter =
        new Letter("why-copilot", false, ROLLOUT, Topic.news(), new TreeMap<>(), null, null, null);
    List<DomainEvent> all = new ArrayList<>();
    all.add(new DispatchRequested(MAIL, SANNE, letter, WAIT, REQUESTED));
    all.addAll(List.of(events));
    return Projection.<MailStore>fill(
        MemoryMailStore::new,
        MailProjector::new,
        store -> List.of(store.ofPerson(SANNE, 0, 9), store.consents(SANNE)),
        all);
  }
}
