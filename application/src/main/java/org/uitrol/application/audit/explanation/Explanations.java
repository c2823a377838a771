package org.uitrol.application.audit.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.domain.campaign.CampaignEvent.PlanDrafted;
import org.uitrol.domain.campaign.Plan.LoadRule;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent.MemberJoined;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.rollout.StagePlan;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.StreamId;

/**
 * Answers why something happened to somebody, or why a gate opened or stayed closed, from what was
 * recorded and nothing else: no rule is applied anew (decision 0041). Never tells what anybody
 * answered. Safe for many threads.
 */
@Component
public class Explanations {

  private final Trail trail;
  private final EventText texts;

  public Explanations(Trail trail, EventText texts) {
    this.trail = trail;
    this.texts = texts;
  }

  /**
   * What became of one activity for one person.
   *
   * @param activity the id that the plan or a reaction gave it
   * @return empty when there is no such rollout
   */
  public Optional<Explanation> ofPerson(PersonId person, RolloutId rollout, String activity) {
    return past(rollout)
        .map(
            past ->
                explanation(
                    past,
                    new PersonCase(person, activity, past, this::stream, loads(past))
                        .chapters(rows(TrailFilter.ofPerson(person)))));
  }

  /**
   * Why the gate of a stage opened or stayed closed, in each run of the stage.
   *
   * @return empty when there is no such rollout
   */
  public Optional<Explanation> ofGate(RolloutId rollout, StageName stage) {
    return past(rollout).map(past -> explanation(past, new GateCase(stage, past).chapters()));
  }

  /** The rollouts in which somebody takes part or once did, in that order. */
  public List<RolloutId> rolloutsOf(PersonId person) {
    Set<RolloutId> rollouts = new LinkedHashSet<>();
    for (String name : List.of("rollout.started", "rollout.member-joined")) {
      TrailFilter filter = new TrailFilter(null, null, person, name, null, null, null);
      for (Told told : rows(filter)) {
        if (told.event() instanceof RolloutStarted started && started.members().contains(person)) {
          rollouts.add(started.rollout());
        } else if (told.event() instanceof MemberJoined joined && joined.person().equals(person)) {
          rollouts.add(joined.rollout());
        }
      }
    }
    return List.copyOf(rollouts);
  }

  /** What can be asked about in a rollout for one person: of the plan, and what was planned. */
  public List<ActivityPlan> activities(RolloutId rollout, PersonId person) {
    Map<String, ActivityPlan> activities = new LinkedHashMap<>();
    past(rollout)
        .map(RolloutPast::now)
        .ifPresent(
            now -> {
              for (ActivityState state : now.activities().values()) {
                if (state.plan().person() == null || person.equals(state.plan().person())) {
                  add(activities, state.plan());
                }
              }
              for (StagePlan stage : now.plan().stages()) {
                stage.activities().forEach(activity -> add(activities, activity));
              }
            });
    return List.copyOf(activities.values());
  }

  private static void add(Map<String, ActivityPlan> activities, ActivityPlan activity) {
    activities.putIfAbsent(ActivityPlan.idInPlan(activity.id()), activity);
  }

  private static Explanation explanation(RolloutPast past, List<Explanation.Chapter> chapters) {
    DepartmentRollout now = past.now();
    List<RolloutPast.Moment> moments = past.moments();
    long position =
        chapters.stream()
            .flatMap(chapter -> chapter.lines().stream())
            .flatMap(line -> Optional.ofNullable(line.event()).stream())
            .mapToLong(TrailRow::position)
            .max()
            .orElse(0);
    return new Explanation(
        now.campaign(),
        now.department(),
        now.id(),
        Math.max(position, moments.get(moments.size() - 1).told().row().position()),
        chapters);
  }

  /** What people can take, by the version of the plan that says so. */
  private IntFunction<Optional<LoadRule>> loads(RolloutPast past) {
    String campaign = StreamId.of("campaign", past.now().campaign()).value();
    return version ->
        stream(campaign).stream()
            .map(Told::event)
            .filter(PlanDrafted.class::isInstance)
            .map(PlanDrafted.class::cast)
            .filter(drafted -> drafted.version() == version)
            .map(drafted -> drafted.plan().load())
            .findFirst();
  }

  private Optional<RolloutPast> past(RolloutId rollout) {
    List<Told> history = stream(rollout.value());
    return history.isEmpty() || !(history.get(0).event() instanceof RolloutStarted)
        ? Optional.empty()
        : Optional.of(new RolloutPast(history));
  }

  private List<Told> stream(String stream) {
    return trail.ofStream(stream).stream().map(this::told).toList();
  }

  private List<Told> rows(TrailFilter filter) {
    List<Told> rows = new ArrayList<>();
    trail.forEach(filter, row -> rows.add(told(row)));
    return rows;
  }

  private Told told(TrailRow row) {
    return new Told(row, texts.event(row.name(), row.payload()));
  }
}
