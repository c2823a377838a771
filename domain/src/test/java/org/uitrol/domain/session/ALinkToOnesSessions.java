package org.uitrol.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.session.CalendarFeedCommand.OpenFeed;
import org.uitrol.domain.session.CalendarFeedCommand.WithdrawFeed;
import org.uitrol.domain.session.CalendarFeedEvent.FeedOpened;
import org.uitrol.domain.session.CalendarFeedEvent.FeedWithdrawn;

class ALinkToOnesSessions {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final OpenFeed OPEN = new OpenFeed(person(1), NOW);
  private static final WithdrawFeed WITHDRAW = new WithdrawFeed(person(1), NOW);
  private static final FeedOpened FIRST = new FeedOpened(person(1), 1, NOW);
  private static final FeedWithdrawn FIRST_WITHDRAWN = new FeedWithdrawn(person(1), 1, NOW);

  private final CalendarFeed opened = CalendarFeed.evolve(null, FIRST);

  @Test
  void is_made_when_the_person_asks() {
    assertThat(CalendarFeed.open(null, OPEN)).containsExactly(FIRST);
    assertThat(opened.isGood(1)).isTrue();
    assertThat(opened.isGood(2)).isFalse();
  }

  @Test
  void ends_when_another_is_made() {
    FeedOpened second = new FeedOpened(person(1), 2, NOW);
    assertThat(CalendarFeed.open(opened, OPEN)).containsExactly(second);
    CalendarFeed again = CalendarFeed.evolve(opened, second);
    assertThat(again.isGood(1)).isFalse();
    assertThat(again.isGood(2)).isTrue();
  }

  @Test
  void is_withdrawn_once_and_never_comes_back() {
    assertThat(CalendarFeed.withdraw(null, WITHDRAW)).isEmpty();
    assertThat(CalendarFeed.withdraw(opened, WITHDRAW)).containsExactly(FIRST_WITHDRAWN);
    CalendarFeed withdrawn = CalendarFeed.evolve(opened, FIRST_WITHDRAWN);
    assertThat(withdrawn.isGood(1)).isFalse();
    assertThat(CalendarFeed.withdraw(withdrawn, WITHDRAW)).isEmpty();
    assertThat(CalendarFeed.open(withdrawn, OPEN))
        .containsExactly(new FeedOpened(person(1), 2, NOW));
  }
}
