package org.uitrol.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.channel.ChannelCommand.ChangeChannel;
import org.uitrol.domain.channel.ChannelCommand.CloseChannel;
import org.uitrol.domain.channel.ChannelCommand.MoveChannel;
import org.uitrol.domain.channel.ChannelCommand.OpenChannel;
import org.uitrol.domain.channel.ChannelCommand.PauseChannel;
import org.uitrol.domain.channel.ChannelCommand.RenewSecret;
import org.uitrol.domain.channel.ChannelCommand.ResumeChannel;
import org.uitrol.domain.channel.ChannelCommand.SuspendChannel;
import org.uitrol.domain.channel.ChannelCommand.TestChannel;
import org.uitrol.domain.channel.ChannelEvent.ChannelPaused;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.domain.shared.Rejected;

class AChannel {

  private static final ChannelId ID = new ChannelId("c-1");
  private static final AccountId ANN = new AccountId("ann");
  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Set<ChannelTopic> LAUNCHES = Set.of(ChannelTopic.CAMPAIGN_LAUNCHED);

  @Test
  void is_told_of_what_it_was_opened_for() {
    Channel channel = opened(ChannelKind.WEBHOOK);
    assertThat(channel.listensTo(ChannelTopic.CAMPAIGN_LAUNCHED)).isTrue();
    assertThat(channel.listensTo(ChannelTopic.STAGE_ENTERED)).isFalse();
    assertThat(channel.name()).isEqualTo("Helpdesk");
    assertThat(Channel.open(channel, open(ChannelKind.WEBHOOK, "Helpdesk", LAUNCHES))).isEmpty();
  }

  @Test
  void needs_a_name_and_something_to_be_told_of() {
    for (String name : List.of(" ", "x".repeat(101))) {
      assertRejected(
          "CHANNEL_NAME", () -> Channel.open(null, open(ChannelKind.TEAMS, name, LAUNCHES)));
    }
    assertRejected(
        "CHANNEL_TOPICS", () -> Channel.open(null, open(ChannelKind.TEAMS, "x", Set.of())));
  }

  @Test
  void is_told_nothing_while_it_is_paused() {
    Channel paused =
        after(opened(ChannelKind.TEAMS), channel -> channel.pause(new PauseChannel(ID, ANN, AT)));
    assertThat(paused.listensTo(ChannelTopic.CAMPAIGN_LAUNCHED)).isFalse();
    assertThat(paused.pause(new PauseChannel(ID, ANN, AT))).isEmpty();
    assertRejected("CHANNEL_PAUSED", () -> paused.test(new TestChannel(ID, ANN, AT)));
    assertThat(after(paused, channel -> channel.resume(new ResumeChannel(ID, ANN, AT))))
        .isEqualTo(opened(ChannelKind.TEAMS));
  }

  @Test
  void that_is_gone_is_paused_by_nobody_and_once() {
    SuspendChannel gone = new SuspendChannel(ID, PauseReason.GONE, AT);
    Channel channel = opened(ChannelKind.WEBHOOK);
    assertThat(channel.suspend(gone))
        .containsExactly(new ChannelPaused(ID, PauseReason.GONE, null, AT));
    assertThat(after(channel, one -> one.suspend(gone)).suspend(gone)).isEmpty();
  }

  @Test
  void that_is_closed_stays_closed() {
    Channel closed =
        after(opened(ChannelKind.WEBHOOK), channel -> channel.close(new CloseChannel(ID, ANN, AT)));
    assertThat(closed.listensTo(ChannelTopic.CAMPAIGN_LAUNCHED)).isFalse();
    assertThat(closed.close(new CloseChannel(ID, ANN, AT))).isEmpty();
    assertThat(closed.suspend(new SuspendChannel(ID, PauseReason.GONE, AT))).isEmpty();
    assertRejected("CHANNEL_CLOSED", () -> closed.resume(new ResumeChannel(ID, ANN, AT)));
    assertRejected("CHANNEL_CLOSED", () -> closed.renew(new RenewSecret(ID, ANN, AT)));
    assertRejected(
        "CHANNEL_CLOSED", () -> closed.change(new ChangeChannel(ID, "x", "nl", LAUNCHES, ANN, AT)));
  }

  @Test
  void is_changed_only_by_what_is_different() {
    Channel channel = opened(ChannelKind.WEBHOOK);
    assertThat(channel.change(new ChangeChannel(ID, "Helpdesk ", "nl", LAUNCHES, ANN, AT)))
        .isEmpty();
    Set<ChannelTopic> stages = Set.of(ChannelTopic.STAGE_ENTERED);
    Channel changed =
        after(channel, one -> one.change(new ChangeChannel(ID, "Helpdesk", "nl", stages, ANN, AT)));
    assertThat(changed.listensTo(ChannelTopic.STAGE_ENTERED)).isTrue();
    assertThat(changed.listensTo(ChannelTopic.CAMPAIGN_LAUNCHED)).isFalse();
  }

  @Test
  void of_a_team_has_no_secret() {
    assertRejected(
        "CHANNEL_UNSIGNED", () -> opened(ChannelKind.TEAMS).renew(new RenewSecret(ID, ANN, AT)));
  }

  @Test
  void is_told_at_another_address_once_it_has_moved() {
    Channel moved =
        after(
            opened(ChannelKind.WEBHOOK),
            channel -> channel.move(new MoveChannel(ID, "events.example.org", ANN, AT)));
    assertThat(moved.host()).isEqualTo("events.example.org");
    assertThat(moved.topics()).isEqualTo(LAUNCHES);
    Channel closed = after(moved, channel -> channel.close(new CloseChannel(ID, ANN, AT)));
    assertRejected(
        "CHANNEL_CLOSED", () -> closed.move(new MoveChannel(ID, "example.org", ANN, AT)));
  }

  private static Channel opened(ChannelKind kind) {
    return Channel.evolve(null, Channel.open(null, open(kind, " Helpdesk", LAUNCHES)).get(0));
  }

  private static OpenChannel open(ChannelKind kind, String name, Set<ChannelTopic> topics) {
    return new OpenChannel(ID, kind, name, "hooks.example.org", "nl", topics, ANN, AT);
  }

  private static Channel after(Channel channel, Function<Channel, List<ChannelEvent>> decision) {
    Channel next = channel;
    for (ChannelEvent event : decision.apply(channel)) {
      next = Channel.evolve(next, event);
    }
    return next;
  }

  private static void assertRejected(String code, Runnable action) {
    assertThatThrownBy(action::run).isInstanceOf(Rejected.class).hasMessageStartingWith(code);
  }
}
