package org.uitrol.application.communication;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.Invitation;
import org.uitrol.domain.communication.Invitation.Method;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.followup.FollowUpCase;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.ChainEnd;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.ReactionFired;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.shared.SkillPathId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.ParticipationCommand.TakePart;
import org.uitrol.domain.survey.Survey;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.training.LearnerEvent;
import org.uitrol.domain.training.LearnerRecord;
import org.uitrol.domain.training.SkillPath;
import org.uitrol.domain.training.SkillPathEvent;

/** Looks, just before a mail is sent, whether what it says is still true. */
@Component
public class StillTrue {

  private final Streams streams;

  public StillTrue(Streams streams) {
    this.streams = streams;
  }

  /** Whether that letter still makes sense for that reader. */
  public boolean isTrue(Letter letter, PersonId reader) {
    Topic topic = letter.topic();
    return switch (topic.kind()) {
      case NEWS -> concerns(letter, reader);
      case SESSION -> fits(letter, reader, new SessionId(topic.id()));
      case SURVEY -> isAsked(reader, new SurveyId(topic.id()));
      case COURSE -> isToFollow(new LearnerRecordId(topic.id()));
      case FOLLOW_UP -> isOpen(new FollowUpId(topic.id()));
      case CONCERN -> isSo(letter, reader, new ConcernId(topic.id()));
      case PATH -> isDue(letter, new SkillPathId(topic.id()));
    };
  }

  /**
   * An announcement is for who still takes part; other news is about the department. What a
   * reaction has to say is of no use when that is over.
   */
  private boolean concerns(Letter letter, PersonId reader) {
    DepartmentRollout rollout =
        streams
            .state(letter.rollout(), RolloutEvent.class, DepartmentRollout::evolve)
            .orElseThrow();
    if (isFromReaction(letter)) {
      List<RolloutEvent> history = streams.events(letter.rollout(), RolloutEvent.class);
      if (reaction(letter, history)
          .filter(fired -> ChainEnd.isReached(fired, history))
          .isPresent()) {
        return false;
      }
    }
    ActivityState activity =
        rollout.activities().get(letter.details().getOrDefault("activity", ""));
    return activity == null
        || activity.plan().kind() != ActivityKind.ANNOUNCEMENT
        || rollout.members().contains(reader);
  }

  /** The plan's own activities have no dot in their names, unless their stage began anew. */
  private static boolean isFromReaction(Letter letter) {
    return letter.details().containsKey("reaction")
        || letter.details().getOrDefault("activity", "").contains(".");
  }

  /** The reaction that a letter to or about a department comes from, if it comes from one. */
  private static Optional<ReactionFired> reaction(Letter letter, List<RolloutEvent> history) {
    SortedMap<String, String> details = letter.details();
    if (!details.containsKey("reaction")) {
      return ChainEnd.firingOf(details.getOrDefault("activity", ""), history);
    }
    return history.stream()
        .filter(ReactionFired.class::isInstance)
        .map(ReactionFired.class::cast)
        .filter(fired -> fired.reaction().equals(details.get("reaction")))
        .filter(fired -> fired.cause().equals(details.get("cause")))
        .findFirst();
  }

  /** An invitation needs a seat at that very place; a cancellation that there is none. */
  private boolean fits(Letter letter, PersonId reader, SessionId id) {
    Invitation invitation = letter.invitation();
    Session session = streams.state(id, SessionEvent.class, Session::evolve).orElse(null);
    if (invitation == null || session == null) {
      return false;
    }
    boolean expected =
        session.state() == Session.State.PLANNED
            && (session.holdsSeat(reader) || reader.equals(session.presenter()));
    return invitation.method() == Method.CANCEL
        ? !expected
        : expected && session.place().equals(invitation.place());
  }

  private boolean isAsked(PersonId reader, SurveyId id) {
    return streams
        .state(id, SurveyEvent.class, Survey::evolve)
        .map(
            survey ->
                !survey.closed()
                    && survey.invited().contains(reader)
                    && !streams.exists(TakePart.participation(id, reader)))
        .orElse(false);
  }

  private boolean isToFollow(LearnerRecordId id) {
    return streams
        .state(id, LearnerEvent.class, LearnerRecord::evolve)
        .map(
            learner ->
                learner.state() == LearnerRecord.State.ENROLLED
                    || learner.state() == LearnerRecord.State.OVERDUE)
        .orElse(false);
  }

  /** Whether any of the courses that it names still has to be followed. */
  private boolean isDue(Letter letter, SkillPathId id) {
    List<String> courses = List.of(letter.details().getOrDefault("courses", "").split(","));
    return streams
        .state(id, SkillPathEvent.class, SkillPath::evolve)
        .map(path -> courses.stream().anyMatch(path.due()::contains))
        .orElse(false);
  }

  /** Who owes an answer hears of what waits for it; who asked, of what was answered. */
  private boolean isSo(Letter letter, PersonId reader, ConcernId id) {
    return streams
        .state(id, ConcernEvent.class, Concern::evolve)
        .map(
            concern ->
                letter.template().equals("concern-answered")
                    ? concern.status() == Concern.Status.ANSWERED && reader.equals(concern.asker())
                    : concern.status() == Concern.Status.OPEN)
        .orElse(false);
  }

  private boolean isOpen(FollowUpId id) {
    return streams
        .state(id, FollowUpEvent.class, FollowUpCase::evolve)
        .map(followUp -> !followUp.closed())
        .orElse(false);
  }
}
