package org.uitrol.application.audit.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.dossier.Dossier.Answered;
import org.uitrol.application.audit.dossier.Dossier.Department;
import org.uitrol.application.audit.dossier.Dossier.Stage;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.domain.adoption.Headcount;
import org.uitrol.domain.adoption.SmallestGroup;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityState;
import org.uitrol.domain.rollout.DepartmentRollout;
import org.uitrol.domain.rollout.RolloutEvent;
import org.uitrol.domain.rollout.RolloutEvent.RolloutStarted;
import org.uitrol.domain.rollout.StageName;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyEvent;
import org.uitrol.domain.survey.SurveyEvent.PersonInvited;
import org.uitrol.domain.survey.SurveyEvent.PersonUninvited;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;

/**
 * Counts people by department and stage, and tells no number from which a group could be worked out
 * that is smaller than allowed.
 */
final class Counting {

  private static final String RESPONSES = "responses.count";

  private final Trail trail;
  private final EventText texts;
  private final SmallestGroup smallest;
  private final long until;

  Counting(Trail trail, EventText texts, SmallestGroup smallest, long until) {
    this.trail = trail;
    this.texts = texts;
    this.smallest = smallest;
    this.until = until;
  }

  /** Every department that has begun, by its key. */
  List<Department> departments(CampaignId campaign) {
    List<RolloutId> rollouts = new ArrayList<>();
    trail.forEach(
        new TrailFilter(campaign, null, null, "rollout.started", null, null, null),
        row -> {
          if (row.position() <= until
              && texts.event(row.name(), row.payload()) instanceof RolloutStarted started) {
            rollouts.add(started.rollout());
          }
        });
    return rollouts.stream()
        .map(this::department)
        .sorted(
            Comparator.comparing((Department one) -> one.department().value())
                .thenComparing(one -> one.rollout().value()))
        .toList();
  }

  private Department department(RolloutId rollout) {
    @Nullable DepartmentRollout state = null;
    for (TrailRow row : rows(rollout.value())) {
      state =
          DepartmentRollout.evolve(state, (RolloutEvent) texts.event(row.name(), row.payload()));
    }
    DepartmentRollout now = Objects.requireNonNull(state);
    SortedMap<StageName, Stage> stages = new TreeMap<>();
    for (StageName stage : now.runs().keySet()) {
      stages.put(stage, stage(now, stage));
    }
    return new Department(
        now.id(),
        now.department(),
        now.planVersion(),
        now.status(),
        now.stage(),
        now.members().size(),
        stages);
  }

  private Stage stage(DepartmentRollout now, StageName stage) {
    List<ActivityState> begun =
        now.activities().values().stream()
            .filter(one -> one.stage() == stage && one.endsAt() != null)
            .filter(one -> !one.plan().isPersonal() && !now.superseded().contains(one.plan().id()))
            .toList();
    Part meetings = part(now, begun, one -> isMeeting(one.plan().kind()));
    Part courses = part(now, begun, one -> one.plan().kind().isTraining());
    List<Answered> surveys = new ArrayList<>();
    for (ActivityState one : begun) {
      if (one.plan().kind() == ActivityKind.SURVEY) {
        survey(now.id(), one.plan().id(), surveys);
      }
    }
    return new Stage(meetings.meant(), meetings.done(), courses.meant(), courses.done(), surveys);
  }

  /** How many of some people were meant, and how many of those did all of it. */
  private record Part(@Nullable Headcount meant, @Nullable Headcount done) {

    static final Part NONE = new Part(null, null);
  }

  private Part part(
      DepartmentRollout now, List<ActivityState> begun, Predicate<ActivityState> kind) {
    List<ActivityState> some = begun.stream().filter(kind).toList();
    if (some.isEmpty()) {
      return Part.NONE;
    }
    Set<PersonId> meant = new LinkedHashSet<>();
    Set<PersonId> done = new LinkedHashSet<>();
    for (PersonId person : now.members()) {
      List<ActivityState> own = some.stream().filter(one -> one.people().contains(person)).toList();
      if (!own.isEmpty()) {
        meant.add(person);
        if (own.stream().allMatch(one -> one.isDoneBy(person))) {
          done.add(person);
        }
      }
    }
    Headcount told = smallest.tell(meant.size(), now.members().size());
    return new Part(told, smallest.tellPart(done.size(), told));
  }

  private static boolean isMeeting(ActivityKind kind) {
    return kind == ActivityKind.PRESENTATION
        || kind == ActivityKind.DEMO
        || kind == ActivityKind.COACHING;
  }

  private void survey(RolloutId rollout, String activity, List<Answered> surveys) {
    Set<PersonId> asked = new LinkedHashSet<>();
    @Nullable SurveyOpened opened = null;
    for (TrailRow row : rows(SurveyId.of(rollout, activity).value())) {
      SurveyEvent event = (SurveyEvent) texts.event(row.name(), row.payload());
      if (event instanceof SurveyOpened first) {
        opened = first;
        asked.addAll(first.invited());
      } else if (event instanceof PersonInvited one) {
        asked.add(one.person());
      } else if (event instanceof PersonUninvited one) {
        asked.remove(one.person());
      } else if (event instanceof SurveyClosed closed && opened != null) {
        int count = closed.outcome().getOrDefault(RESPONSES, 0.0).intValue();
        surveys.add(
            new Answered(
                activity,
                opened.plan(),
                smallest.tell(Math.min(count, asked.size()), asked.size())));
      }
    }
  }

  private List<TrailRow> rows(String stream) {
    return trail.ofStream(stream).stream().filter(row -> row.position() <= until).toList();
  }

  /** All departments together, no more precisely than each of them is told. */
  SortedMap<StageName, Stage> totals(List<Department> departments) {
    SortedMap<StageName, Stage> totals = new TreeMap<>();
    for (StageName stage : StageName.values()) {
      List<Stage> some =
          departments.stream()
              .map(Department::stages)
              .filter(stages -> stages.containsKey(stage))
              .map(stages -> stages.get(stage))
              .toList();
      if (!some.isEmpty()) {
        totals.put(
            stage,
            new Stage(
                sum(some, Stage::invited),
                sum(some, Stage::attended),
                sum(some, Stage::enrolled),
                sum(some, Stage::trained),
                surveys(some)));
      }
    }
    return totals;
  }

  private static @Nullable Headcount sum(
      List<Stage> stages, Function<Stage, @Nullable Headcount> of) {
    List<Headcount> told = new ArrayList<>();
    for (Stage stage : stages) {
      Headcount one = of.apply(stage);
      if (one != null) {
        told.add(one);
      }
    }
    return told.isEmpty() ? null : SmallestGroup.rough(told);
  }

  private static List<Answered> surveys(List<Stage> stages) {
    Map<String, List<Answered>> same = new TreeMap<>();
    for (Stage stage : stages) {
      for (Answered one : stage.surveys()) {
        same.computeIfAbsent(one.activity(), key -> new ArrayList<>()).add(one);
      }
    }
    List<Answered> sums = new ArrayList<>();
    same.forEach(
        (activity, all) ->
            sums.add(
                new Answered(
                    activity,
                    all.get(all.size() - 1).survey(),
                    SmallestGroup.rough(all.stream().map(Answered::people).toList()))));
    return sums;
  }
}
