package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.application.simulation.Belonging.Place;
import org.uitrol.domain.campaign.CampaignEvent;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.campaign.consultation.ConsultationEvent;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.rollout.RolloutEvent.ActivityPlanned;
import org.uitrol.domain.rollout.RolloutEvent.ActivityStarted;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.MemberReached;
import org.uitrol.domain.rollout.RolloutEvent.PlanChanged;
import org.uitrol.domain.rollout.RolloutEvent.RolloutAmended;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.RunningActivity;
import org.uitrol.domain.session.RoomDayEvent;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;

/**
 * What events of a campaign tell, in a form in which two histories can be compared: that the plans
 * differ is no difference between what happened under them.
 */
final class Traces {

  /** An event and what it tells. */
  record Traced(Happened happened, Place place, Object tells) {}

  private Traces() {}

  /** Of a history what happened in a campaign. */
  static List<Traced> of(CampaignId campaign, List<Happened> history) {
    Belonging belonging = new Belonging();
    List<Traced> traces = new ArrayList<>();
    for (Happened happened : history) {
      Optional<Place> place = belonging.of(happened);
      if (place.isPresent() && place.get().campaign().equals(campaign) && counts(happened)) {
        traces.add(new Traced(happened, place.get(), tells(happened.what())));
      }
    }
    return traces;
  }

  /** What is written down of mail that is under way, of plans and of bookings is left out. */
  private static boolean counts(Happened happened) {
    DomainEvent event = happened.what();
    if (event instanceof DispatchEvent) {
      return event instanceof DispatchRequested && World.decides(happened.actor());
    }
    return !(event instanceof PlanDrafted)
        && !(event instanceof ConsultationEvent)
        && !(event instanceof RolloutAmended)
        && !(event instanceof PlanChanged)
        && !(event instanceof RoomDayEvent)
        && !(event instanceof ConcernEvent && !World.decides(happened.actor()))
        && !(event instanceof CampaignEvent && !World.decides(happened.actor()));
  }

  private static Object tells(DomainEvent event) {
    if (event instanceof RolloutStarted one) {
      return List.of("started", one.rollout(), one.members(), one.at());
    } else if (event instanceof WaveStarted one) {
      return List.of("wave", one.wave(), one.departments(), one.at());
    } else if (event instanceof ActivityPlanned one) {
      return List.of("planned", one.rollout(), one.activity().id(), one.dueAt(), one.at());
    } else if (event instanceof ActivityStarted one) {
      return List.of(
          "begun",
          one.rollout(),
          one.activity().id(),
          one.people(),
          one.done(),
          one.endsAt(),
          one.at());
    } else if (event instanceof MemberJoined one) {
      return List.of(
          "joined", one.rollout(), one.person(), one.how(), running(one.underWay()), one.at());
    } else if (event instanceof MemberReached one) {
      return List.of("reached", one.rollout(), one.person(), running(one.underWay()), one.at());
    } else if (event instanceof SurveyOpened one) {
      return List.of(
          "opened", one.survey(), one.invited(), one.closesAt(), one.remindAt(), one.at());
    }
    return event;
  }

  private static List<Object> running(List<RunningActivity> underWay) {
    return underWay.stream()
        .<Object>map(one -> List.of(one.activity().id(), one.endsAt()))
        .toList();
  }

  /** What stands in one history and not in the other, in the order in which it happened. */
  record Differences(List<Traced> was, List<Traced> would) {

    Differences {
      was = List.copyOf(was);
      would = List.copyOf(would);
    }

    int size() {
      return was.size() + would.size();
    }

    /** The first moment of one of them. */
    Optional<Instant> first() {
      return List.of(was, would).stream()
          .flatMap(List::stream)
          .map(one -> one.happened().what().at())
          .min(Comparator.naturalOrder());
    }
  }

  static Differences between(List<Traced> was, List<Traced> would) {
    return new Differences(without(was, would), without(would, was));
  }

  private static List<Traced> without(List<Traced> some, List<Traced> others) {
    Map<Object, Integer> counts = new HashMap<>();
    others.forEach(one -> counts.merge(one.tells(), 1, Integer::sum));
    List<Traced> rest = new ArrayList<>();
    for (Traced one : some) {
      int left = counts.getOrDefault(one.tells(), 0);
      if (left == 0) {
        rest.add(one);
      } else {
        counts.put(one.tells(), left - 1);
      }
    }
    return rest;
  }
}
