package org.uitrol.application.simulation;

import java.util.List;
import org.uitrol.domain.adoption.UsageEvent;
import org.uitrol.domain.adoption.UsageLookEvent;
import org.uitrol.domain.channel.ChannelEvent;
import org.uitrol.domain.communication.AddressEvent;
import org.uitrol.domain.communication.GoalRemindersEvent;
import org.uitrol.domain.communication.MailConsentEvent;
import org.uitrol.domain.erasure.ErasureEvent;
import org.uitrol.domain.hold.HoldEvent;
import org.uitrol.domain.proof.CheckpointEvent;
import org.uitrol.domain.rebuild.RebuildEvent;
import org.uitrol.domain.retention.RetentionEvent;
import org.uitrol.domain.session.CalendarFeedEvent;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.simulation.ReplayEvent;
import org.uitrol.domain.survey.result.ResultsEvent;
import org.uitrol.domain.survey.source.AnswerSourceEvent;
import org.uitrol.domain.training.LearningAccountEvent;

/**
 * Which events lead to something in a campaign. A report of use does so by what rollouts are told
 * of it, a statement of learning by the course that it completes; looking at something, telling
 * results, keeping the record and writing mail lead to nothing that a plan decides.
 */
final class Bearing {

  /** Whose events lead to nothing that a plan decides. */
  static final List<Class<? extends DomainEvent>> NONE =
      List.of(
          AddressEvent.class,
          AnswerSourceEvent.class,
          CalendarFeedEvent.class,
          ChannelEvent.class,
          CheckpointEvent.class,
          ErasureEvent.class,
          GoalRemindersEvent.class,
          HoldEvent.class,
          LearningAccountEvent.class,
          MailConsentEvent.class,
          RebuildEvent.class,
          ReplayEvent.class,
          ResultsEvent.class,
          RetentionEvent.class,
          UsageEvent.class,
          UsageLookEvent.class);

  private Bearing() {}

  static boolean of(DomainEvent event) {
    return NONE.stream().noneMatch(type -> type.isInstance(event));
  }
}
