package org.uitrol.adapters.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.proof.CheckpointSchedule;
import org.uitrol.application.proof.MadeCheckpoints;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Timekeeper;
import org.uitrol.application.shared.TimerKey;
import org.uitrol.application.shared.TimerKey.Kind;
import org.uitrol.domain.proof.CheckpointEvent;
import org.uitrol.domain.proof.CheckpointEvent.CheckpointAsked;
import org.uitrol.domain.shared.HistoryId;

/**
 * Has the first checkpoint asked for when its time comes, and follows a setting that has changed. A
 * time that passed while nothing ran comes up at once.
 */
@Component
class DailyCheckpoints {

  private final CheckpointSchedule schedule;
  private final MadeCheckpoints made;
  private final Timekeeper timekeeper;
  private final CommandDesk desk;
  private final TransactionTemplate transactions;

  DailyCheckpoints(
      CheckpointSchedule schedule,
      MadeCheckpoints made,
      Timekeeper timekeeper,
      CommandDesk desk,
      PlatformTransactionManager transactions) {
    this.schedule = schedule;
    this.made = made;
    this.timekeeper = timekeeper;
    this.desk = desk;
    this.transactions = new TransactionTemplate(transactions);
  }

  @EventListener(ApplicationReadyEvent.class)
  void arm() {
    String key = new TimerKey(Kind.CHECKPOINT, HistoryId.OWN.value(), "").text();
    Optional<Instant> due = schedule.after(lastAsked(made.events()).orElse(desk.now()));
    transactions.executeWithoutResult(
        status ->
            due.ifPresentOrElse(
                moment -> timekeeper.wakeAt(key, moment), () -> timekeeper.forget(key)));
  }

  private static Optional<Instant> lastAsked(List<CheckpointEvent> events) {
    return events.stream()
        .filter(CheckpointAsked.class::isInstance)
        .map(CheckpointEvent::at)
        .max(Instant::compareTo);
  }
}
