package org.uitrol.domain.channel;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a channel can be told of, by the name of the event. Each is about a campaign, one of its
 * departments or the history as a whole, never about a person.
 */
public enum ChannelTopic {
  PLAN_SUBMITTED("campaign.plan-submitted"),
  PLAN_APPROVED("campaign.plan-approved"),
  CAMPAIGN_LAUNCHED("campaign.launched"),
  CAMPAIGN_AMENDED("campaign.amended"),
  CAMPAIGN_PAUSED("campaign.paused"),
  CAMPAIGN_RESUMED("campaign.resumed"),
  CAMPAIGN_CANCELLED("campaign.cancelled"),
  CAMPAIGN_COMPLETED("campaign.completed"),
  WAVE_STARTED("campaign.wave-started"),
  STAGE_ENTERED("stage.entered"),
  GATE_OPENED("gate.opened"),
  GATE_BLOCKED("gate.blocked"),
  GATE_OVERDUE("gate.overdue"),
  ROLLOUT_HELD("rollout.held"),
  ROLLOUT_RELEASED("rollout.released"),
  ROLLOUT_COMPLETED("rollout.completed"),
  CONCERN_RAISED("concern.raised"),
  CONCERN_ANSWERED("concern.answered"),
  CONCERN_OVERDUE("concern.overdue"),
  CHECKPOINT_SIGNED("checkpoint.signed"),
  CHECKPOINT_REFUSED("checkpoint.refused");

  private final String event;

  ChannelTopic(String event) {
    this.event = event;
  }

  /** The name of the event in the catalogue. */
  public String event() {
    return event;
  }

  /** The topic of an event, by its name; empty for what stays inside. */
  public static Optional<ChannelTopic> of(String event) {
    return Arrays.stream(values()).filter(topic -> topic.event.equals(event)).findFirst();
  }
}
