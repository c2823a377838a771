package org.uitrol.application.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.Source;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * One event of the history.
 *
 * @param position its place in the whole history; grows, with holes
 * @param event its identifier, to which {@code cause} of another event refers
 * @param at when it happened
 * @param recordedAt when it was written down
 * @param name its stable name
 * @param revision of its payload's shape
 * @param stream whose event it is: the identifier of the aggregate
 * @param kind which kind of aggregate that is, for instance {@code rollout}
 * @param campaign in which campaign, when it is in one
 * @param department in which department, when it is in one
 * @param person whom it is about, when it is about one
 * @param actor who asked for it, see {@link Actor}
 * @param cause the event or outside command that caused it
 * @param correlation the outside command with which the chain began
 * @param behalf for whom the actor acted, {@code self} for nobody else; null when that wasn't
 *     recorded yet
 * @param source which way it came in, see {@link Source}; null when that wasn't recorded yet
 * @param rule the version of Uitrol whose rules decided, and of the plan where the stream is pinned
 *     to one; null when that wasn't recorded yet
 * @param payload its JSON, in the shape of {@code revision}
 */
public record TrailRow(
    long position,
    String event,
    Instant at,
    Instant recordedAt,
    String name,
    int revision,
    String stream,
    String kind,
    @Nullable CampaignId campaign,
    @Nullable DepartmentId department,
    @Nullable PersonId person,
    String actor,
    String cause,
    String correlation,
    @Nullable String behalf,
    @Nullable String source,
    @Nullable String rule,
    String payload) {

  /** One from before it was recorded for whom, which way and by which rules. */
  public TrailRow(
      long position,
      String event,
      Instant at,
      Instant recordedAt,
      String name,
      int revision,
      String stream,
      String kind,
      @Nullable CampaignId campaign,
      @Nullable DepartmentId department,
      @Nullable PersonId person,
      String actor,
      String cause,
      String correlation,
      String payload) {
    this(
        position,
        event,
        at,
        recordedAt,
        name,
        revision,
        stream,
        kind,
        campaign,
        department,
        person,
        actor,
        cause,
        correlation,
        null,
        null,
        null,
        payload);
  }
}
