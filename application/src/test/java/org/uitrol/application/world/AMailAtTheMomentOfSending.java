package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.application.testing.SamplePlan.COPILOT;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignCommand.CancelCampaign;
import org.uitrol.domain.campaign.CampaignCommand.PauseCampaign;
import org.uitrol.domain.campaign.CampaignCommand.ResumeCampaign;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.communication.DispatchEvent.DispatchPostponed;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;
import org.uitrol.domain.communication.PostponeReason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.session.Answer;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionCommand.AnswerInvitation;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/** Each with every event delivered once and twice, which must make no difference. */
class AMailAtTheMomentOfSending {

  private static final PersonId F3 = new PersonId("f3");

  private World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void is_not_sent_to_somebody_who_opted_out_while_it_waited(String deliveries) {
    launch(deliveries);
    DispatchId mail = ask("d-1", "copilot-is-here", false, null, "2027-01-11T10:00:00Z");
    world.send(new OptOut(F3, world.now()));
    world.play("2027-01-11T11:00:00Z");

    assertSuppressed(mail, SuppressReason.OPTED_OUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void is_sent_to_somebody_who_opted_out_when_it_is_mandatory(String deliveries) {
    launch(deliveries);
    world.send(new OptOut(F3, world.now()));
    DispatchId mail = ask("d-1", "copilot-is-here", true, null, "2027-01-11T10:00:00Z");
    world.play("2027-01-11T11:00:00Z");

    assertThat(world.state(mail)).isEqualTo(Dispatch.State.HANDED_OVER);
    assertThat(world.mailTo("f3", "copilot-is-here")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void is_not_sent_when_what_it_says_is_no_longer_true(String deliveries) {
    launch(deliveries);
    world.play("2027-01-12T12:00:00Z");
    Session session = world.sessions(FINANCE, "plans").get(0);
    int before = world.mailTo("f3", "invitation").size();
    assertThat(before).isPositive();
    Letter invitation =
        world.events(DispatchRequested.class).stream()
            .filter(one -> one.person().equals(F3))
            .filter(one -> one.letter().invitation() != null)
            .findFirst()
            .orElseThrow()
            .letter();
    DispatchId mail = new DispatchId("d-1");
    world.send(
        new RequestDispatch(
            mail, F3, invitation, Instant.parse("2027-01-12T13:00:00Z"), world.now()));
    world.send(new AnswerInvitation(session.id(), F3, Answer.DECLINED, world.now()));
    world.play("2027-01-12T14:00:00Z");

    assertSuppressed(mail, SuppressReason.NO_LONGER_TRUE);
    assertThat(world.mailTo("f3", "invitation")).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void is_not_sent_when_it_would_come_too_late(String deliveries) {
    launch(deliveries);
    DispatchId mail =
        ask("d-1", "copilot-is-here", true, "2027-01-11T10:30:00Z", "2027-01-11T10:00:00Z");
    world.sleep("2027-01-11T10:30:01Z");
    world.sendMail();

    assertSuppressed(mail, SuppressReason.TOO_LATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void is_not_sent_to_somebody_without_an_address(String deliveries) {
    launch(deliveries);
    DispatchId mail = ask("d-1", "copilot-is-here", true, null, "2027-01-11T10:00:00Z");
    world.vault.put(F3, PersonalData.UNKNOWN);
    world.play("2027-01-11T11:00:00Z");

    assertSuppressed(mail, SuppressReason.NO_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void fails_when_no_mail_can_reach_the_address(String deliveries) {
    launch(deliveries);
    DispatchId mail = ask("d-1", "copilot-is-here", true, null, "2027-01-11T10:00:00Z");
    world.vault.put(
        F3, PersonalData.UNKNOWN.with(Map.of(PersonField.EMAIL, "f3@-nowhere-.example")));
    world.play("2027-01-11T11:00:00Z");

    assertThat(world.events(DispatchFailed.class))
        .filteredOn(failed -> failed.dispatch().equals(mail))
        .singleElement()
        .satisfies(failed -> assertThat(failed.reply()).isEqualTo("can't be written"));
    assertThat(world.outbox.stumbling(10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void waits_until_somebody_has_had_fewer_in_a_week_than_the_plan_allows(String deliveries) {
    launch(deliveries);
    world.play("2027-01-11T09:30:00Z");
    assertThat(world.mailTo("f3", "why-copilot")).hasSize(1);
    for (int number = 1; number <= 3; number++) {
      ask("d-" + number, "copilot-is-here", false, null, "2027-01-11T10:00:00Z");
    }
    world.play("2027-01-11T11:00:00Z");

    DispatchId third = new DispatchId("d-3");
    assertThat(world.mailTo("f3", "copilot-is-here")).hasSize(2);
    assertThat(postponed(third)).containsExactly(PostponeReason.LOAD);

    world.play("2027-01-18T08:59:00Z");
    assertThat(world.mailTo("f3", "copilot-is-here")).hasSize(2);
    world.play("2027-01-19T12:00:00Z");
    assertThat(world.mailTo("f3", "copilot-is-here")).hasSize(3);
    assertThat(world.events(HandedOver.class))
        .filteredOn(one -> one.dispatch().equals(third))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void waits_in_a_pause_and_goes_afterwards(String deliveries) {
    launch(deliveries);
    world.play("2027-01-11T09:30:00Z");
    DispatchId mail = ask("d-1", "copilot-is-here", false, null, "2027-01-11T10:00:00Z");
    world.send(new PauseCampaign(COPILOT, SamplePlan.WRITER, "Wait", world.now()));
    world.play("2027-01-12T12:00:00Z");
    assertThat(world.state(mail)).isEqualTo(Dispatch.State.WAITING);
    assertThat(postponed(mail)).contains(PostponeReason.PAUSED);

    world.send(new ResumeCampaign(COPILOT, SamplePlan.WRITER, world.now()));
    world.play("2027-01-14T12:00:00Z");
    assertThat(world.state(mail)).isEqualTo(Dispatch.State.HANDED_OVER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"once", "twice"})
  void is_not_sent_for_a_campaign_that_was_cancelled(String deliveries) {
    launch(deliveries);
    world.play("2027-01-11T09:30:00Z");
    DispatchId mail = ask("d-1", "copilot-is-here", true, null, "2027-01-11T10:00:00Z");
    world.send(new CancelCampaign(COPILOT, SamplePlan.WRITER, "No", world.now()));
    world.play("2027-01-11T11:00:00Z");

    assertSuppressed(mail, SuppressReason.CAMPAIGN_CANCELLED);
  }

  private void launch(String deliveries) {
    if (deliveries.equals("twice")) {
      world = World.thatHearsEverythingTwice("2027-01-08T12:00:00Z");
    }
    world.launch(SamplePlan.plan());
    world.play("2027-01-11T08:30:00Z");
  }

  /** A mail about nothing but itself. */
  private DispatchId ask(
      String id,
      String template,
      boolean mandatory,
      @Nullable String uselessAfter,
      String notBefore) {
    DispatchId mail = new DispatchId(id);
    Letter letter =
        new Letter(
            template,
            mandatory,
            World.rolloutOf(FINANCE),
            Topic.news(),
            new TreeMap<>(),
            null,
            null,
            uselessAfter == null ? null : Instant.parse(uselessAfter));
    world.send(new RequestDispatch(mail, F3, letter, Instant.parse(notBefore), world.now()));
    return mail;
  }

  private void assertSuppressed(DispatchId mail, SuppressReason reason) {
    assertThat(world.events(DispatchSuppressed.class))
        .filteredOn(one -> one.dispatch().equals(mail))
        .extracting(DispatchSuppressed::reason)
        .containsExactly(reason);
    assertThat(world.state(mail)).isEqualTo(Dispatch.State.SUPPRESSED);
    assertThat(world.outbox.state(mail)).isEqualTo(MemoryOutbox.State.SETTLED);
  }

  private List<PostponeReason> postponed(DispatchId mail) {
    return world.events(DispatchPostponed.class).stream()
        .filter(one -> one.dispatch().equals(mail))
        .map(DispatchPostponed::reason)
        .distinct()
        .toList();
  }
}
