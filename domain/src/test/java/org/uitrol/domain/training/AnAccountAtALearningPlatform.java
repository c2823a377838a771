package org.uitrol.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.testing.History;
import org.uitrol.domain.training.LearningAccountCommand.MatchAccount;
import org.uitrol.domain.training.LearningAccountCommand.ReleaseAccount;
import org.uitrol.domain.training.LearningAccountEvent.AccountMatched;
import org.uitrol.domain.training.LearningAccountEvent.AccountReleased;

class AnAccountAtALearningPlatform {

  private static final LearningAccountId ACCOUNT = new LearningAccountId("a-1");
  private static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");
  private static final AccountMatched MATCHED = new AccountMatched(ACCOUNT, person(1), AT);
  private static final AccountReleased RELEASED = new AccountReleased(ACCOUNT, person(1), AT);

  @Test
  void becomes_somebodys_once() {
    MatchAccount match = new MatchAccount(ACCOUNT, person(1), AT);
    assertThat(LearningAccount.match(null, match)).containsExactly(MATCHED);
    assertThat(LearningAccount.match(after(MATCHED), match)).isEmpty();
    assertThat(LearningAccount.match(after(MATCHED, RELEASED), match)).containsExactly(MATCHED);
  }

  @Test
  void is_given_up_by_one_before_it_is_anothers() {
    assertThat(LearningAccount.match(after(MATCHED), new MatchAccount(ACCOUNT, person(2), AT)))
        .containsExactly(RELEASED, new AccountMatched(ACCOUNT, person(2), AT));
  }

  @Test
  void is_released_once() {
    ReleaseAccount release = new ReleaseAccount(ACCOUNT, AT);
    assertThat(after(MATCHED).release(release)).containsExactly(RELEASED);
    assertThat(after(MATCHED, RELEASED).release(release)).isEmpty();
  }

  private static LearningAccount after(LearningAccountEvent... events) {
    return History.of(LearningAccount::evolve, List.of(events));
  }
}
