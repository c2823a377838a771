package org.uitrol.domain.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.rebuild.RebuildCommand.BeginRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.StopRebuild;
import org.uitrol.domain.rebuild.RebuildCommand.SwitchView;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildBegun;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildStopped;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildSwitched;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Rejected;

class AViewIsFilledAnew {

  private static final String VIEW = "view.rollout";
  private static final AccountId ADMIN = new AccountId("admin");
  private static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");
  private static final BeginRebuild BEGIN = new BeginRebuild(VIEW, "run-1", ADMIN, AT);
  private static final SwitchView SWITCH = new SwitchView(VIEW, "run-1", 90, 80, 70, 2, 1, AT);
  private static final StopRebuild STOP = new StopRebuild(VIEW, "run-1", StopReason.FAILED, AT);

  @Test
  void and_takes_the_place_of_the_old_one() {
    assertThat(Rebuild.decide(null, BEGIN))
        .containsExactly(new RebuildBegun(VIEW, "run-1", ADMIN, AT));
    assertThat(Rebuild.decide(underWay(), SWITCH))
        .containsExactly(new RebuildSwitched(VIEW, "run-1", 90, 80, 70, 2, 1, AT));
    assertThat(BEGIN.target().value()).isEqualTo("rebuild/view.rollout");
  }

  @Test
  void or_is_given_up() {
    assertThat(Rebuild.decide(underWay(), STOP))
        .containsExactly(new RebuildStopped(VIEW, "run-1", StopReason.FAILED, AT));
  }

  @Test
  void never_twice_at_once() {
    assertThatThrownBy(() -> Rebuild.decide(underWay(), new BeginRebuild(VIEW, "run-2", ADMIN, AT)))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("REBUILD_UNDER_WAY");
    assertThat(Rebuild.decide(underWay(), BEGIN)).as("asked for again").isEmpty();
  }

  @Test
  void and_again_when_that_is_over() {
    Rebuild over = after(underWay(), SWITCH);
    assertThat(Rebuild.decide(over, new BeginRebuild(VIEW, "run-2", ADMIN, AT))).hasSize(1);
    assertThat(Rebuild.decide(over, SWITCH)).isEmpty();
    assertThat(Rebuild.decide(over, STOP)).isEmpty();
  }

  @Test
  void once_only_by_the_run_that_is_under_way() {
    SwitchView other = new SwitchView(VIEW, "run-0", 90, 80, 70, 2, 1, AT);
    StopRebuild late = new StopRebuild(VIEW, "run-0", StopReason.BY_SOMEBODY, AT);
    assertThat(Rebuild.decide(underWay(), other)).isEmpty();
    assertThat(Rebuild.decide(underWay(), late)).isEmpty();
    assertThat(Rebuild.decide(null, SWITCH)).isEmpty();
  }

  private static Rebuild underWay() {
    return after(null, BEGIN);
  }

  private static Rebuild after(@Nullable Rebuild rebuild, RebuildCommand command) {
    Rebuild state = rebuild;
    for (RebuildEvent event : Rebuild.decide(rebuild, command)) {
      state = Rebuild.evolve(state, event);
    }
    return Objects.requireNonNull(state);
  }
}
