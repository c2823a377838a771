package org.uitrol.adapters.persistence.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.application.followup.port.OpenFollowUps;
import org.uitrol.domain.shared.FollowUpId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
class OpenFollowUpsInPostgres {

  private static final RolloutId FINANCE = new RolloutId("r-1");
  private static final RolloutId LEGAL = new RolloutId("r-2");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");
  private static final FollowUpId FIRST = new FollowUpId("f-1");
  private static final FollowUpId SECOND = new FollowUpId("f-2");
  private static final FollowUpId THIRD = new FollowUpId("f-3");
  private static final FollowUpId FOURTH = new FollowUpId("f-4");

  @Test
  void are_found_by_whom_and_what_they_are_about(JdbcClient jdbc) {
    OpenFollowUps open = new PostgresOpenFollowUps(jdbc);
    open.put(THIRD, FINANCE, "practice", SANNE);
    open.put(FIRST, FINANCE, "basics", SANNE);
    open.put(SECOND, FINANCE, "basics", JOOST);
    open.put(FOURTH, LEGAL, "basics", SANNE);
    open.put(FIRST, LEGAL, "practice", JOOST);

    assertThat(open.about(FINANCE, "basics", SANNE)).containsExactly(FIRST);
    assertThat(open.about(LEGAL, "practice", JOOST)).isEmpty();
    assertThat(open.of(FINANCE, SANNE)).containsExactly(FIRST, THIRD);
    assertThat(open.of(SANNE)).containsExactly(FIRST, THIRD, FOURTH);
    assertThat(open.of(new PersonId("none"))).isEmpty();
    assertThat(open.of(FINANCE)).containsExactly(FIRST, SECOND, THIRD);
    assertThat(open.of(new RolloutId("none"))).isEmpty();

    open.remove(FIRST);
    open.remove(FIRST);
    assertThat(open.of(FINANCE, SANNE)).containsExactly(THIRD);
    assertThat(open.of(LEGAL)).containsExactly(FOURTH);
  }
}
