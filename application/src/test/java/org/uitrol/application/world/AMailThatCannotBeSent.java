package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.application.testing.SamplePlan.FINANCE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.uitrol.application.communication.port.Delivery;
import org.uitrol.application.communication.port.Delivery.Refused;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.SendAgain;
import org.uitrol.domain.communication.DispatchEvent.DispatchDeferred;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.DispatchEvent.DispatchUnknown;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.shared.PersonId;

class AMailThatCannotBeSent {

  private final World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @BeforeEach
  void on_the_first_morning() {
    world.launch(SamplePlan.plan());
  }

  @Test
  void lets_the_others_go_first_and_is_tried_again() {
    world.mail.failToCompose(3);
    world.play("2027-01-11T08:00:30Z");
    int firstMails = world.mail.sent().size();
    assertThat(firstMails).isPositive();

    world.play("2027-01-11T08:10:00Z");

    assertThat(world.mail.sent()).hasSizeGreaterThanOrEqualTo(firstMails + 1);
    assertThat(world.events(DispatchFailed.class)).isEmpty();
    assertThat(world.events(HandedOver.class)).hasSameSizeAs(world.mail.sent());
  }

  @Test
  void fails_for_all_to_see_when_it_can_never_be_written() {
    world.mail.failToCompose(Integer.MAX_VALUE);
    world.play("2027-01-11T10:00:00Z");
    List<DispatchRequested> asked = world.events(DispatchRequested.class);
    assertThat(asked).isNotEmpty();
    assertThat(world.events(DispatchFailed.class)).isEmpty();
    assertThat(world.outbox.stumbling(10))
        .hasSameSizeAs(asked)
        .allSatisfy(one -> assertThat(one.tries()).isEqualTo(7))
        .allSatisfy(one -> assertThat(one.why()).startsWith("IllegalStateException (FakeMail"));

    world.play("2027-01-20T16:00:00Z");

    assertThat(world.mail.attempts()).isZero();
    assertThat(world.events(DispatchFailed.class))
        .extracting(DispatchFailed::dispatch)
        .containsAll(asked.stream().map(DispatchRequested::dispatch).toList());
    assertThat(world.events(DispatchFailed.class))
        .allSatisfy(
            failed ->
                assertThat(failed.reply())
                    .startsWith("can't be made ready: IllegalStateException (FakeMail.java:"));
  }

  @Test
  void is_sent_when_a_person_decides_so_after_the_server_was_mended() {
    world.mail.failToCompose(Integer.MAX_VALUE);
    world.play("2027-01-14T12:00:00Z");
    DispatchFailed failed = world.events(DispatchFailed.class).get(0);

    world.send(new SendAgain(failed.dispatch(), SamplePlan.READER, world.now()));
    world.sendMail();
    assertThat(world.outbox.stumbling(10_000))
        .filteredOn(one -> one.dispatch().equals(failed.dispatch()))
        .singleElement()
        .satisfies(one -> assertThat(one.tries()).isEqualTo(1));

    world.mail.failToCompose(0);
    world.play("2027-01-14T12:02:00Z");
    assertThat(world.state(failed.dispatch())).isEqualTo(Dispatch.State.HANDED_OVER);
  }

  @Test
  void lets_the_others_go_first_even_after_an_error_that_the_sender_hears_of() {
    world.mail.failToComposeOnceWith(new StackOverflowError());
    assertThatThrownBy(() -> world.play("2027-01-11T08:00:30Z"))
        .isInstanceOf(StackOverflowError.class);
    assertThat(world.outbox.stumbling(10)).hasSize(1);

    world.sendMail();
    assertThat(world.mail.sent()).isNotEmpty();
    world.play("2027-01-11T08:10:00Z");
    assertThat(world.events(HandedOver.class)).hasSameSizeAs(world.events(DispatchRequested.class));
  }

  @Test
  void is_unknown_at_once_when_handing_over_breaks_in_an_unforeseen_way() {
    world.mail.answer(
        () -> {
          throw new IllegalStateException("half a reply");
        });
    assertThatThrownBy(() -> world.play("2027-01-11T08:00:30Z"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("half a reply");
    assertThat(world.events(DispatchUnknown.class)).hasSize(1);

    world.sendMail();
    assertThat(world.mail.attempts()).isEqualTo(world.events(DispatchRequested.class).size());
    assertThat(world.mail.sent()).hasSize(world.mail.attempts() - 1);
  }

  @Test
  void is_tried_again_later_when_the_server_is_busy_or_away() {
    world.mail.answer(() -> new Delivery.TemporaryFailure(451, "451 4.3.2 later", Refused.MESSAGE));
    world.mail.answer(() -> new Delivery.Unreachable("connection refused"));
    world.play("2027-01-11T12:00:00Z");

    assertThat(world.events(DispatchDeferred.class)).hasSize(2);
    assertThat(world.events(HandedOver.class)).hasSameSizeAs(world.events(DispatchRequested.class));
  }

  @Test
  void is_never_tried_again_by_itself_when_nobody_knows_whether_it_went_out() {
    world.mail.answer(() -> new Delivery.Uncertain("connection reset"));
    world.play("2027-01-11T12:00:00Z");

    DispatchUnknown unknown = world.events(DispatchUnknown.class).get(0);
    int attempts = world.mail.attempts();
    assertThat(attempts).isEqualTo(world.events(DispatchRequested.class).size());

    world.send(new SendAgain(unknown.dispatch(), SamplePlan.READER, world.now()));
    world.sendMail();
    assertThat(world.mail.attempts()).isEqualTo(attempts + 1);
  }

  @Test
  void is_not_tried_again_when_the_server_refuses_it() {
    world.mail.answer(
        () -> new Delivery.PermanentFailure(550, "550 5.1.1 no such user", Refused.RECIPIENT));
    world.play("2027-01-11T12:00:00Z");

    assertThat(world.events(DispatchFailed.class))
        .singleElement()
        .satisfies(failed -> assertThat(failed.reply()).isEqualTo("550"));
    assertThat(world.mail.attempts()).isEqualTo(world.events(DispatchRequested.class).size());
  }

  @Test
  void stays_unsent_when_its_reader_no_longer_wants_it() {
    world.send(new OptOut(new PersonId("f2"), world.now()));
    world.play("2027-01-11T12:00:00Z");

    List<DispatchSuppressed> suppressed = world.events(DispatchSuppressed.class);
    assertThat(suppressed)
        .extracting(DispatchSuppressed::reason)
        .containsOnly(SuppressReason.OPTED_OUT);
    assertThat(world.mailTo("f2", "why-copilot")).isEmpty();
    assertThat(world.mailTo("f3", "why-copilot")).hasSize(1);
    assertThat(world.rollout(FINANCE).members()).contains(new PersonId("f2"));
  }
}
