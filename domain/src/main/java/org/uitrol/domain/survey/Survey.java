package org.uitrol.domain.survey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.SurveyCommand.BringUnnamed;
import org.uitrol.domain.survey.SurveyCommand.CloseSurvey;
import org.uitrol.domain.survey.SurveyCommand.InviteToSurvey;
import org.uitrol.domain.survey.SurveyCommand.OpenSurvey;
import org.uitrol.domain.survey.SurveyCommand.RemindOfSurvey;
import org.uitrol.domain.survey.SurveyCommand.UninviteFromSurvey;
import org.uitrol.domain.survey.SurveyEvent.AnswersBrought;
import org.uitrol.domain.survey.SurveyEvent.PersonInvited;
import org.uitrol.domain.survey.SurveyEvent.PersonUninvited;
import org.uitrol.domain.survey.SurveyEvent.SurveyClosed;
import org.uitrol.domain.survey.SurveyEvent.SurveyOpened;
import org.uitrol.domain.survey.SurveyEvent.SurveyReminded;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.Score;

/**
 * A survey decides when it closes and what may be told: a mean over fewer people than the smallest
 * group is withheld, and others are told as the middle of a band (decision 0031).
 *
 * @param unnamed how many answers were given elsewhere by somebody who isn't known
 */
public record Survey(
    SurveyId id,
    RolloutId rollout,
    String activity,
    SurveyPlan plan,
    int smallestGroup,
    Set<PersonId> invited,
    Instant closesAt,
    Set<Integer> reminded,
    boolean closed,
    int unnamed) {

  private static final long PERCENT = 100;

  public static List<SurveyEvent> open(@Nullable Survey survey, OpenSurvey command) {
    if (survey != null) {
      return List.of();
    }
    return List.of(
        new SurveyOpened(
            command.survey(),
            command.rollout(),
            command.activity(),
            command.plan(),
            command.smallestGroup(),
            command.invited(),
            command.closesAt(),
            command.remindAt(),
            command.at()));
  }

  public List<SurveyEvent> invite(InviteToSurvey command) {
    return closed || invited.contains(command.person())
        ? List.of()
        : List.of(new PersonInvited(id, command.person(), command.at()));
  }

  public List<SurveyEvent> uninvite(UninviteFromSurvey command) {
    return closed || !invited.contains(command.person())
        ? List.of()
        : List.of(new PersonUninvited(id, command.person(), command.at()));
  }

  /** A reminder that comes up after the survey should have closed is not sent. */
  public List<SurveyEvent> remind(RemindOfSurvey command) {
    if (closed || reminded.contains(command.number()) || !command.at().isBefore(closesAt)) {
      return List.of();
    }
    return List.of(new SurveyReminded(id, command.number(), List.copyOf(invited), command.at()));
  }

  /** Whether answers are taken at that moment. */
  public boolean takesAnswers(Instant moment) {
    return !closed && moment.isBefore(closesAt);
  }

  /** Takes answers that were given elsewhere by people who aren't known. */
  public List<SurveyEvent> bring(BringUnnamed command) {
    if (!takesAnswers(command.at())) {
      throw new Rejected("SURVEY_CLOSED", Map.of("survey", id));
    }
    int count = command.ballots().size();
    return count == 0
        ? List.of()
        : List.of(new AnswersBrought(id, command.source(), count, unnamed + count, command.at()));
  }

  /** Whether that command closes it: not when it is closed already, nor before its time. */
  public boolean closesBy(CloseSurvey command) {
    return !closed && (command.early() || !command.at().isBefore(closesAt));
  }

  /** Whether so many ballots are enough to close it before its time, as its plan says. */
  public boolean hasEnough(int ballots) {
    Integer enough = plan.enough();
    return !closed
        && enough != null
        && !invited.isEmpty()
        && (long) ballots * PERCENT >= (long) enough * invited.size();
  }

  public List<SurveyEvent> close(CloseSurvey command, Tally tally) {
    if (!closesBy(command)) {
      return List.of();
    }
    SortedMap<String, Double> outcome = new TreeMap<>();
    outcome.put("responses.count", (double) tally.ballots());
    outcome.put("responses.rate", rate(tally.ballots()));
    boolean withheld = false;
    double readiness = 0;
    int readinessQuestions = 0;
    Map<Aspect, List<Double>> aspects = new EnumMap<>(Aspect.class);
    Map<Cause, List<Double>> causes = new EnumMap<>(Cause.class);
    for (Question question : plan.items()) {
      if (question.kind() != Kind.SCALE) {
        continue;
      }
      Double exact = tally.means().get(question.id());
      int answered = tally.answered().getOrDefault(question.id(), 0);
      if (exact == null || tally.isTooFew(question.id(), smallestGroup)) {
        withheld = true;
        continue;
      }
      double mean = Score.of(question, exact, answered).middle();
      outcome.put(question.fact(), mean);
      if (question.readiness()) {
        readiness += mean;
        readinessQuestions++;
      }
      Aspect aspect = question.aspect();
      if (aspect != null) {
        aspects.computeIfAbsent(aspect, none -> new ArrayList<>()).add(mean);
      }
      Cause cause = question.cause();
      if (cause != null) {
        causes
            .computeIfAbsent(cause, none -> new ArrayList<>())
            .add(1 + 4 * (mean - 1) / (question.points() - 1));
      }
    }
    aspects.forEach((aspect, means) -> outcome.put(aspect.fact(), mean(means)));
    causes.forEach((cause, strengths) -> outcome.put(cause.fact(), mean(strengths)));
    if (readinessQuestions > 0) {
      outcome.put(SurveyPlan.READINESS, Score.rounded(readiness / readinessQuestions));
    }
    return List.of(new SurveyClosed(id, rollout, activity, outcome, withheld, command.at()));
  }

  private static double mean(List<Double> numbers) {
    return Score.rounded(numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }

  private double rate(int ballots) {
    return invited.isEmpty() ? 0 : Math.min(1.0, (double) ballots / invited.size());
  }

  /** The state after one event; the first one begins it. */
  public static Survey evolve(@Nullable Survey survey, SurveyEvent event) {
    if (event instanceof SurveyOpened opened) {
      return new Survey(
          opened.survey(),
          opened.rollout(),
          opened.activity(),
          opened.plan(),
          opened.smallestGroup(),
          Copies.withAll(Set.of(), opened.invited()),
          opened.closesAt(),
          Set.of(),
          false,
          0);
    }
    if (survey == null) {
      throw new IllegalStateException("a survey can't begin with " + event);
    }
    if (event instanceof PersonInvited one) {
      return survey.with(Copies.with(survey.invited, one.person()), survey.reminded, false);
    } else if (event instanceof PersonUninvited one) {
      return survey.with(Copies.without(survey.invited, one.person()), survey.reminded, false);
    } else if (event instanceof SurveyReminded reminder) {
      return survey.with(survey.invited, Copies.with(survey.reminded, reminder.number()), false);
    } else if (event instanceof SurveyClosed) {
      return survey.with(survey.invited, survey.reminded, true);
    } else if (event instanceof AnswersBrought brought) {
      return survey.withUnnamed(brought.total());
    }
    throw new IllegalStateException("a survey doesn't know " + event);
  }

  private Survey with(Set<PersonId> nextInvited, Set<Integer> nextReminded, boolean nextClosed) {
    return new Survey(
        id,
        rollout,
        activity,
        plan,
        smallestGroup,
        nextInvited,
        closesAt,
        nextReminded,
        nextClosed,
        unnamed);
  }

  private Survey withUnnamed(int total) {
    return new Survey(
        id, rollout, activity, plan, smallestGroup, invited, closesAt, reminded, closed, total);
  }
}
