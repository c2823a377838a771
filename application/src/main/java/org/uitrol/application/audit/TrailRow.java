package org.uitrol.application.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.Actor;
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
    String payload) {}
