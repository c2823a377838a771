package org.uitrol.domain.training;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.training.LearningAccountCommand.MatchAccount;
import org.uitrol.domain.training.LearningAccountCommand.ReleaseAccount;
import org.uitrol.domain.training.LearningAccountEvent.AccountMatched;
import org.uitrol.domain.training.LearningAccountEvent.AccountReleased;

/**
 * An account by which a learning platform knows somebody, with whose it is. One at a time.
 *
 * @param person null while nobody has said whose it is
 */
public record LearningAccount(LearningAccountId id, @Nullable PersonId person) {

  /** Whose it was before has to give it up first. */
  public static List<LearningAccountEvent> match(
      @Nullable LearningAccount account, MatchAccount command) {
    PersonId before = account == null ? null : account.person;
    if (command.person().equals(before)) {
      return List.of();
    }
    List<LearningAccountEvent> events = new ArrayList<>();
    if (before != null) {
      events.add(new AccountReleased(command.account(), before, command.at()));
    }
    events.add(new AccountMatched(command.account(), command.person(), command.at()));
    return events;
  }

  public List<LearningAccountEvent> release(ReleaseAccount command) {
    return person == null ? List.of() : List.of(new AccountReleased(id, person, command.at()));
  }

  /** The state after one event. */
  public static LearningAccount evolve(
      @Nullable LearningAccount account, LearningAccountEvent event) {
    if (event instanceof AccountMatched matched) {
      return new LearningAccount(matched.account(), matched.person());
    } else if (event instanceof AccountReleased released) {
      return new LearningAccount(released.account(), null);
    }
    throw new IllegalStateException("an account doesn't know " + event + " after " + account);
  }
}
