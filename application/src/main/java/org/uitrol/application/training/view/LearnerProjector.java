package org.uitrol.application.training.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerEvent.CourseBegun;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseJudged;
import org.uitrol.domain.training.LearnerEvent.CourseOverdue;
import org.uitrol.domain.training.LearnerEvent.CourseScored;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.LearnerEvent.LearnerReminded;
import org.uitrol.domain.training.LearnerEvent.LearnerWithdrawn;
import org.uitrol.domain.training.LearnerEvent.ResultWithdrawn;
import org.uitrol.domain.training.LearnerRecord.State;

/** Follows who is how far in which course. */
@Component
@ProcessingGroup("view.learner")
public class LearnerProjector {

  private final LearnerStore store;

  public LearnerProjector(LearnerStore store) {
    this.store = store;
  }

  @EventHandler
  void on(LearnerEnrolled event) {
    store.put(
        new LearnerRow(
            event.learnerRecord(),
            event.rollout(),
            event.activity(),
            event.course(),
            event.person(),
            event.dueAt(),
            State.ENROLLED,
            0,
            null,
            null,
            null));
  }

  @EventHandler
  void on(CourseCompleted event) {
    store.put(learner(event).completed(event.completedAt(), event.score()));
  }

  @EventHandler
  void on(CourseScored event) {
    store.put(learner(event).completed(event.completedAt(), event.score()));
  }

  @EventHandler
  void on(CourseJudged event) {
    store.put(learner(event).completed(event.completedAt(), null));
  }

  @EventHandler
  void on(CourseBegun event) {
    store.put(learner(event).begun(event.begunAt()));
  }

  @EventHandler
  void on(ResultWithdrawn event) {
    store.put(learner(event).withoutResult(event.completedAt(), event.score()));
  }

  @EventHandler
  void on(LearnerReminded event) {
    store.put(learner(event).reminded(event.number()));
  }

  @EventHandler
  void on(CourseOverdue event) {
    store.put(learner(event).in(State.OVERDUE));
  }

  @EventHandler
  void on(LearnerWithdrawn event) {
    store.put(learner(event).in(State.WITHDRAWN));
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private LearnerRow learner(LearnerEvent event) {
    return store
        .find(event.learnerRecord())
        .orElseThrow(() -> new IllegalStateException("no record " + event.learnerRecord()));
  }
}
