package org.uitrol.domain.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.CalendarFeedCommand.OpenFeed;
import org.uitrol.domain.session.CalendarFeedCommand.WithdrawFeed;
import org.uitrol.domain.session.CalendarFeedEvent.FeedOpened;
import org.uitrol.domain.session.CalendarFeedEvent.FeedWithdrawn;

/**
 * The link by which a person's calendar program reads the person's sessions. There is one at a
 * time: a new one puts an end to the one before.
 *
 * @param number how many links there have been, 1 or more
 * @param open whether the latest is good
 */
public record CalendarFeed(int number, boolean open) {

  /** Makes a link, the next one if there is one already. */
  public static List<CalendarFeedEvent> open(@Nullable CalendarFeed feed, OpenFeed command) {
    int before = feed == null ? 0 : feed.number;
    return List.of(new FeedOpened(command.person(), before + 1, command.at()));
  }

  /** Puts an end to the link; changes nothing when there is none. */
  public static List<CalendarFeedEvent> withdraw(
      @Nullable CalendarFeed feed, WithdrawFeed command) {
    return feed == null || !feed.open
        ? List.of()
        : List.of(new FeedWithdrawn(command.person(), feed.number, command.at()));
  }

  /** Whether that is the link that is good now. */
  public boolean isGood(int link) {
    return open && number == link;
  }

  /** The state after one event. */
  public static CalendarFeed evolve(@Nullable CalendarFeed feed, CalendarFeedEvent event) {
    if (event instanceof FeedOpened opened) {
      return new CalendarFeed(opened.number(), true);
    } else if (event instanceof FeedWithdrawn withdrawn) {
      return new CalendarFeed(withdrawn.number(), false);
    }
    throw new IllegalStateException("a calendar feed doesn't know " + event);
  }
}
