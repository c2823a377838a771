package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.Delivery.Refused;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.campaign.Plan.Overflow;
import org.uitrol.domain.communication.Dispatch.State;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.DispatchCommand.SendAgain;
import org.uitrol.domain.communication.DispatchEvent.DispatchGathered;
import org.uitrol.domain.communication.DispatchEvent.DispatchPostponed;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.DispatchEvent.SentWithin;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.shared.CalendarRule.Closed;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

class MailAboveTheLimit {

  private static final CampaignId SECOND = new CampaignId("second");
  private static final PersonId F3 = new PersonId("f3");
  private static final LoadRule ONE_AND_DIGEST = new LoadRule(1, null, null, Overflow.DIGEST);
  private static final String NEWS = "copilot-is-here";
  private static final String LIVE = "pick-another-date";

  private World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void is_what_the_strictest_running_campaign_of_the_person_says(String deliveries) {
    begin(deliveries);
    world.launch(SamplePlan.plan());
    world.launch(SamplePlan.limited(SECOND, new LoadRule(1)));
    world.play("2027-01-11T08:30:00Z");
    assertThat(world.mailTo("f3", "why-copilot")).hasSize(1);

    ask("d-1", NEWS, COPILOT, null, "2027-01-11T10:00:00Z");
    world.play("2027-01-11T12:00:00Z");
    assertThat(world.mailTo("f3", NEWS)).isEmpty();
    assertThat(postponed("d-1")).containsExactly(PostponeReason.LOAD);

    world.send(new PauseCampaign(SECOND, SamplePlan.WRITER, "Wait", world.now()));
    world.play("2027-01-12T12:00:00Z");
    assertThat(world.mailTo("f3", NEWS)).hasSize(1);
  }

  @Test
  void is_not_counted_by_a_campaign_in_which_the_person_takes_no_part() {
    world.launch(SamplePlan.limited(SECOND, new LoadRule(1)));
    world.launch(SamplePlan.plan());
    world.play("2027-01-11T08:30:00Z");
    world.hire("x1", SamplePlan.LEGAL, null);

    for (String id : List.of("d-1", "d-2")) {
      Letter letter = letter(NEWS, COPILOT, null);
      world.send(
          new RequestDispatch(
              new DispatchId(id), new PersonId("x1"), letter, world.now(), world.now()));
    }
    world.play("2027-01-11T12:00:00Z");

    assertThat(world.mailTo("x1", NEWS)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void is_sent_as_one_mail_when_the_next_is_allowed(String deliveries) {
    begin(deliveries);
    launchWithDigest();
    ask("d-1", NEWS, COPILOT, null, "2027-01-11T10:00:00Z");
    ask("d-2", LIVE, COPILOT, null, "2027-01-12T10:00:00Z");
    ask("d-3", NEWS, COPILOT, null, "2027-01-13T10:00:00Z");
    world.play("2027-01-18T07:59:00Z");
    assertThat(digests()).isEmpty();

    world.play("2027-01-18T16:00:00Z");

    assertThat(digests()).containsExactly("digest:" + NEWS + "+" + LIVE + "+" + NEWS);
    assertThat(world.mailTo("f3", NEWS)).isEmpty();
    for (String id : List.of("d-1", "d-2", "d-3")) {
      assertThat(world.state(new DispatchId(id))).isEqualTo(State.HANDED_OVER);
      assertThat(world.outbox.state(new DispatchId(id))).isEqualTo(MemoryOutbox.State.SETTLED);
    }
    assertThat(world.events(DispatchGathered.class)).hasSize(3);
    assertThat(world.events(SentWithin.class))
        .extracting(SentWithin::digest)
        .hasSize(3)
        .containsOnly(digest());
    assertThat(world.outbox.optionalSince(F3, Instant.parse("2027-01-18T00:00:00Z"))).isEqualTo(1);
  }

  @Test
  void is_sent_as_one_mail_at_most_once_a_week() {
    world.launch(SamplePlan.limited(COPILOT, new LoadRule(2, null, null, Overflow.DIGEST)));
    world.play("2027-01-11T08:30:00Z");
    ask("d-0", NEWS, COPILOT, null, "2027-01-13T10:00:00Z");
    ask("d-1", NEWS, COPILOT, null, "2027-01-14T10:00:00Z");
    ask("d-2", NEWS, COPILOT, null, "2027-01-14T11:00:00Z");
    world.play("2027-01-18T16:00:00Z");
    assertThat(digests()).hasSize(1);

    ask("d-3", NEWS, COPILOT, null, "2027-01-19T10:00:00Z");
    ask("d-4", NEWS, COPILOT, null, "2027-01-19T11:00:00Z");
    world.play("2027-01-22T16:00:00Z");
    assertThat(digests()).hasSize(1);
    assertThat(world.mailTo("f3", NEWS)).hasSize(2);
    assertThat(world.state(new DispatchId("d-4"))).isEqualTo(State.WAITING);

    world.play("2027-01-26T16:00:00Z");
    assertThat(world.state(new DispatchId("d-4"))).isEqualTo(State.HANDED_OVER);
  }

  @Test
  void is_not_sent_to_who_opted_out_and_says_nothing_that_came_too_late() {
    launchWithDigest();
    ask("d-1", NEWS, COPILOT, null, "2027-01-11T10:00:00Z");
    ask("d-2", LIVE, COPILOT, null, "2027-01-11T11:00:00Z");
    ask("d-3", NEWS, COPILOT, "2027-01-15T12:00:00Z", "2027-01-11T11:00:00Z");
    world.play("2027-01-18T16:00:00Z");
    assertThat(digests()).hasSize(1);
    assertThat(suppressed("d-3")).containsExactly(SuppressReason.TOO_LATE);
    assertThat(world.events(DispatchGathered.class)).hasSize(2);

    ask("d-4", NEWS, COPILOT, null, "2027-01-19T10:00:00Z");
    ask("d-5", NEWS, COPILOT, null, "2027-01-19T11:00:00Z");
    world.play("2027-01-20T16:00:00Z");
    world.send(new OptOut(F3, world.now()));
    world.play("2027-01-29T16:00:00Z");
    assertThat(digests()).hasSize(1);
    assertThat(suppressed("d-4")).containsExactly(SuppressReason.OPTED_OUT);
    assertThat(suppressed("d-5")).containsExactly(SuppressReason.OPTED_OUT);
  }

  @Test
  void is_never_sent_twice_when_nobody_knows_whether_it_was_sent() {
    launchWithDigest();
    ask("d-1", NEWS, COPILOT, null, "2027-01-11T10:00:00Z");
    ask("d-2", LIVE, COPILOT, null, "2027-01-11T11:00:00Z");
    world.play("2027-01-15T20:00:00Z");
    world.mail.answer(() -> new Delivery.Uncertain("connection reset"));
    world.sleep("2027-01-18T10:30:00Z");
    int attempts = world.mail.attempts();
    world.sendMail();

    DispatchId digest = digest();
    assertThat(world.mail.attempts()).isGreaterThan(attempts);
    assertThat(world.state(digest)).isEqualTo(State.UNKNOWN);
    assertThat(world.state(new DispatchId("d-1"))).isEqualTo(State.GATHERED);
    assertThat(digests()).isEmpty();
    int unknown = world.mail.attempts();
    world.play("2027-01-18T12:00:00Z");
    assertThat(world.mail.attempts()).isEqualTo(unknown);

    world.send(new SendAgain(digest, SamplePlan.READER, world.now()));
    world.play("2027-01-18T13:00:00Z");
    assertThat(digests()).hasSize(1);
    assertThat(world.state(new DispatchId("d-1"))).isEqualTo(State.HANDED_OVER);
    assertThat(world.state(new DispatchId("d-2"))).isEqualTo(State.HANDED_OVER);
  }

  @Test
  void is_marked_as_unknown_and_not_gathered_again_after_a_crash_in_between() {
    launchWithDigest();
    ask("d-1", NEWS, COPILOT, null, "2027-01-11T10:00:00Z");
    ask("d-2", LIVE, COPILOT, null, "2027-01-11T11:00:00Z");
    world.play("2027-01-15T20:00:00Z");
    world.sleep("2027-01-18T10:30:00Z");
    world.mail.answer(
        () -> {
          throw new IllegalStateException("half a reply");
        });
    assertThatThrownBy(() -> world.sendMail()).hasMessage("half a reply");
    world.outbox.restart();
    world.dispatcher.markAbandoned();
    world.play("2027-01-29T12:00:00Z");

    assertThat(world.state(digest())).isEqualTo(State.UNKNOWN);
    assertThat(digests()).isEmpty();
    assertThat(world.events(DispatchGathered.class)).hasSize(2);
  }

  @Test
  void says_in_another_attempt_only_what_is_still_to_be_said() {
    launchWithDigest();
    ask("d-1", NEWS, COPILOT, null, "2027-01-11T10:00:00Z");
    ask("d-2", LIVE, COPILOT, "2027-01-18T10:31:00Z", "2027-01-11T11:00:00Z");
    ask("d-3", NEWS, COPILOT, null, "2027-01-11T11:00:00Z");
    world.play("2027-01-15T20:00:00Z");
    world.mail.answer(() -> new Delivery.TemporaryFailure(451, "451 4.3.2 later", Refused.MESSAGE));
    world.sleep("2027-01-18T10:30:00Z");
    world.sendMail();
    assertThat(world.state(digest())).isEqualTo(State.WAITING);

    world.play("2027-01-18T16:00:00Z");

    assertThat(digests()).containsExactly("digest:" + NEWS + "+" + NEWS);
    assertThat(suppressed("d-2")).containsExactly(SuppressReason.TOO_LATE);
    assertThat(world.state(new DispatchId("d-3"))).isEqualTo(State.HANDED_OVER);
  }

  @Test
  void waits_in_a_pause_of_one_of_its_campaigns() {
    launchWithDigest();
    ask("d-1", NEWS, COPILOT, null, "2027-01-11T10:00:00Z");
    ask("d-2", LIVE, COPILOT, null, "2027-01-11T11:00:00Z");
    world.play("2027-01-15T20:00:00Z");
    world.send(new PauseCampaign(COPILOT, SamplePlan.WRITER, "Wait", world.now()));
    world.play("2027-01-22T16:00:00Z");
    assertThat(digests()).isEmpty();

    world.send(new ResumeCampaign(COPILOT, SamplePlan.WRITER, world.now()));
    world.play("2027-01-27T16:00:00Z");
    assertThat(world.mail.sent()).filteredOn(one -> one.to().equals("f3")).isNotEmpty();
    assertThat(world.state(new DispatchId("d-1"))).isEqualTo(State.HANDED_OVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void and_any_other_optional_mail_waits_while_the_organisation_is_closed(String deliveries) {
    begin(deliveries);
    LocalDate thursday = LocalDate.of(2027, 1, 14);
    world.launch(SamplePlan.closed(new Closed(thursday, thursday, "Study day")));
    world.play("2027-01-13T17:00:00Z");
    ask("d-1", NEWS, COPILOT, null, "2027-01-14T10:00:00Z");
    Letter mandatory =
        new Letter(
            LIVE, true, World.rolloutOf(FINANCE), Topic.news(), new TreeMap<>(), null, null, null);
    world.send(
        new RequestDispatch(
            new DispatchId("d-2"),
            F3,
            mandatory,
            Instant.parse("2027-01-14T10:00:00Z"),
            world.now()));
    world.play("2027-01-14T20:00:00Z");

    assertThat(world.mailTo("f3", NEWS)).isEmpty();
    assertThat(postponed("d-1")).containsExactly(PostponeReason.CLOSED);
    assertThat(world.mailTo("f3", LIVE)).hasSize(1);
    assertThat(world.sessions(FINANCE, "plans"))
        .extracting(session -> session.place().start().toLocalDate())
        .containsExactly(thursday.plusDays(1));
    world.play("2027-01-15T12:00:00Z");
    assertThat(world.mailTo("f3", NEWS)).hasSize(1);
  }

  @Test
  void is_sent_without_one_that_cannot_be_written_which_fails_by_itself() {
    launchWithDigest();
    ask("d-1", NEWS, COPILOT, null, "2027-01-11T10:00:00Z");
    ask("d-2", LIVE, COPILOT, null, "2027-01-11T11:00:00Z");
    Letter broken =
        new Letter(
            NEWS,
            false,
            World.rolloutOf(FINANCE),
            Topic.news(),
            new TreeMap<>(Map.of("activity", "none")),
            null,
            null,
            null);
    world.send(
        new RequestDispatch(
            new DispatchId("d-3"), F3, broken, Instant.parse("2027-01-11T12:00:00Z"), world.now()));
    world.play("2027-01-18T16:00:00Z");

    assertThat(digests()).containsExactly("digest:" + NEWS + "+" + LIVE);
    assertThat(world.state(new DispatchId("d-3"))).isEqualTo(State.WAITING);
  }

  private void begin(String deliveries) {
    if (deliveries.equals("twice")) {
      world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");
    }
  }

  private void launchWithDigest() {
    world.launch(SamplePlan.limited(COPILOT, ONE_AND_DIGEST));
    world.play("2027-01-11T08:30:00Z");
    assertThat(world.mailTo("f3", "why-copilot")).hasSize(1);
  }

  private void ask(
      String id,
      String template,
      CampaignId campaign,
      @Nullable String uselessAfter,
      String notBefore) {
    world.send(
        new RequestDispatch(
            new DispatchId(id),
            F3,
            letter(template, campaign, uselessAfter),
            Instant.parse(notBefore),
            world.now()));
  }

  private static Letter letter(
      String template, CampaignId campaign, @Nullable String uselessAfter) {
    return new Letter(
        template,
        false,
        World.rolloutOf(campaign, FINANCE),
        Topic.news(),
        new TreeMap<>(),
        null,
        null,
        uselessAfter == null ? null : Instant.parse(uselessAfter));
  }

  /** The subjects of the digests that f3 got. */
  private List<String> digests() {
    return world.mail.sent().stream()
        .filter(one -> one.to().equals("f3") && one.text().startsWith("digest:"))
        .map(FakeMail.Sent::text)
        .toList();
  }

  private DispatchId digest() {
    return world.events(DispatchGathered.class).get(0).digest();
  }

  private List<PostponeReason> postponed(String id) {
    return world.events(DispatchPostponed.class).stream()
        .filter(one -> one.dispatch().value().equals(id))
        .map(DispatchPostponed::reason)
        .distinct()
        .toList();
  }

  private List<SuppressReason> suppressed(String id) {
    return world.events(DispatchSuppressed.class).stream()
        .filter(one -> one.dispatch().value().equals(id))
        .map(DispatchSuppressed::reason)
        .toList();
  }
}
