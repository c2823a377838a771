package org.uitrol.adapters.persistence.adoption;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.adoption.port.Reach;
import org.uitrol.application.adoption.view.AdoptionStep;
import org.uitrol.application.adoption.view.ReachByViews;
import org.uitrol.application.shared.TimeTravel;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.training.LearnerRecord;

/** How far people came, by the tables that the pages about sessions, mails and courses show. */
@Component
public class PostgresReach implements Reach {

  private static final String SEATS =
      "select distinct seat.person from view_seat seat"
          + " join view_session session on session.session = seat.session"
          + " where session.rollout = :rollout";

  private static final String THERE =
      SEATS + " and seat.row ->> 'attended' = 'true' and session.row ->> 'kind' = :kind";

  private final JdbcClient jdbc;
  private final ReachByViews views;

  public PostgresReach(JdbcClient jdbc, ReachByViews views) {
    this.jdbc = jdbc;
    this.views = views;
  }

  @Override
  public Map<AdoptionStep, Set<PersonId>> of(RolloutId rollout, Set<String> announcements) {
    if (TimeTravel.destination() != null) {
      return views.of(rollout, announcements);
    }
    Map<AdoptionStep, Set<PersonId>> reached = new EnumMap<>(AdoptionStep.class);
    reached.put(AdoptionStep.INVITED, people(SEATS, rollout));
    Set<PersonId> informed = there(rollout, ActivityKind.PRESENTATION);
    informed.addAll(told(rollout, announcements));
    reached.put(AdoptionStep.INFORMED, informed);
    reached.put(AdoptionStep.DEMOED, there(rollout, ActivityKind.DEMO));
    reached.put(
        AdoptionStep.TRAINED,
        people(
            "select distinct person from view_learner where rollout = :rollout"
                + " and row ->> 'state' = '%s'".formatted(LearnerRecord.State.COMPLETED),
            rollout));
    return reached;
  }

  private Set<PersonId> people(String sql, RolloutId rollout) {
    return set(jdbc.sql(sql).param("rollout", rollout.value()));
  }

  private Set<PersonId> there(RolloutId rollout, ActivityKind kind) {
    return set(jdbc.sql(THERE).param("rollout", rollout.value()).param("kind", kind.name()));
  }

  private Set<PersonId> told(RolloutId rollout, Set<String> announcements) {
    return set(
        jdbc.sql(
                "select distinct person from view_mail where rollout = :rollout"
                    + " and state = :state and row ->> 'template' = any(:templates)")
            .param("rollout", rollout.value())
            .param("state", Dispatch.State.HANDED_OVER.name())
            .param("templates", announcements.toArray(String[]::new)));
  }

  private static Set<PersonId> set(JdbcClient.StatementSpec statement) {
    List<PersonId> people = statement.query((row, number) -> new PersonId(row.getString(1))).list();
    return new HashSet<>(people);
  }
}
