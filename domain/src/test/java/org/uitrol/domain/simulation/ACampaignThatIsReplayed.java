package org.uitrol.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.simulation.ReplayCommand.AskReplay;
import org.uitrol.domain.simulation.ReplayEvent.ReplayAsked;

class ACampaignThatIsReplayed {

  private static final CampaignId COPILOT = new CampaignId("copilot-2027");
  private static final AccountId AUDITOR = new AccountId("account-auditor");
  private static final Instant AT = Instant.parse("2028-01-11T08:00:00Z");
  private static final Instant UNTIL = Instant.parse("2027-03-03T00:00:00Z");

  @Test
  void is_written_down_each_time_with_who_asked_and_under_which_plan() {
    List<ReplayEvent> events = Replay.ask(ask(2, UNTIL));

    assertThat(events).containsExactly(new ReplayAsked(COPILOT, 2, "5f2b", UNTIL, AUDITOR, AT));
    Replay once = Replay.evolve(null, events.get(0));
    assertThat(once.times()).isEqualTo(1);
    assertThat(Replay.ask(ask(2, UNTIL))).hasSize(1);
    assertThat(Replay.evolve(once, events.get(0)).times()).isEqualTo(2);
  }

  @Test
  void can_be_replayed_until_now_and_no_further() {
    assertThat(Replay.ask(ask(null, AT))).hasSize(1);
    assertThatThrownBy(() -> Replay.ask(ask(null, AT.plusSeconds(1))))
        .isInstanceOf(Rejected.class)
        .extracting(thrown -> ((Rejected) thrown).code())
        .isEqualTo("MOMENT_TO_COME");
  }

  @Test
  void has_a_stream_of_its_own() {
    assertThat(ask(null, UNTIL).target().value()).isEqualTo("replay/copilot-2027");
  }

  private static AskReplay ask(@Nullable Integer version, Instant until) {
    return new AskReplay(COPILOT, version, "5f2b", until, AUDITOR, AT);
  }
}
