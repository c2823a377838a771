package org.uitrol.domain.campaign.consultation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.UsageRule;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.campaign.consultation.Measure.Growth;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.rollout.ActivityPlan;
import org.uitrol.domain.rollout.audience.Criterion;
import org.uitrol.domain.rollout.reaction.ActionPlan;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ReactionPlan;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.PathPlan;

/**
 * Every measure that a plan takes, worked out from what the plan does, so that none can be left
 * out.
 *
 * @param measures in the order of {@link MeasureKind}, then in the order of the plan
 */
public record Register(List<Measure> measures) {

  public Register {
    measures = List.copyOf(measures);
  }

  /** What a plan collects about people. */
  public static Register of(Plan plan) {
    return new Register(new Reading(plan).measures());
  }

  /**
   * A measure that goes further than what was agreed.
   *
   * @param growth in what way; never empty
   */
  public record Addition(Measure measure, Set<Growth> growth) {

    public Addition {
      growth = Collections.unmodifiableSet(EnumSet.copyOf(growth));
    }
  }

  /** What here goes further than what was agreed earlier; leaving something out doesn't. */
  public List<Addition> beyond(List<Measure> agreed) {
    List<Addition> additions = new ArrayList<>();
    for (Measure measure : measures) {
      Optional<Measure> before = agreed.stream().filter(measure::isAbout).findFirst();
      Set<Growth> growth =
          before.isPresent() ? measure.beyond(before.get()) : EnumSet.of(Growth.NEW);
      if (!growth.isEmpty()) {
        additions.add(new Addition(measure, growth));
      }
    }
    return additions;
  }

  /** One plan being read. */
  private record Reading(Plan plan) {

    List<Measure> measures() {
      List<Measure> found = new ArrayList<>();
      add(found, MeasureKind.MAIL, "", Set.of("sent", "delivered"), null);
      add(found, MeasureKind.INBOUND, "", Set.of("answers", "reports"), null);
      Set<String> meetings = meetings();
      if (!meetings.isEmpty()) {
        add(found, MeasureKind.INVITATIONS, "", meetings, null);
        add(found, MeasureKind.ATTENDANCE, "", meetings, null);
      }
      used(ActivityKind.SURVEY, ActionPlan.Kind.SURVEY)
          .forEach(
              key -> {
                SurveyPlan survey = plan.surveys().get(key);
                if (survey != null) {
                  add(found, MeasureKind.PARTICIPATION, key, Set.of("answered"), null);
                  add(
                      found,
                      MeasureKind.ANSWERS,
                      key,
                      survey.questions().stream().map(Question::id).collect(Collectors.toSet()),
                      plan.privacy().smallestGroup());
                }
              });
      courses()
          .forEach(key -> add(found, MeasureKind.COURSES, key, Set.of("progress", "score"), null));
      tests()
          .forEach(
              key -> add(found, MeasureKind.TESTS, key, Set.of("score", "passed", "lane"), null));
      Set<String> told = followUps();
      if (!told.isEmpty()) {
        add(found, MeasureKind.FOLLOW_UPS, "", told, null);
      }
      for (ReactionPlan reaction : plan.reactions()) {
        if (isAboutPerson(reaction)) {
          add(
              found,
              MeasureKind.REACTIONS,
              reaction.id(),
              reaction.then().stream()
                  .map(action -> action.kind().name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.toSet()),
              null);
        }
      }
      Set<String> criteria =
          plan.audienceRules().criteriaOf(segments()).stream()
              .map(Criterion::key)
              .collect(Collectors.toSet());
      if (!criteria.isEmpty()) {
        add(found, MeasureKind.SEGMENTS, "", criteria, null);
      }
      if (plan.audienceRules().champions() != null) {
        add(found, MeasureKind.CHAMPIONS, "", Set.of("offer"), null);
      }
      UsageRule usage = plan.privacy().usage();
      if (usage != null) {
        add(
            found,
            MeasureKind.USAGE,
            "",
            usage.isIndividual()
                ? Set.of(Keys.of(usage.of()) + "-days", Measure.ONE_BY_ONE)
                : Set.of(Keys.of(usage.of()) + "-days"),
            plan.privacy().smallestGroup());
      }
      found.sort(Comparator.comparing(Measure::kind));
      return found;
    }

    private void add(
        List<Measure> found,
        MeasureKind kind,
        String subject,
        Set<String> collects,
        @Nullable Integer smallestGroup) {
      MeasureRule rule = plan.governance().measures().getOrDefault(kind, MeasureRule.usual(kind));
      found.add(new Measure(kind, subject, collects, rule, smallestGroup));
    }

    /** What people follow: the courses of paths without their tests, of activities and actions. */
    private Set<String> courses() {
      Set<String> courses = new LinkedHashSet<>();
      paths().forEach(path -> courses.addAll(plan.skillMatrix().coursesOf(path)));
      courses.removeAll(tests());
      courses.addAll(used(ActivityKind.TRAINING, ActionPlan.Kind.TRAINING));
      return courses;
    }

    /** The tests that decide which courses somebody follows. */
    private Set<String> tests() {
      Set<String> tests = new LinkedHashSet<>();
      paths()
          .flatMap(path -> plan.skillMatrix().skillsOf(path).values().stream())
          .flatMap(skill -> Stream.ofNullable(skill.baseline()))
          .forEach(baseline -> tests.add(baseline.course()));
      return tests;
    }

    private Stream<PathPlan> paths() {
      return activities()
          .filter(activity -> activity.kind() == ActivityKind.PATH)
          .flatMap(activity -> Stream.ofNullable(plan.skillMatrix().paths().get(activity.uses())));
    }

    private Set<String> meetings() {
      Set<String> meetings = new TreeSet<>();
      meetings.addAll(used(ActivityKind.PRESENTATION, ActionPlan.Kind.PRESENTATION));
      meetings.addAll(used(ActivityKind.DEMO, ActionPlan.Kind.DEMO));
      meetings.addAll(used(ActivityKind.COACHING, ActionPlan.Kind.COACHING));
      for (String course : used(ActivityKind.TRAINING, ActionPlan.Kind.TRAINING)) {
        CoursePlan found = plan.courses().get(course);
        if (found != null && found.classroom() != null) {
          meetings.add(course);
        }
      }
      return meetings;
    }

    private Set<String> followUps() {
      Set<String> told = new TreeSet<>();
      boolean reminds =
          activities().anyMatch(activity -> activity.remind() != null)
              || plan.reactions().stream()
                  .filter(Reading::isAboutPerson)
                  .flatMap(reaction -> reaction.then().stream())
                  .anyMatch(action -> action.kind() == ActionPlan.Kind.MAIL);
      if (reminds) {
        told.add("reminder");
      }
      plan.reactions().stream()
          .filter(Reading::isAboutPerson)
          .flatMap(reaction -> reaction.then().stream())
          .map(ActionPlan::to)
          .forEach(to -> told.addAll(tells(to)));
      return told;
    }

    private static Set<String> tells(@Nullable EscalateTo to) {
      return to == null ? Set.of() : Set.of(to.name().toLowerCase(Locale.ROOT));
    }

    private static boolean isAboutPerson(ReactionPlan reaction) {
      return ReactionTrigger.of(reaction.on()).map(ReactionTrigger::isAboutPerson).orElse(false);
    }

    /** The segments that decide whom anything is for. */
    private Set<String> segments() {
      Set<String> segments =
          Stream.concat(
                  activities().map(ActivityPlan::audience),
                  plan.reactions().stream().map(ReactionPlan::audience))
              .flatMap(Stream::ofNullable)
              .flatMap(audience -> audience.segments().stream())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      paths().forEach(path -> segments.addAll(path.segments()));
      return segments;
    }

    private Stream<ActivityPlan> activities() {
      return plan.stages().stream().flatMap(stage -> stage.activities().stream());
    }

    private List<String> used(ActivityKind kind, ActionPlan.Kind action) {
      Stream<String> planned =
          activities().filter(one -> one.kind() == kind).map(ActivityPlan::uses);
      Stream<String> reacting =
          plan.reactions().stream()
              .flatMap(reaction -> reaction.then().stream())
              .filter(one -> one.kind() == action)
              .map(ActionPlan::uses);
      return Stream.concat(planned, reacting).distinct().toList();
    }
  }
}
