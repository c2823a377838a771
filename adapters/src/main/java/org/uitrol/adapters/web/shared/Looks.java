package org.uitrol.adapters.web.shared;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.view.ActivityRow;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.StageRow;
import org.uitrol.domain.campaign.CampaignStatus;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.training.LearnerRecord;

/**
 * How a state looks: the class of its sign, which stands beside its words and never for them. Pages
 * use it by the name {@code looks}.
 */
@Component
public class Looks {

  private static final String GO = "go";
  private static final String GOOD = "good";
  private static final String WAIT = "wait";
  private static final String STOP = "stop";
  private static final String WARN = "warn";
  private static final String BAD = "bad";

  private static final Map<Enum<?>, String> LOOKS =
      Map.ofEntries(
          Map.entry(CampaignStatus.IN_REVIEW, WAIT),
          Map.entry(CampaignStatus.APPROVED, GOOD),
          Map.entry(CampaignStatus.RUNNING, GO),
          Map.entry(CampaignStatus.PAUSED, STOP),
          Map.entry(CampaignStatus.COMPLETED, GOOD),
          Map.entry(CampaignStatus.CANCELLED, BAD),
          Map.entry(RolloutStatus.RUNNING, GO),
          Map.entry(RolloutStatus.PAUSED, STOP),
          Map.entry(RolloutStatus.COMPLETED, GOOD),
          Map.entry(RolloutStatus.CANCELLED, BAD),
          Map.entry(ActivityRow.State.PLANNED, WAIT),
          Map.entry(ActivityRow.State.STARTED, GO),
          Map.entry(ActivityRow.State.OVER, GOOD),
          Map.entry(ActivityRow.State.MISSED, WARN),
          Map.entry(Session.State.PLANNED, WAIT),
          Map.entry(Session.State.ENDED, GOOD),
          Map.entry(Session.State.CANCELLED, BAD),
          Map.entry(Dispatch.State.WAITING, WAIT),
          Map.entry(Dispatch.State.GATHERED, WAIT),
          Map.entry(Dispatch.State.HANDING_OVER, GO),
          Map.entry(Dispatch.State.HANDED_OVER, GOOD),
          Map.entry(Dispatch.State.FAILED, BAD),
          Map.entry(Dispatch.State.UNKNOWN, WARN),
          Map.entry(Dispatch.State.BOUNCED, BAD),
          Map.entry(Concern.Status.OPEN, WAIT),
          Map.entry(Concern.Status.ANSWERED, GOOD),
          Map.entry(LearnerRecord.State.ENROLLED, GO),
          Map.entry(LearnerRecord.State.OVERDUE, WARN),
          Map.entry(LearnerRecord.State.COMPLETED, GOOD));

  /** The class of the sign; none for what needs no attention. */
  public String of(@Nullable Enum<?> state) {
    return state == null ? "" : LOOKS.getOrDefault(state, "");
  }

  /**
   * Where a department is with a stage.
   *
   * @param key of the words
   * @param at since when, or when it was through
   */
  public record StageLook(boolean current, String look, String key, @Nullable Instant at) {}

  public StageLook stage(RolloutRow rollout, StageName stage) {
    for (StageRow entered : rollout.stages()) {
      if (entered.stage() == stage) {
        return entered.openedAt() == null
            ? new StageLook(true, GO, "board.busy", entered.enteredAt())
            : new StageLook(false, GOOD, "board.through", entered.openedAt());
      }
    }
    return new StageLook(false, "", "board.notYet", null);
  }
}
