package org.uitrol.domain.followup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.followup.FollowUpCommand.CloseFollowUp;
import org.uitrol.domain.followup.FollowUpCommand.OpenFollowUp;
import org.uitrol.domain.followup.FollowUpCommand.TakeStep;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpClosed;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpEscalated;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpOpened;
import org.uitrol.domain.followup.FollowUpEvent.FollowUpReminded;
import org.uitrol.domain.followup.FollowUpEvent.StepSkipped;
import org.uitrol.domain.rollout.reaction.ActionPlan.EscalateTo;
import org.uitrol.domain.rollout.reaction.ReactionTrigger;
import org.uitrol.domain.shared.Copies;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.RolloutId;

/**
 * A chain that reminds and escalates until the person has done it.
 *
 * @param on the name of the event that the reaction reacts to; empty for a task
 */
public record FollowUpCase(
    FollowUpId id,
    FollowUpKind kind,
    RolloutId rollout,
    String activity,
    PersonId person,
    List<FollowUpStep> steps,
    String on,
    Set<Integer> taken,
    boolean closed) {

  public static List<FollowUpEvent> open(@Nullable FollowUpCase followUp, OpenFollowUp command) {
    if (followUp != null) {
      return List.of();
    }
    return List.of(
        new FollowUpOpened(
            command.followUp(),
            command.kind(),
            command.rollout(),
            command.activity(),
            command.reason(),
            command.person(),
            command.steps(),
            command.on(),
            command.at()));
  }

  /**
   * Takes a step once. A reminder that comes up so late that a later step is due too is skipped:
   * the later one says more (decision 0005).
   */
  public List<FollowUpEvent> takeStep(TakeStep command) {
    if (closed || taken.contains(command.number())) {
      return List.of();
    }
    FollowUpStep step =
        steps.stream()
            .filter(one -> one.number() == command.number())
            .findFirst()
            .orElseThrow(() -> new Rejected("UNKNOWN_STEP", Map.of("number", command.number())));
    if (step.dueAt().isAfter(command.at())) {
      return List.of();
    }
    boolean overtaken =
        steps.stream()
            .anyMatch(
                later -> later.number() > step.number() && !later.dueAt().isAfter(command.at()));
    EscalateTo to = step.escalateTo();
    String mail = step.mail();
    if (mail != null) {
      return overtaken
          ? List.of(new StepSkipped(id, step.number(), command.at()))
          : List.of(
              new FollowUpReminded(
                  id, rollout, activity, person, step.number(), mail, command.at()));
    }
    if (to == null) {
      throw new IllegalStateException("a step either reminds or escalates");
    }
    return List.of(
        new FollowUpEscalated(id, rollout, activity, person, step.number(), to, command.at()));
  }

  /** Whether it is about mail that doesn't reach the person. */
  public boolean isAboutMail() {
    return is(ReactionTrigger::isAboutMail);
  }

  /** Whether it is about a session in which the person has no seat. */
  public boolean isAboutSeat() {
    return is(ReactionTrigger::isAboutSeat);
  }

  private boolean is(Predicate<ReactionTrigger> kindOfTrigger) {
    return ReactionTrigger.of(on).filter(kindOfTrigger).isPresent();
  }

  public List<FollowUpEvent> close(CloseFollowUp command) {
    return closed
        ? List.of()
        : List.of(
            new FollowUpClosed(
                id, kind, rollout, activity, person, command.outcome(), command.at()));
  }

  /** The state after one event; the first one begins it. */
  public static FollowUpCase evolve(@Nullable FollowUpCase followUp, FollowUpEvent event) {
    if (event instanceof FollowUpOpened opened) {
      return new FollowUpCase(
          opened.followUp(),
          opened.kind(),
          opened.rollout(),
          opened.activity(),
          opened.person(),
          opened.steps(),
          opened.on(),
          Set.of(),
          false);
    }
    if (followUp == null) {
      throw new IllegalStateException("a follow-up can't begin with " + event);
    }
    if (event instanceof FollowUpReminded reminded) {
      return followUp.taken(reminded.number());
    } else if (event instanceof FollowUpEscalated escalated) {
      return followUp.taken(escalated.number());
    } else if (event instanceof StepSkipped skipped) {
      return followUp.taken(skipped.number());
    } else if (event instanceof FollowUpClosed) {
      return followUp.with(followUp.taken, true);
    }
    throw new IllegalStateException("a follow-up doesn't know " + event);
  }

  private FollowUpCase taken(int number) {
    return with(Copies.with(taken, number), closed);
  }

  private FollowUpCase with(Set<Integer> nextTaken, boolean nextClosed) {
    return new FollowUpCase(id, kind, rollout, activity, person, steps, on, nextTaken, nextClosed);
  }
}
