package org.uitrol.application.rollout.process;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import org.uitrol.application.rollout.Observations;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.CampaignEvent.CampaignCompleted;
import org.uitrol.domain.campaign.CampaignEvent.WaveStarted;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchEvent;
import org.uitrol.domain.communication.DispatchEvent.DispatchBounced;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.concern.Concern;
import org.uitrol.domain.concern.ConcernEvent;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernOverdue;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.followup.FollowUpCase;
import org.uitrol.domain.followup.FollowUpEvent;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.rollout.Observation;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.session.Session;
import org.uitrol.domain.session.SessionEvent;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.RolloutId;

/**
 * Tells rollouts of what is no evidence and that a plan may react to all the same: mail that
 * doesn't arrive, concerns, follow-ups that end, sessions that move, and the campaign.
 */
@Component
@ProcessingGroup(Processing.PROCESS)
@DisallowReplay
public class ReportTriggers {

  private static final Actor ACTOR = Actor.process(ReportTriggers.class);

  private final Observations observations;
  private final RolloutIndex rollouts;
  private final Streams streams;

  public ReportTriggers(Observations observations, RolloutIndex rollouts, Streams streams) {
    this.observations = observations;
    this.rollouts = rollouts;
    this.streams = streams;
  }

  @EventHandler
  void on(DispatchFailed event) {
    mail(ReactionTrigger.MAIL_FAILED, event.dispatch(), "failed/" + event.attempt(), event.at());
  }

  /** Who has no address gets no mail either. */
  @EventHandler
  void on(DispatchSuppressed event) {
    if (event.reason() == SuppressReason.NO_ADDRESS) {
      mail(ReactionTrigger.MAIL_FAILED, event.dispatch(), "no-address", event.at());
    }
  }

  @EventHandler
  void on(DispatchBounced event) {
    mail(ReactionTrigger.MAIL_BOUNCED, event.dispatch(), "bounced", event.at());
  }

  private void mail(ReactionTrigger trigger, DispatchId id, String what, Instant at) {
    Dispatch dispatch = streams.state(id, DispatchEvent.class, Dispatch::evolve).orElseThrow();
    Letter letter = dispatch.letter();
    if (!isAboutMail(letter.topic())) {
      observations.tellIfAsked(
          letter.rollout(),
          Observation.ofPerson(
              trigger, what + "/" + id, "", dispatch.person(), Map.of("mail", letter.template())),
          at,
          ACTOR);
    }
  }

  /** That a mail about undelivered mail isn't delivered either tells nothing new. */
  private boolean isAboutMail(Topic topic) {
    return topic.kind() == Topic.Kind.FOLLOW_UP
        && streams
            .state(new FollowUpId(topic.id()), FollowUpEvent.class, FollowUpCase::evolve)
            .map(FollowUpCase::isAboutMail)
            .orElse(false);
  }

  @EventHandler
  void on(ConcernRaised event) {
    concern(ReactionTrigger.CONCERN_RAISED, event, "raised", event.at());
  }

  @EventHandler
  void on(ConcernOverdue event) {
    concern(ReactionTrigger.CONCERN_OVERDUE, event, "overdue/" + event.at(), event.at());
  }

  @EventHandler
  void on(ConcernAnswered event) {
    concern(ReactionTrigger.CONCERN_ANSWERED, event, "answered/" + event.version(), event.at());
  }

  private void concern(ReactionTrigger trigger, ConcernEvent event, String what, Instant at) {
    Concern concern =
        streams.state(event.concern(), ConcernEvent.class, Concern::evolve).orElseThrow();
    Map<String, Object> facts =
        Map.of(
            "concern.category",
            concern.category().key(),
            "concern.mustAnswer",
            concern.mark() != null);
    for (Entry rollout : rollouts.ofCampaign(concern.campaign())) {
      if (concern.department() == null || concern.department().equals(rollout.department())) {
        department(rollout.rollout(), trigger, what + "/" + event.concern(), "", facts, at);
      }
    }
  }

  @EventHandler
  void on(FollowUpClosed event) {
    observations.tellIfAsked(
        event.rollout(),
        Observation.ofPerson(
            ReactionTrigger.FOLLOW_UP_CLOSED,
            "closed/" + event.followUp(),
            event.activity(),
            event.person(),
            Map.of("outcome", Keys.of(event.outcome()))),
        event.at(),
        ACTOR);
  }

  @EventHandler
  void on(SessionRescheduled event) {
    Session session =
        streams.state(event.session(), SessionEvent.class, Session::evolve).orElseThrow();
    department(
        session.rollout(),
        ReactionTrigger.SESSION_RESCHEDULED,
        "rescheduled/" + event.session() + "/" + event.sequence(),
        session.activity(),
        Map.of(),
        event.at());
  }

  /** The departments of the wave itself begin: their stage is entered. */
  @EventHandler
  void on(WaveStarted event) {
    rollouts.ofCampaign(event.campaign()).stream()
        .filter(rollout -> !event.departments().contains(rollout.department()))
        .forEach(
            rollout ->
                department(
                    rollout.rollout(),
                    ReactionTrigger.WAVE_STARTED,
                    "wave/" + event.wave(),
                    "",
                    Map.of("wave", event.wave()),
                    event.at()));
  }

  @EventHandler
  void on(CampaignCompleted event) {
    CampaignId campaign = event.campaign();
    rollouts
        .ofCampaign(campaign)
        .forEach(
            rollout ->
                department(
                    rollout.rollout(),
                    ReactionTrigger.CAMPAIGN_COMPLETED,
                    "campaign/" + campaign,
                    "",
                    Map.of(),
                    event.at()));
  }

  private void department(
      RolloutId rollout,
      ReactionTrigger trigger,
      String cause,
      String activity,
      Map<String, Object> facts,
      Instant at) {
    observations.tellIfAsked(
        rollout,
        new Observation(
            trigger, cause, activity, null, new TreeMap<>(facts), new TreeMap<>(), Set.of()),
        at,
        ACTOR);
  }
}
