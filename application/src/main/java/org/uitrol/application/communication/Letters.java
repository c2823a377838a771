package org.uitrol.application.communication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.communication.Letters.When;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.rollout.port.RolloutIndex.Entry;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.Topic;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.session.NoSeat;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.Holidays;
import org.uitrol.domain.shared.Ids;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.WorkingCalendar;

/** Asks for mails. Words are made when they are sent; here it is only said what they are about. */
@Component
public class Letters {

  private final CommandDesk desk;
  private final Plans plans;
  private final RolloutIndex rollouts;
  private final Holidays holidays;
  private final Streams streams;

  public Letters(
      CommandDesk desk, Plans plans, RolloutIndex rollouts, Holidays holidays, Streams streams) {
    this.desk = desk;
    this.plans = plans;
    this.rollouts = rollouts;
    this.holidays = holidays;
    this.streams = streams;
  }

  /**
   * Asks for one mail. The same cause to the same person is the same mail (decision 0006).
   *
   * @param cause what makes this mail unique for the reader, for instance {@code activity/news}
   * @param when whether it waits for working hours
   */
  public void send(
      Letter letter, PersonId reader, String cause, When when, Instant at, Actor actor) {
    send(letter, reader, cause, when, at, at, actor);
  }

  /**
   * Asks for one mail that leaves later.
   *
   * @param earliest the moment before which it doesn't leave
   */
  public void send(
      Letter letter,
      PersonId reader,
      String cause,
      When when,
      Instant earliest,
      Instant at,
      Actor actor) {
    DispatchId id = id(letter.rollout(), cause, reader);
    Instant notBefore =
        when == When.AT_ONCE ? earliest : calendar(letter.rollout()).atWork(earliest);
    desk.send(new RequestDispatch(id, reader, letter, notBefore, at), actor);
  }

  /** The mail that a cause makes for a reader. */
  public static DispatchId id(RolloutId rollout, String cause, PersonId reader) {
    return new DispatchId(Ids.derived("dispatch", rollout, cause, reader));
  }

  /**
   * Tells the owner who has no seat in the sessions of an activity.
   *
   * @param unplaced who, and why
   * @param cause what makes this mail unique
   */
  public void sessionsShort(
      RolloutId rollout,
      String activity,
      Map<PersonId, NoSeat> unplaced,
      String cause,
      Instant at,
      Actor actor) {
    SortedMap<String, String> details = new TreeMap<>();
    details.put("activity", activity);
    details.put("people", "" + unplaced.size());
    for (NoSeat why : List.of(NoSeat.DAY_OFF, NoSeat.HOURS)) {
      String people =
          unplaced.keySet().stream()
              .filter(person -> unplaced.get(person) == why)
              .map(PersonId::value)
              .collect(Collectors.joining(" "));
      if (!people.isEmpty()) {
        details.put(why.name(), people);
      }
    }
    long waiting = unplaced.values().stream().filter(NoSeat.BY_PROPOSAL::equals).count();
    if (waiting > 0) {
      details.put(NoSeat.BY_PROPOSAL.name(), "" + waiting);
    }
    tellOwner(rollout, "sessions-short", cause, details, at, at, actor);
  }

  /** Writes to the owner of the campaign, at work, about what nobody may miss. */
  public void tellOwner(
      RolloutId rollout,
      String template,
      String cause,
      Map<String, String> details,
      Instant earliest,
      Instant at,
      Actor actor) {
    Letter letter = Letter.mandatory(template, rollout, Topic.news(), details);
    send(letter, owner(rollout), cause, When.AT_WORK, earliest, at, actor);
  }

  /** The calendar of the campaign that a rollout belongs to. */
  public WorkingCalendar calendar(RolloutId rollout) {
    return WorkingCalendar.of(plan(rollout).calendar(), holidays);
  }

  /** The plan version that a rollout is pinned to. */
  public Plan plan(RolloutId rollout) {
    Entry entry = entry(rollout);
    return plans.inForce(entry.campaign(), entry.planVersion());
  }

  /** Who owns the campaign. */
  public PersonId owner(RolloutId rollout) {
    return entry(rollout).owner();
  }

  /** An activity of a rollout, also one that a reaction planned. */
  public ActivityPlan activity(RolloutId rollout, String activity) {
    ActivityState state = rollout(rollout).activities().get(activity);
    if (state == null) {
      throw new IllegalStateException("no activity '" + activity + "' in " + rollout);
    }
    return state.plan();
  }

  /** The stage in which a rollout is. */
  public StageName stage(RolloutId rollout) {
    return rollout(rollout).stage();
  }

  /** The rollout as it is now. */
  public DepartmentRollout rollout(RolloutId rollout) {
    return streams
        .state(rollout, RolloutEvent.class, DepartmentRollout::evolve)
        .orElseThrow(() -> new IllegalStateException("no rollout " + rollout));
  }

  private Entry entry(RolloutId rollout) {
    return rollouts
        .find(rollout)
        .orElseThrow(() -> new IllegalStateException("no rollout " + rollout));
  }

  /** When a mail may leave. */
  public enum When {
    /** At once, also at night: it changes what somebody will do next. */
    AT_ONCE,
    /** When people are at work. */
    AT_WORK
  }
}
