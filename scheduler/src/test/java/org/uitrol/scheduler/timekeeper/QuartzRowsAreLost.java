package org.uitrol.scheduler.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuartzRowsAreLost extends NodesOnADatabase {

  @Test
  void after_a_restart_every_timer_is_woken_once() {
    QuartzTimers before = started(SWEEPING_OFTEN);
    arm(before, "due/soon", in(3_000));
    arm(before, "due/later", in(4_500));
    before.close();
    database.loseAllQuartzRows();

    QuartzTimers after = started(SWEEPING_OFTEN);
    awaitWoken(2);

    await().atMost(SOON).until(() -> database.count("timer") == 0);
    assertThat(woken.keys).containsExactly("due/soon", "due/later");
    assertThat(after.status().isWell()).isTrue();
  }

  @Test
  void while_running_every_timer_is_woken_once_and_the_sweep_comes_back() {
    QuartzTimers node = started(SWEEPING_OFTEN);
    arm(node, "due/soon", in(2_000));
    arm(node, "due/later", in(4_000));

    database.loseAllQuartzRows();
    Instant lost = in(0);
    arm(node, "due/last", in(5_000));
    awaitWoken(3);

    await().atMost(SOON).until(() -> database.count("timer") == 0);
    assertThat(woken.keys).containsExactly("due/soon", "due/later", "due/last");
    await()
        .atMost(SOON)
        .until(
            () -> {
              Instant beat = node.status().heartbeat();
              return beat != null && beat.isAfter(lost) && node.status().isWell();
            });
  }

  @Test
  void the_alarms_of_moments_near_by_are_set_again() {
    QuartzTimers node = started(SWEEPING_OFTEN);
    Instant due = in(600_000);
    arm(node, "due/in/ten-minutes", due);
    database.loseAllQuartzRows();

    await()
        .atMost(SOON)
        .until(
            () ->
                database
                    .jdbc
                    .sql("select trigger_name from qrtz_triggers where trigger_group = 'moments'")
                    .query(String.class)
                    .list()
                    .contains(Alarms.momentOf(due).toString()));
  }

  @Test
  void an_alarm_without_its_details_does_not_keep_the_timers_from_waking() {
    QuartzTimers node = started(SWEEPING_OFTEN);
    arm(node, "due/poisoned", in(3_000));
    arm(node, "due/next", in(4_000));

    database.jdbc.sql("delete from qrtz_simple_triggers where trigger_group = 'moments'").update();

    assertThatTimersWakeAndQuartzRecovers(node);
  }

  @Test
  void an_alarm_with_unreadable_data_does_not_keep_the_timers_from_waking() {
    QuartzTimers node = started(SWEEPING_OFTEN);
    arm(node, "due/poisoned", in(3_000));
    arm(node, "due/next", in(4_000));

    database
        .jdbc
        .sql("update qrtz_triggers set trigger_type = 'BLOB' where trigger_group = 'moments'")
        .update();
    database
        .jdbc
        .sql(
            """
            insert into qrtz_blob_triggers (sched_name, trigger_name, trigger_group, blob_data)
            select sched_name, trigger_name, trigger_group, :garbage from qrtz_triggers
            where trigger_group = 'moments'
            """)
        .param("garbage", "not an object".getBytes(StandardCharsets.UTF_8))
        .update();

    assertThatTimersWakeAndQuartzRecovers(node);
  }

  @Test
  void a_job_class_that_is_gone_does_not_keep_the_timers_from_waking() {
    QuartzTimers node = started(SWEEPING_OFTEN);
    arm(node, "due/poisoned", in(3_000));
    arm(node, "due/next", in(4_000));

    database.jdbc.sql("update qrtz_job_details set job_class_name = 'org.gone.Job'").update();

    assertThatTimersWakeAndQuartzRecovers(node);
  }

  private void assertThatTimersWakeAndQuartzRecovers(QuartzTimers node) {
    Instant poisoned = in(0);
    awaitWoken(2);
    await().atMost(SOON).until(() -> database.count("timer") == 0);
    assertThat(woken.keys).containsExactly("due/poisoned", "due/next");
    await()
        .atMost(SOON)
        .until(
            () -> {
              Instant beat = node.status().heartbeat();
              return beat != null
                  && beat.isAfter(poisoned.plusSeconds(3))
                  && node.status().isWell();
            });
  }
}
