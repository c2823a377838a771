package org.uitrol.application.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.uitrol.application.testing.SamplePlan;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;

/** Timers and mail stand still, then everything that was due comes at once. */
class AnOutageOfEightWorkingDays {

  private static final Instant FIRST_DAY = Instant.parse("2027-01-11T00:00:00Z");
  private static final Duration HALF_A_DAY = Duration.ofHours(12);
  private static final Duration OUTAGE = Duration.ofDays(10);
  private static final int LONGEST = 400;

  private final World world = World.ofTwoDepartments("2027-01-08T12:00:00Z");

  @ParameterizedTest
  @MethodSource("everyDayOfTheCampaign")
  void leaves_nothing_stuck(int day) {
    world.launch(SamplePlan.plan());
    Instant broken = FIRST_DAY.plus(Duration.ofDays(day));
    boolean wasBroken = false;
    for (int step = 0; step < LONGEST && !isOver(); step++) {
      Instant next = FIRST_DAY.plus(HALF_A_DAY.multipliedBy(step));
      if (!wasBroken && !next.isBefore(broken)) {
        world.sleep(broken.plus(OUTAGE).toString());
        wasBroken = true;
      }
      if (next.isAfter(world.now()) || next.equals(world.now())) {
        world.play(next.toString());
        world.everybodyActs();
      }
    }

    assertThat(isOver()).isTrue();
    assertThat(world.events(HandedOver.class))
        .extracting(HandedOver::dispatch)
        .doesNotHaveDuplicates();
  }

  static IntStream everyDayOfTheCampaign() {
    return IntStream.range(0, 45);
  }

  private boolean isOver() {
    return !world.events(CampaignCompleted.class).isEmpty();
  }
}
