package org.uitrol.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.application.simulation.VirtualTime.Lateness;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.rollout.RolloutEvent.RolloutCompleted;
import org.uitrol.domain.shared.DomainEvent;

class ACampaignReplayedAsItWas {

  @Test
  void has_the_very_same_history() {
    Story story = new Story();
    story.launch(SamplePlan.plan());
    story.live("2027-05-01T12:00:00Z");
    assertThat(story.events(RolloutCompleted.class)).hasSize(2);

    Run run = replay(story, story.record());

    assertThat(what(run.world().history())).isEqualTo(what(story.record()));
    assertThat(run.missed()).isEmpty();
  }

  static Run replay(Story story, List<Happened> record) {
    Recorded recorded = new Recorded(record);
    Run run =
        new Run(
            recorded, null, story.outside(), recorded.lateness(), story.now(), () -> false);
    run.run(told -> {});
    return run;
  }

  static List<DomainEvent> what(List<Happened> history) {
    return history.stream().map(Happened::what).toList();
  }

  static final Lateness IN_TIME = Lateness.NONE;
}
