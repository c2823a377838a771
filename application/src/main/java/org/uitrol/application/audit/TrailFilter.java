package org.uitrol.application.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.Actor;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * Which part of the history is meant; all of it where nothing is said.
 *
 * @param campaign events of or about this campaign
 * @param department events that concern this department
 * @param person events that concern this person, also those that concern many
 * @param name events of this name
 * @param actor events that this actor asked for, see {@link Actor}
 * @param behalf events that somebody caused for this one
 * @param source events that came in this way: {@code page}, {@code page/public} or {@code public}
 * @param from events that happened at this moment or later
 * @param to events that happened before this moment
 */
public record TrailFilter(
    @Nullable CampaignId campaign,
    @Nullable DepartmentId department,
    @Nullable PersonId person,
    @Nullable String name,
    @Nullable String actor,
    @Nullable String behalf,
    @Nullable String source,
    @Nullable Instant from,
    @Nullable Instant to) {

  /** The whole history. */
  public static final TrailFilter ALL = new TrailFilter(null, null, null, null, null, null, null);

  /** Without regard to on whose behalf and which way. */
  public TrailFilter(
      @Nullable CampaignId campaign,
      @Nullable DepartmentId department,
      @Nullable PersonId person,
      @Nullable String name,
      @Nullable String actor,
      @Nullable Instant from,
      @Nullable Instant to) {
    this(campaign, department, person, name, actor, null, null, from, to);
  }

  /** Whether it is about a span of time. */
  public boolean isTimed() {
    return from != null || to != null;
  }

  public static TrailFilter ofCampaign(CampaignId campaign) {
    return new TrailFilter(campaign, null, null, null, null, null, null);
  }

  public static TrailFilter ofDepartment(DepartmentId department) {
    return new TrailFilter(null, department, null, null, null, null, null);
  }

  public static TrailFilter ofPerson(PersonId person) {
    return new TrailFilter(null, null, person, null, null, null, null);
  }

  /** The same, of events that happened before that moment. */
  public TrailFilter until(Instant end) {
    return new TrailFilter(campaign, department, person, name, actor, behalf, source, from, end);
  }
}
