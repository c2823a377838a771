package org.uitrol.adapters.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.session.Proposal;
import org.uitrol.application.session.Proposal.State;
import org.uitrol.application.session.port.SessionPlanner.Rated;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.Room;
import org.uitrol.domain.session.timetable.Arrangement;
import org.uitrol.domain.session.timetable.Rating;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class ProposalsInPostgres {

  private static final RolloutId ROLLOUT = new RolloutId("rollout");
  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final Timetable BETTER =
      new Timetable(
          Map.of(
              new SessionId("s-1"),
              new Arrangement(
                  new Place(
                      LocalDateTime.of(2027, 1, 14, 10, 0),
                      ZoneId.of("Europe/Amsterdam"),
                      60,
                      new Room("hall", "Hall", 10, null)),
                  new PersonId("eva"),
                  "nl")),
          Map.of(new PersonId("p-1"), new SessionId("s-1")));
  private static final Rated FOUND = new Rated(BETTER, new Rating(0, 1, 20));

  @BeforeEach
  void none_yet(JdbcClient jdbc) {
    jdbc.sql("delete from session_proposal").update();
  }

  @Test
  void keep_the_best_that_was_found_until_somebody_stops_the_search(JdbcClient jdbc) {
    PostgresProposalStore store = new PostgresProposalStore(jdbc);
    store.add(begun("a"));

    assertThat(store.found("a", FOUND)).isTrue();
    assertThat(store.latest(ROLLOUT, "talk"))
        .contains(
            new Proposal("a", ROLLOUT, "talk", State.SEARCHING, BETTER, FOUND.rating(), 1, 1));
    store.stop("a");
    assertThat(store.found("a", new Rated(Timetable.EMPTY, new Rating(0, 0, 0))))
        .as("what a search finds after it was stopped")
        .isFalse();
    assertThat(store.alive("a")).isFalse();
    store.finish("a", new Rated(Timetable.EMPTY, new Rating(0, 0, 0)));
    assertThat(store.find("a"))
        .contains(new Proposal("a", ROLLOUT, "talk", State.READY, BETTER, FOUND.rating(), 1, 2));
  }

  @Test
  void are_changed_by_one_person_at_a_time(JdbcClient jdbc) {
    PostgresProposalStore store = new PostgresProposalStore(jdbc);
    store.add(begun("a"));
    store.finish("a", FOUND);
    Proposal seen = store.find("a").orElseThrow();
    Proposal accepted =
        new Proposal(
            "a",
            ROLLOUT,
            "talk",
            State.ACCEPTED,
            seen.best(),
            seen.rating(),
            seen.improvements(),
            seen.version() + 1);

    assertThat(store.change(seen, accepted)).isTrue();
    assertThat(store.change(seen, accepted)).isFalse();
  }

  @Test
  void are_taken_over_once_when_nobody_tells_of_their_search(JdbcClient jdbc) {
    PostgresProposalStore store = new PostgresProposalStore(jdbc);
    store.add(begun("a"));
    store.found("a", FOUND);
    assertThat(store.takeOver(SILENCE)).isEmpty();
    jdbc.sql("update session_proposal set alive_at = now() - interval '1 minute'").update();

    assertThat(store.takeOver(SILENCE))
        .singleElement()
        .satisfies(one -> assertThat(one.best()).isEqualTo(BETTER));
    assertThat(store.takeOver(SILENCE)).isEmpty();
  }

  @Test
  void make_room_for_a_new_one_of_the_same_activity(JdbcClient jdbc) {
    PostgresProposalStore store = new PostgresProposalStore(jdbc);
    store.add(begun("a"));
    store.add(begun("b"));

    assertThat(store.find("a")).get().extracting(Proposal::state).isEqualTo(State.DISCARDED);
    assertThat(store.latest(ROLLOUT, "talk")).get().extracting(Proposal::id).isEqualTo("b");
  }

  private static Proposal begun(String id) {
    return new Proposal(
        id, ROLLOUT, "talk", State.SEARCHING, Timetable.EMPTY, new Rating(0, 3, 0), 0, 1);
  }
}
