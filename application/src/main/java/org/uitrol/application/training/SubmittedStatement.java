package org.uitrol.application.training;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement that somebody sends.
 *
 * @param told what it tells; at the moment of its storing when it doesn't say
 * @param who its actor
 * @param refersTo the statement that it is about, if it is about one
 * @param registration a UUID, if there is one
 * @param agents the keys of who is its actor or object, or in the group that is
 * @param relatedAgents those of all who occur in it
 * @param relatedActivities all activities that occur in it
 * @param sameness equal for statements that mean the same (section 2.3.1 of part two)
 * @param document the statement in JSON, once it is known when it was stored
 */
public record SubmittedStatement(
    Function<Instant, LearningStatement> told,
    String id,
    String verb,
    ActorName who,
    @Nullable String refersTo,
    @Nullable String registration,
    Set<String> agents,
    Set<String> relatedAgents,
    Set<String> relatedActivities,
    String sameness,
    Function<Instant, byte[]> document) {

  public SubmittedStatement {
    agents = Set.copyOf(agents);
    relatedAgents = Set.copyOf(relatedAgents);
    relatedActivities = Set.copyOf(relatedActivities);
  }

  public boolean isVoiding() {
    return LearningVerb.isVoiding(verb);
  }

  /** Nothing personal, since this text may end up in a log. */
  @Override
  public String toString() {
    return "statement " + id;
  }
}
