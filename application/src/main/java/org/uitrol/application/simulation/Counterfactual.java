package org.uitrol.application.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Events;
import org.uitrol.application.simulation.Belonging.Place;
import org.uitrol.application.simulation.Run.Missed;
import org.uitrol.application.simulation.Run.Timers;
import org.uitrol.application.simulation.Traces.Differences;
import org.uitrol.application.simulation.Traces.Traced;
import org.uitrol.application.simulation.Unknown.Why;
import org.uitrol.application.simulation.WhatIf.Activity;
import org.uitrol.application.simulation.WhatIf.Department;
import org.uitrol.application.simulation.WhatIf.Fidelity;
import org.uitrol.application.simulation.WhatIf.Parting;
import org.uitrol.application.simulation.WhatIf.Reaction;
import org.uitrol.application.simulation.WhatIf.Stage;
import org.uitrol.application.simulation.World.Outside;
import org.uitrol.domain.campaign.CampaignEvent.CampaignLaunched;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.rollout.RolloutEvent.GateBlocked;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.training.LearnerEvent.LearnerEnrolled;

/**
 * Replays a recorded campaign twice: under the plan as it was, which shows how far the replay can
 * be trusted, and under another plan. The whole organisation is replayed, since campaigns share
 * rooms, hours and people; one campaign is told of.
 */
public final class Counterfactual {

  private static final EventCatalog CATALOG = Events.all();

  private final CampaignId campaign;
  private final List<Happened> history;
  private final Outside outside;

  /**
   * @param history all that was recorded, of every campaign, in its order
   */
  public Counterfactual(CampaignId campaign, List<Happened> history, Outside outside) {
    this.campaign = campaign;
    this.history = List.copyOf(history);
    this.outside = outside;
  }

  /**
   * Compares what happened with what would have happened.
   *
   * @param plan the other plan, from the launch to the end; null for the plan as it was, with its
   *     amendments
   * @param until up to which moment
   * @param progress hears how many of {@link #steps} are done
   * @param stopped whether nobody wants to know any more
   * @throws Rejected {@code NOT_LAUNCHED}, or {@code OTHER_CAMPAIGN} when the plan is of another
   *     one
   */
  public WhatIf compare(
      @Nullable Plan plan, Instant until, IntConsumer progress, BooleanSupplier stopped) {
    OtherPlan other = other(plan);
    Recorded recorded = new Recorded(history);
    Map<String, Moment> moments = new HashMap<>();
    Run same = new Run(recorded, null, outside, Timers.of(recorded, moments), until, stopped);
    same.run(progress);
    List<Happened> again = same.world().history();
    if (other == null) {
      return compared(recorded, again, same, null, until);
    }
    Run would = new Run(recorded, other, outside, Timers.like(moments), until, stopped);
    would.run(told -> progress.accept(history.size() + told));
    return compared(recorded, again, would, other, until);
  }

  /** How much there is to do. */
  public int steps(boolean underAnotherPlan) {
    return underAnotherPlan ? 2 * history.size() : history.size();
  }

  private @Nullable OtherPlan other(@Nullable Plan plan) {
    CampaignLaunched launched =
        find(CampaignLaunched.class, one -> one.campaign().equals(campaign))
            .orElseThrow(() -> new Rejected("NOT_LAUNCHED", Map.of("campaign", campaign)));
    if (plan == null) {
      return null;
    }
    if (!plan.campaign().equals(campaign)) {
      throw new Rejected("OTHER_CAMPAIGN", Map.of("campaign", campaign, "plan", plan.campaign()));
    }
    Plan before =
        find(
                PlanDrafted.class,
                one -> one.campaign().equals(campaign) && one.version() == launched.version())
            .orElseThrow()
            .plan();
    return new OtherPlan(campaign, plan, launched.version(), before);
  }

  private <E> Optional<E> find(Class<E> type, Function<E, Boolean> wanted) {
    return history.stream()
        .map(Happened::what)
        .filter(type::isInstance)
        .map(type::cast)
        .filter(wanted::apply)
        .findFirst();
  }

  private WhatIf compared(
      Recorded recorded, List<Happened> same, Run would, @Nullable OtherPlan other, Instant until) {
    List<Traced> traces = Traces.of(campaign, history);
    List<Traced> tracesOfSame = Traces.of(campaign, same);
    List<Traced> tracesOfOther =
        other == null ? tracesOfSame : Traces.of(campaign, would.world().history());
    Differences unfaithful = Traces.between(traces, tracesOfSame);
    Differences differences = Traces.between(traces, tracesOfOther);
    SortedMap<String, Course> was = Courses.of(campaign, history);
    SortedMap<String, Course> courses = Courses.of(campaign, would.world().history());
    Set<DepartmentId> different = departments(differences);
    List<Department> departments = new ArrayList<>();
    Set<String> keys = new TreeSet<>(was.keySet());
    keys.addAll(courses.keySet());
    for (String key : keys) {
      DepartmentId department = new DepartmentId(key);
      departments.add(
          department(
              department,
              new Pair<>(was.get(key), courses.get(key)),
              different.contains(department)));
    }
    return new WhatIf(
        campaign,
        until,
        history.size(),
        new Fidelity(
            unfaithful.size(),
            unfaithful.first().orElse(null),
            List.copyOf(departments(unfaithful))),
        parting(differences),
        differences.size(),
        departments,
        unknown(recorded, would, other));
  }

  private static Set<DepartmentId> departments(Differences differences) {
    Set<String> keys = new TreeSet<>();
    for (List<Traced> some : List.of(differences.was(), differences.would())) {
      for (Traced one : some) {
        DepartmentId department = one.place().department();
        if (department != null) {
          keys.add(department.value());
        }
      }
    }
    Set<DepartmentId> departments = new LinkedHashSet<>();
    keys.forEach(key -> departments.add(new DepartmentId(key)));
    return departments;
  }

  /** Of what differs at the first moment, the first in each history. */
  private static @Nullable Parting parting(Differences differences) {
    Optional<Instant> at = differences.first();
    if (at.isEmpty()) {
      return null;
    }
    Traced was = first(differences.was(), at.get());
    Traced would = first(differences.would(), at.get());
    Place place = Objects.requireNonNull(was == null ? would : was).place();
    return new Parting(at.get(), place.department(), place.activity(), name(was), name(would));
  }

  private static @Nullable Traced first(List<Traced> some, Instant at) {
    return some.stream()
        .filter(one -> one.happened().what().at().equals(at))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String name(@Nullable Traced one) {
    return one == null ? null : CATALOG.nameOf(one.happened().what().getClass());
  }

  private static Department department(
      DepartmentId department, Pair<Course> course, boolean differs) {
    List<Stage> stages = new ArrayList<>();
    paired(course, Course::stages, one -> one.stage().key() + "/" + one.run())
        .forEach(
            both -> {
              Course.Stage one = either(both);
              stages.add(new Stage(one.stage(), one.run(), both));
            });
    stages.sort(Comparator.comparing(WhatIf.Stage::run).thenComparing(WhatIf.Stage::stage));
    List<Activity> activities = new ArrayList<>();
    paired(course, Course::activities, Course.Activity::id)
        .forEach(both -> activities.add(new Activity(either(both).id(), both)));
    List<Reaction> reactions = new ArrayList<>();
    paired(course, one -> List.copyOf(one.reactions().entrySet()), Map.Entry::getKey)
        .forEach(
            both ->
                reactions.add(
                    new Reaction(
                        either(both).getKey(),
                        new Pair<>(
                            both.was() == null ? null : both.was().getValue(),
                            both.would() == null ? null : both.would().getValue()))));
    return new Department(department, course, stages, activities, reactions, differs);
  }

  private static <T> T either(Pair<T> both) {
    T was = both.was();
    return was == null ? Objects.requireNonNull(both.would()) : was;
  }

  private static <T> List<Pair<T>> paired(
      Pair<Course> course, Function<Course, List<T>> parts, Function<T, String> key) {
    Map<String, T> was = byKey(course.was(), parts, key);
    Map<String, T> would = byKey(course.would(), parts, key);
    Set<String> keys = new LinkedHashSet<>(was.keySet());
    keys.addAll(would.keySet());
    return keys.stream().map(one -> new Pair<>(was.get(one), would.get(one))).toList();
  }

  private static <T> Map<String, T> byKey(
      @Nullable Course course, Function<Course, List<T>> parts, Function<T, String> key) {
    Map<String, T> all = new LinkedHashMap<>();
    if (course != null) {
      parts.apply(course).forEach(one -> all.put(key.apply(one), one));
    }
    return all;
  }

  private List<Unknown> unknown(Recorded recorded, Run would, @Nullable OtherPlan other) {
    Gathering gathering = new Gathering();
    Belonging belonging = new Belonging();
    history.forEach(belonging::of);
    for (Missed missed : would.missed()) {
      Optional<Place> place = belonging.of(missed.from());
      if (!missed.from().event().isEmpty()
          && place.map(one -> one.campaign().equals(campaign)).orElse(false)) {
        gathering.add(missed, place.get());
      }
    }
    if (other != null) {
      surveys(recorded, would, gathering);
      neverHappened(would, gathering);
      approvals(would, gathering);
      use(other, gathering, would);
    }
    return gathering.all();
  }

  /** Surveys of which the answers are assumed, or aren't known. */
  private void surveys(Recorded recorded, Run would, Gathering gathering) {
    Map<SurveyId, SurveyOpened> opened = new HashMap<>();
    history.stream()
        .map(Happened::what)
        .filter(SurveyOpened.class::isInstance)
        .map(SurveyOpened.class::cast)
        .forEach(one -> opened.putIfAbsent(one.survey(), one));
    Belonging belonging = new Belonging();
    Map<SurveyId, SurveyOpened> asked = new HashMap<>();
    for (Happened happened : would.world().history()) {
      Place place = belonging.of(happened).orElse(null);
      if (happened.what() instanceof SurveyOpened one) {
        asked.put(one.survey(), one);
      }
      if (place == null
          || !place.campaign().equals(campaign)
          || !(happened.what() instanceof SurveyClosed closed)) {
        continue;
      }
      SurveyOpened before = opened.get(closed.survey());
      SurveyClosed told = recorded.closed(closed.survey()).orElse(null);
      if (before == null || told == null) {
        gathering.add(Why.NEVER_ASKED, place, closed.at());
        continue;
      }
      if (!told.at().equals(closed.at())) {
        gathering.add(Why.ASKED_AT_ANOTHER_TIME, place, closed.at());
      }
      SurveyOpened now = asked.get(closed.survey());
      if (now != null && !before.plan().tells().containsAll(now.plan().tells())) {
        gathering.add(Why.OTHER_QUESTIONS, place, closed.at());
      }
    }
  }

  /** Courses and meetings that nobody had in fact. */
  private void neverHappened(Run would, Gathering gathering) {
    Set<String> had = new HashSet<>();
    history.forEach(one -> had.add(one.stream()));
    Belonging belonging = new Belonging();
    Set<Place> told = new HashSet<>();
    for (Happened happened : would.world().history()) {
      Place place = belonging.of(happened).orElse(null);
      boolean course = happened.what() instanceof LearnerEnrolled;
      if (place != null
          && place.campaign().equals(campaign)
          && (course || happened.what() instanceof SessionPlanned)
          && !had.contains(happened.stream())
          && told.add(place)) {
        gathering.add(course ? Why.NEVER_TAUGHT : Why.NEVER_MET, place, happened.what().at());
      }
    }
  }

  /** Gates that wait for somebody who was never asked. */
  private void approvals(Run would, Gathering gathering) {
    Map<String, Happened> blocked = new LinkedHashMap<>();
    Belonging belonging = new Belonging();
    for (Happened happened : would.world().history()) {
      belonging.of(happened);
      if (happened.what() instanceof GateBlocked one) {
        blocked.put(one.rollout().value(), happened);
      }
    }
    for (Happened happened : blocked.values()) {
      GateBlocked gate = (GateBlocked) happened.what();
      boolean stillThere =
          would
              .world()
              .rollout(gate.rollout())
              .filter(one -> one.campaign().equals(campaign))
              .map(one -> one.stage() == gate.stage() && !one.blockers().isEmpty())
              .orElse(false);
      boolean waits =
          gate.blockers().stream().anyMatch(one -> one.reason() == Blocker.Reason.APPROVAL_MISSING);
      if (stillThere && waits) {
        Place place = belonging.of(happened).orElseThrow();
        gathering.add(
            Why.NEVER_APPROVED,
            new Place(place.campaign(), place.department(), gate.stage().key()),
            gate.at());
      }
    }
  }

  /** Whose use wasn't looked at by the plan as it was can't be looked at by another one either. */
  private void use(OtherPlan other, Gathering gathering, Run would) {
    Set<String> known = new HashSet<>();
    other.before().reactions().forEach(one -> known.add(one.on()));
    for (ReactionPlan reaction : other.plan().reactions()) {
      boolean aboutUse =
          ReactionTrigger.of(reaction.on()).map(ReactionTrigger::isAboutOnesUse).orElse(false);
      if (aboutUse && !known.contains(reaction.on())) {
        gathering.add(
            Why.USE_NOT_LOOKED_AT, new Place(campaign, null, reaction.id()), would.world().now());
      }
    }
  }

  /** Tells things of one kind together. */
  private static final class Gathering {

    private record Kind(
        Why why, @Nullable DepartmentId department, String about, String code, String name) {}

    private record First(String event, Instant at, int count) {}

    private final Map<Kind, First> kinds = new LinkedHashMap<>();

    void add(Missed missed, Place place) {
      add(
          new Kind(
              missed.why(),
              place.department(),
              place.activity(),
              missed.code(),
              CATALOG.nameOf(missed.from().what().getClass())),
          missed.from().event(),
          missed.from().what().at());
    }

    void add(Why why, Place place, Instant at) {
      add(new Kind(why, place.department(), place.activity(), "", ""), "", at);
    }

    private void add(Kind kind, String event, Instant at) {
      kinds.merge(
          kind,
          new First(event, at, 1),
          (first, next) -> new First(first.event(), first.at(), first.count() + 1));
    }

    List<Unknown> all() {
      List<Unknown> all = new ArrayList<>();
      kinds.forEach(
          (kind, first) ->
              all.add(
                  new Unknown(
                      kind.why(),
                      kind.department(),
                      kind.about(),
                      kind.code(),
                      first.count(),
                      first.event(),
                      kind.name(),
                      first.at())));
      all.sort(
          Comparator.comparing(Unknown::why)
              .thenComparing(Unknown::at)
              .thenComparing(one -> one.department() == null ? "" : one.department().value())
              .thenComparing(Unknown::about)
              .thenComparing(Unknown::name));
      return all;
    }
  }
}
