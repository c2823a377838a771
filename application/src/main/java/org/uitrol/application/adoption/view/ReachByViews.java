package org.uitrol.application.adoption.view;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.session.view.SeatRow;
import org.uitrol.application.session.view.SessionRow;
import org.uitrol.application.session.view.SessionStore;
import org.uitrol.application.training.view.LearnerRow;
import org.uitrol.application.training.view.LearnerStore;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerRecord;

/** How far people came, by the views alone: also where those are kept in memory. */
@Component
public final class ReachByViews {

  private final SessionStore sessions;
  private final MailStore mails;
  private final LearnerStore learners;

  public ReachByViews(SessionStore sessions, MailStore mails, LearnerStore learners) {
    this.sessions = sessions;
    this.mails = mails;
    this.learners = learners;
  }

  /** See {@link org.uitrol.application.adoption.port.Reach}. */
  public Map<AdoptionStep, Set<PersonId>> of(RolloutId rollout, Set<String> announcements) {
    Map<AdoptionStep, Set<PersonId>> reached = new EnumMap<>(AdoptionStep.class);
    Set<PersonId> invited = step(reached, AdoptionStep.INVITED);
    Set<PersonId> informed = step(reached, AdoptionStep.INFORMED);
    Set<PersonId> demoed = step(reached, AdoptionStep.DEMOED);
    Set<PersonId> trained = step(reached, AdoptionStep.TRAINED);
    for (SessionRow session : sessions.ofRollout(rollout)) {
      for (SeatRow seat : sessions.seats(session.session())) {
        invited.add(seat.person());
        if (Boolean.TRUE.equals(seat.attended())) {
          if (session.kind() == ActivityKind.PRESENTATION) {
            informed.add(seat.person());
          } else if (session.kind() == ActivityKind.DEMO) {
            demoed.add(seat.person());
          }
        }
      }
    }
    for (MailRow mail : mails.ofRollout(rollout, 0, Integer.MAX_VALUE)) {
      if (mail.state() == Dispatch.State.HANDED_OVER && announcements.contains(mail.template())) {
        informed.add(mail.person());
      }
    }
    for (LearnerRow learner : learners.ofRollout(rollout)) {
      if (learner.state() == LearnerRecord.State.COMPLETED) {
        trained.add(learner.person());
      }
    }
    return reached;
  }

  private static Set<PersonId> step(Map<AdoptionStep, Set<PersonId>> reached, AdoptionStep step) {
    Set<PersonId> people = new HashSet<>();
    reached.put(step, people);
    return people;
  }
}
