package org.uitrol.application.training.process;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.training.StatementIntake;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.domain.training.LearningAccountEvent.AccountMatched;
import org.uitrol.domain.training.LearningAccountEvent.AccountReleased;

/** Tells what was kept aside once it is known whom, or which record, it is about. */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class FollowStatements {

  private static final Actor ACTOR = Actor.process(FollowStatements.class);

  private final StatementStore store;
  private final StatementIntake intake;

  public FollowStatements(StatementStore store, StatementIntake intake) {
    this.store = store;
    this.intake = intake;
  }

  @EventHandler
  void on(AccountMatched event) {
    store.match(event.account(), event.person(), true);
    intake.tellAll(event.account(), ACTOR);
  }

  @EventHandler
  void on(AccountReleased event) {
    intake.takeAllBack(event.account(), event.person(), ACTOR);
  }

  @EventHandler
  void on(LearnerEnrolled event) {
    intake.tellOf(
        event.learnerRecord(),
        new LearnerRow(
            event.learnerRecord(),
            event.rollout(),
            event.activity(),
            event.course(),
            event.person(),
            event.dueAt(),
            LearnerRecord.State.ENROLLED,
            0,
            null,
            null,
            null),
        ACTOR);
  }
}
