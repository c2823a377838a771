package org.uitrol.adapters.persistence.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.rollout.view.ActivityRow;
import org.uitrol.application.rollout.view.ActivityRow.State;
import org.uitrol.application.rollout.view.MemoryRolloutStore;
import org.uitrol.application.rollout.view.ReactionRow;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.application.rollout.view.StageRow;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.RolloutStatus;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.Text;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class RolloutsInPostgres {

  private static final CampaignId COPILOT = new CampaignId("copilot-2027");
  private static final DepartmentId FINANCE = new DepartmentId("finance");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2027-01-12T08:00:00Z");

  @Test
  void are_kept_in_tables(JdbcClient jdbc) {
    check(new PostgresRolloutStore(jdbc));
  }

  @Test
  void are_kept_the_same_in_memory() {
    check(new MemoryRolloutStore());
  }

  private static void check(RolloutStore store) {
    RolloutRow finance = row("r-1", COPILOT, FINANCE, List.of());
    RolloutRow held = row("r-1", COPILOT, FINANCE, List.of("job-fear"));
    RolloutRow desk = row("r-2", COPILOT, new DepartmentId("burgerzaken"), List.of());
    RolloutRow chat = row("r-3", new CampaignId("chat"), FINANCE, List.of());
    store.put(finance);
    store.put(held);
    store.put(desk);
    store.put(chat);
    store.join(finance.rollout(), JOOST);
    store.join(finance.rollout(), SANNE);
    store.join(finance.rollout(), SANNE);
    store.join(chat.rollout(), SANNE);
    store.join(desk.rollout(), SANNE);
    store.leave(desk.rollout(), SANNE);

    assertThat(store.find(finance.rollout())).contains(held);
    assertThat(store.find(new RolloutId("none"))).isEmpty();
    assertThat(store.ofCampaign(COPILOT)).containsExactly(desk, held);
    assertThat(store.ofDepartment(FINANCE)).containsExactly(chat, held);
    assertThat(store.ofPerson(SANNE)).containsExactly(chat, held);
    assertThat(store.members(finance.rollout())).containsExactly(SANNE, JOOST);

    checkActivities(store, finance.rollout());
    checkReactions(store, finance.rollout());

    store.clear();
    assertThat(store.ofCampaign(COPILOT)).isEmpty();
    assertThat(store.members(finance.rollout())).isEmpty();
    assertThat(store.activities(finance.rollout())).isEmpty();
    assertThat(store.reactions(finance.rollout())).isEmpty();
  }

  private static void checkActivities(RolloutStore store, RolloutId rollout) {
    ActivityRow demo = activity(rollout, "a-demo", StageName.DEMO, MONDAY);
    ActivityRow news = activity(rollout, "news", StageName.ANNOUNCE, TUESDAY);
    ActivityRow plans = activity(rollout, "plans", StageName.ANNOUNCE, MONDAY);
    store.put(activity(rollout, "news", StageName.ANNOUNCE, MONDAY));
    store.put(demo);
    store.put(news);
    store.put(plans);

    assertThat(store.activities(rollout)).containsExactly(plans, news, demo);
    assertThat(store.activity(rollout, "news")).contains(news);
    assertThat(store.activity(rollout, "none")).isEmpty();
  }

  private static void checkReactions(RolloutStore store, RolloutId rollout) {
    TreeMap<String, Object> seen =
        new TreeMap<>(Map.of("attended", true, "score", 4.0, "stage", "demo"));
    ReactionRow fired =
        new ReactionRow(
            rollout,
            "job-fear",
            "survey/1",
            "readiness",
            null,
            null,
            seen,
            List.of(new ActionPlan(ActionPlan.Kind.HOLD, "", null, 0, 0)),
            MONDAY);
    ReactionRow refused =
        new ReactionRow(
            rollout,
            "missed",
            "attendance/1",
            "plans",
            SANNE,
            RefusalReason.CONDITION_FAILS,
            seen,
            List.of(),
            TUESDAY);
    store.put(fired);
    store.put(fired);
    store.put(refused);

    assertThat(store.reactions(rollout)).containsExactly(refused, fired);
  }

  private static RolloutRow row(
      String id, CampaignId campaign, DepartmentId department, List<String> holds) {
    Finding finding =
        new Finding(
            "responses.rate >= 0.4",
            Finding.Result.FAILS,
            new TreeMap<>(Map.of("responses.rate", 0.25)));
    return new RolloutRow(
        new RolloutId(id),
        campaign,
        department,
        2,
        new PersonId("p-9"),
        null,
        RolloutStatus.RUNNING,
        StageName.ANNOUNCE,
        MONDAY,
        TUESDAY,
        null,
        2,
        holds,
        List.of(Blocker.tooEarly(TUESDAY), Blocker.of(finding)),
        true,
        List.of(new StageRow(StageName.ANNOUNCE, MONDAY, null)),
        null);
  }

  private static ActivityRow activity(RolloutId rollout, String id, StageName stage, Instant due) {
    return new ActivityRow(
        rollout,
        id,
        ActivityKind.TASK,
        id,
        stage,
        Text.of("nl", "Zet de licenties klaar"),
        State.STARTED,
        due,
        TUESDAY,
        12,
        1);
  }
}
