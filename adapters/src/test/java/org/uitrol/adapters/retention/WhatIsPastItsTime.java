package org.uitrol.adapters.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.adoption.UseTown;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.communication.inbound.ReadMail;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.application.retention.DailyRetention;
import org.uitrol.application.shared.Streams;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.application.shared.TimerKey.Kind;
import org.uitrol.domain.campaign.CampaignCommand.ApprovePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.LaunchCampaign;
import org.uitrol.domain.campaign.CampaignCommand.SubmitPlan;
import org.uitrol.domain.directory.EmployeeCommand.EmployeeLeaves;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.erasure.ErasureCommand.RefuseErasure;
import org.uitrol.domain.erasure.ErasureRefusal;
import org.uitrol.domain.retention.HeldBack;
import org.uitrol.domain.retention.RetainedKind;
import org.uitrol.domain.retention.Retention;
import org.uitrol.domain.retention.RetentionEvent;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;
import org.uitrol.support.RunningApplication;

/** The moment of each run is told, so that nobody waits for a day. */
@Timeout(300)
class WhatIsPastItsTime {

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class)
          .with("uitrol.data=target/data/retention-" + UUID.randomUUID());

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static SmallTown town;

  @BeforeAll
  static void a_town_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  @Test
  void is_looked_through_every_night_by_a_timer_of_each_kind() {
    List<String> armed =
        UITROL
            .jdbc()
            .sql(
                "select key || ' ' || to_char(due_at at time zone 'Europe/Amsterdam', 'HH24:MI')"
                    + " from timer where key like 'retention/%' order by key")
            .query(String.class)
            .list();

    assertThat(armed).hasSize(RetainedKind.values().length);
    assertThat(armed)
        .contains("retention/inbound-mail/ 03:30")
        .allMatch(one -> one.endsWith("03:30"));
  }

  @Test
  void of_the_mails_that_came_in_goes_and_the_rest_stays() {
    InboundStore store = UITROL.bean(InboundStore.class);
    Instant now = town.now();
    keep(store, "old", now.minus(Duration.ofDays(91)));
    keep(store, "new", now.minus(Duration.ofDays(89)));

    Retention first = run(RetainedKind.INBOUND_MAIL, now);

    assertThat(first.removed()).isEqualTo(1);
    assertThat(first.held()).isEmpty();
    assertThat(first.nextAt().atZone(ZONE).toLocalTime()).isEqualTo(LocalTime.of(3, 30));
    assertThat(first.nextAt()).isBetween(now, now.plus(Duration.ofHours(25)));
    assertThat(run(RetainedKind.INBOUND_MAIL, now.plus(Duration.ofDays(2))).removed()).isEqualTo(1);
    assertThat(run(RetainedKind.INBOUND_MAIL, now.plus(Duration.ofDays(3))).removed()).isZero();
  }

  @Test
  void is_noted_once_though_a_timer_comes_twice() {
    Instant now = town.now().plus(Duration.ofDays(400));
    run(RetainedKind.CHANNEL_MESSAGES, now);
    int before = town.events(stream(RetainedKind.CHANNEL_MESSAGES));

    run(RetainedKind.CHANNEL_MESSAGES, now);

    assertThat(town.events(stream(RetainedKind.CHANNEL_MESSAGES))).isEqualTo(before);
  }

  @Test
  void of_tries_answers_and_files_goes_after_a_day() {
    UITROL
        .jdbc()
        .sql("insert into check_in_try values ('s-1', 'p-jan', now() - interval '25 hours', 1)")
        .update();
    UITROL
        .jdbc()
        .sql(
            "insert into idempotency_key (account_id, key, request_hash, asked_at)"
                + " values ('a', 'k', 'h', now() - interval '25 hours')")
        .update();
    UITROL
        .jdbc()
        .sql(
            "insert into people_stage values ('stage-1', 'h', '', null, now() - interval '1 hour')")
        .update();

    assertThat(run(RetainedKind.CHECK_IN_TRIES, town.now()).removed()).isEqualTo(1);
    assertThat(run(RetainedKind.REPEATED_ANSWERS, town.now()).removed()).isEqualTo(1);
    assertThat(run(RetainedKind.IMPORT_FILES, town.now()).removed()).isEqualTo(1);
  }

  @Test
  void of_use_stays_while_a_campaign_that_counts_it_is_under_way() {
    new UseTown(UITROL, town).begin();
    town.send(new SubmitPlan(UseTown.CAMPAIGN, new AccountId("author"), town.now()));
    town.send(new ApprovePlan(UseTown.CAMPAIGN, new AccountId("approver"), town.now()));
    town.send(
        new LaunchCampaign(
            UseTown.CAMPAIGN,
            new AccountId("approver"),
            Map.of(UseTown.SALES, 20, UseTown.ARCHIVE, 7),
            town.now()));
    town.settle();
    Instant later = town.now().plus(Duration.ofDays(1_200));
    String today = town.now().atZone(ZONE).toLocalDate().plusDays(1).toString();
    UITROL
        .jdbc()
        .sql(
            "insert into usage_report values"
                + " ('usage-9', 'COPILOT', 'COPILOT_GRAPH_V1', '2027-01-10', 0, 0, now())")
        .update();
    usage(1, "2020-01-10");
    usage(2, today);

    Retention held = run(RetainedKind.USAGE, later);
    assertThat(held.removed()).as("from before the campaign").isEqualTo(1);
    assertThat(held.held()).isEqualTo(Map.of(HeldBack.CAMPAIGN_NEEDS_IT, 1));

    town.send(
        new CancelCampaign(UseTown.CAMPAIGN, new AccountId("approver"), "enough", town.now()));
    town.settle();
    Retention over = run(RetainedKind.USAGE, later.plus(Duration.ofDays(1)));
    assertThat(over.removed()).isEqualTo(1);
    assertThat(over.held()).isEmpty();
  }

  @Test
  void of_somebody_who_left_is_proposed_and_not_again_when_it_is_refused() {
    PersonId leaver = new PersonId("p-leaver");
    town.employ(leaver, "5001", "leaver@town.example", "Lea Ver", "en");
    town.settle();
    town.send(new EmployeeLeaves(leaver, town.now()));
    town.settle();
    Erasures erasures = UITROL.bean(Erasures.class);
    Instant early = town.now().plus(Duration.ofDays(700));
    assertThat(run(RetainedKind.LEAVERS, early).removed()).isZero();
    assertThat(erasures.find(leaver)).isEmpty();

    Instant late = town.now().plus(Duration.ofDays(740));
    assertThat(run(RetainedKind.LEAVERS, late).removed()).isEqualTo(1);
    Erasure proposed = erasures.find(leaver).orElseThrow();
    assertThat(proposed.status()).isEqualTo(Status.REQUESTED);
    assertThat(proposed.askedBy()).isNull();
    assertThat(run(RetainedKind.LEAVERS, late.plus(Duration.ofDays(1))).held())
        .isEqualTo(Map.of(HeldBack.WAITS_FOR_SOMEBODY, 1));
    town.send(
        new RefuseErasure(
            leaver,
            ErasureRefusal.LAW_DEMANDS,
            new AccountId("ann"),
            late.plus(Duration.ofDays(1))));
    Retention refused = run(RetainedKind.LEAVERS, late.plus(Duration.ofDays(2)));
    assertThat(refused.removed()).isZero();
    assertThat(refused.held()).isEqualTo(Map.of(HeldBack.REFUSED, 1));
    assertThat(run(RetainedKind.LEAVERS, late.plus(Duration.ofDays(800))).removed()).isEqualTo(1);
    assertThat(UITROL.bean(PersonVault.class).find(leaver)).isPresent();
  }

  @Test
  void is_shown_to_administrators_and_the_works_council() {
    run(RetainedKind.MAIL_COPIES, town.now());
    Visitor council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    Visitor manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);

    String page = council.get("/retention").body();

    assertThat(page)
        .contains(
            "Mails that came in", "90 days", "24 months", "Next time:", "Last looked through");
    assertThat(manager.get("/retention").statusCode()).isEqualTo(403);
    assertThat(council.get("/erasures").statusCode()).isEqualTo(403);
  }

  private static void keep(InboundStore store, String text, Instant at) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    new TransactionTemplate(UITROL.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> store.keep(raw, raw, raw.length, false, ReadMail.Kind.OTHER, Set.of(), at));
  }

  private static void usage(int number, String until) {
    UITROL
        .jdbc()
        .sql(
            "insert into usage_statement values ('usage-9', 'sales-1', :number, 'COPILOT',"
                + " '2027-01-10', null, :until::date, '{}', null, now())")
        .param("number", number)
        .param("until", until)
        .update();
  }

  /** As the timer does it. */
  private static Retention run(RetainedKind kind, Instant now) {
    DailyRetention retention = UITROL.bean(DailyRetention.class);
    TimerKey key = new TimerKey(Kind.RETENTION, Keys.of(kind), "");
    new TransactionTemplate(UITROL.bean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> retention.wake(key, now, now));
    return UITROL
        .bean(Streams.class)
        .state(stream(kind), RetentionEvent.class, Retention::evolve)
        .orElseThrow();
  }

  private static StreamId stream(RetainedKind kind) {
    return new StreamId("retention/" + Keys.of(kind));
  }
}
