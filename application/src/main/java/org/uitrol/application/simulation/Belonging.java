package org.uitrol.application.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.survey.ParticipationEvent.ParticipationRecorded;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;
import org.uitrol.domain.training.SkillPathEvent.PathBegun;

/** To which campaign, department and activity the events of histories belong. One thread. */
final class Belonging {

  /**
   * Where an event belongs.
   *
   * @param department null when it is about the whole campaign
   * @param activity empty when it is about none
   */
  record Place(CampaignId campaign, @Nullable DepartmentId department, String activity) {}

  private final Map<String, Place> streams = new HashMap<>();

  /** Where an event belongs; empty when it is about no campaign. */
  Optional<Place> of(Happened happened) {
    Place known = streams.get(happened.stream());
    if (known == null) {
      known = begin(happened.what());
      if (known != null) {
        streams.put(happened.stream(), known);
      }
    }
    return Optional.ofNullable(known);
  }

  private @Nullable Place begin(DomainEvent event) {
    if (event instanceof RolloutStarted one) {
      return new Place(one.campaign(), one.department(), "");
    } else if (event instanceof CampaignEvent one) {
      return new Place(one.campaign(), null, "");
    } else if (event instanceof ConsultationEvent one) {
      return new Place(one.campaign(), null, "");
    } else if (event instanceof ConcernRaised one) {
      return new Place(one.campaign(), one.department(), "");
    } else if (event instanceof SessionPlanned one) {
      return of(one.rollout(), one.activity());
    } else if (event instanceof SurveyOpened one) {
      return of(one.rollout(), one.activity());
    } else if (event instanceof LearnerEnrolled one) {
      return of(one.rollout(), one.activity());
    } else if (event instanceof PathBegun one) {
      return of(one.rollout(), one.activity());
    } else if (event instanceof FollowUpOpened one) {
      return of(one.rollout(), one.activity());
    } else if (event instanceof DispatchRequested one) {
      return of(one.letter().rollout(), "");
    } else if (event instanceof ParticipationRecorded one) {
      return streams.get(one.survey().value());
    }
    return null;
  }

  private @Nullable Place of(RolloutId rollout, String activity) {
    Place department = streams.get(rollout.value());
    return department == null
        ? null
        : new Place(department.campaign(), department.department(), activity);
  }
}
