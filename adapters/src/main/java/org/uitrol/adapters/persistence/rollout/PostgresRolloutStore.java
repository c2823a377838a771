package org.uitrol.adapters.persistence.rollout;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.rollout.view.ActivityRow;
import org.uitrol.application.rollout.view.ReactionRow;
import org.uitrol.application.rollout.view.RolloutRow;
import org.uitrol.application.rollout.view.RolloutStore;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;

/** How far departments are, in PostgreSQL. */
@Component
public class PostgresRolloutStore implements RolloutStore {

  private static final String OF_ROLLOUT = "where rollout = :rollout ";

  private final JdbcClient jdbc;
  private final DocumentTable<RolloutRow> rollouts;
  private final DocumentTable<ActivityRow> activities;
  private final DocumentTable<ReactionRow> reactions;

  public PostgresRolloutStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    rollouts = new DocumentTable<>(jdbc, "view_rollout", RolloutRow.class, "rollout");
    activities =
        new DocumentTable<>(jdbc, "view_activity", ActivityRow.class, "rollout", "activity");
    reactions =
        new DocumentTable<>(
            jdbc, "view_reaction", ReactionRow.class, "rollout", "reaction", "cause");
  }

  @Override
  public void put(RolloutRow row) {
    rollouts.put(
        row,
        columns(
            "rollout", row.rollout(),
            "campaign", row.campaign(),
            "department", row.department()));
  }

  @Override
  public void put(ActivityRow row) {
    activities.put(row, columns("rollout", row.rollout(), "activity", row.activity()));
  }

  @Override
  public void put(ReactionRow row) {
    reactions.put(
        row,
        columns(
            "rollout", row.rollout(),
            "reaction", row.reaction(),
            "cause", row.cause(),
            "at", row.at()));
  }

  @Override
  public void join(RolloutId rollout, PersonId person) {
    jdbc.sql(
            "insert into view_rollout_member (rollout, person) values (:rollout, :person)"
                + " on conflict do nothing")
        .param("rollout", rollout.value())
        .param("person", person.value())
        .update();
  }

  @Override
  public void leave(RolloutId rollout, PersonId person) {
    jdbc.sql("delete from view_rollout_member where rollout = :rollout and person = :person")
        .param("rollout", rollout.value())
        .param("person", person.value())
        .update();
  }

  @Override
  public void clear() {
    rollouts.clear();
    activities.clear();
    reactions.clear();
    jdbc.sql("delete from view_rollout_member").update();
  }

  @Override
  public Optional<RolloutRow> find(RolloutId rollout) {
    return rollouts.find(OF_ROLLOUT, columns("rollout", rollout));
  }

  @Override
  public List<RolloutRow> ofCampaign(CampaignId campaign) {
    return rollouts.list(
        "where campaign = :campaign order by department collate \"C\"",
        columns("campaign", campaign));
  }

  @Override
  public List<RolloutRow> ofDepartment(DepartmentId department) {
    return rollouts.list(
        "where department = :department order by campaign collate \"C\"",
        columns("department", department));
  }

  @Override
  public List<RolloutRow> ofPerson(PersonId person) {
    return rollouts.list(
        "where rollout in (select rollout from view_rollout_member where person = :person)"
            + " order by campaign collate \"C\", department collate \"C\"",
        columns("person", person));
  }

  @Override
  public List<PersonId> members(RolloutId rollout) {
    return jdbc.sql(
            "select person from view_rollout_member where rollout = :rollout"
                + " order by person collate \"C\"")
        .param("rollout", rollout.value())
        .query((row, number) -> new PersonId(row.getString("person")))
        .list();
  }

  @Override
  public Optional<ActivityRow> activity(RolloutId rollout, String activity) {
    return activities.find(
        OF_ROLLOUT + "and activity = :activity", columns("rollout", rollout, "activity", activity));
  }

  @Override
  public List<ActivityRow> activities(RolloutId rollout) {
    return activities.list(OF_ROLLOUT, columns("rollout", rollout)).stream()
        .sorted(ActivityRow.IN_ORDER)
        .toList();
  }

  @Override
  public List<ReactionRow> reactions(RolloutId rollout) {
    return reactions.list(
        OF_ROLLOUT + "order by at desc, reaction collate \"C\", cause collate \"C\"",
        columns("rollout", rollout));
  }
}
