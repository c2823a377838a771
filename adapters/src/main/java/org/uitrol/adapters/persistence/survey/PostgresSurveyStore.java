package org.uitrol.adapters.persistence.survey;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.survey.view.SurveyRow;
import org.uitrol.application.survey.view.SurveyStore;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.RolloutId;
import org.uitrol.domain.shared.SurveyId;

/** Surveys and who took part in them, in PostgreSQL. */
@Component
public class PostgresSurveyStore implements SurveyStore {

  private static final String COUNTED =
      "select s.row, (select count(*) from view_survey_invited i where i.survey = s.survey)"
          + " as invited, (select count(*) from view_survey_participated p"
          + " where p.survey = s.survey) + coalesce((select u.total from view_survey_unnamed u"
          + " where u.survey = s.survey), 0) as participated from view_survey s ";

  private final JdbcClient jdbc;
  private final DocumentTable<SurveyRow> surveys;

  public PostgresSurveyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
    surveys = new DocumentTable<>(jdbc, "view_survey", SurveyRow.class, "survey");
  }

  @Override
  public void put(SurveyRow row) {
    surveys.put(
        row,
        columns(
            "survey", row.survey(),
            "rollout", row.rollout(),
            "open", !row.closed(),
            "opened_at", row.openedAt(),
            "closes_at", row.closesAt()));
  }

  @Override
  public void invite(SurveyId survey, PersonId person) {
    add("view_survey_invited", survey, person);
  }

  @Override
  public void uninvite(SurveyId survey, PersonId person) {
    jdbc.sql("delete from view_survey_invited where survey = :survey and person = :person")
        .param("survey", survey.value())
        .param("person", person.value())
        .update();
  }

  @Override
  public void participate(SurveyId survey, PersonId person) {
    add("view_survey_participated", survey, person);
  }

  @Override
  public void unnamed(SurveyId survey, int total) {
    jdbc.sql(
            "insert into view_survey_unnamed (survey, total) values (:survey, :total)"
                + " on conflict (survey) do update set total = excluded.total")
        .param("survey", survey.value())
        .param("total", total)
        .update();
  }

  @Override
  public void clear() {
    surveys.clear();
    jdbc.sql("delete from view_survey_unnamed").update();
    jdbc.sql("delete from view_survey_invited").update();
    jdbc.sql("delete from view_survey_participated").update();
  }

  @Override
  public Optional<SurveyRow> find(SurveyId survey) {
    return jdbc.sql(COUNTED + "where s.survey = :survey")
        .param("survey", survey.value())
        .query(this::counted)
        .optional();
  }

  @Override
  public List<SurveyRow> ofRollout(RolloutId rollout) {
    return jdbc.sql(
            COUNTED + "where s.rollout = :rollout order by s.opened_at, s.survey collate \"C\"")
        .param("rollout", rollout.value())
        .query(this::counted)
        .list();
  }

  @Override
  public List<SurveyRow> openOf(PersonId person, Instant at) {
    return jdbc.sql(
            COUNTED
                + "join view_survey_invited mine on mine.survey = s.survey"
                + " and mine.person = :person where s.open and s.closes_at > :at"
                + " and not exists (select 1 from view_survey_participated p"
                + " where p.survey = s.survey and p.person = :person)"
                + " order by s.closes_at, s.survey collate \"C\"")
        .param("person", person.value())
        .param("at", DocumentTable.value(at))
        .query(this::counted)
        .list();
  }

  @Override
  public boolean invited(SurveyId survey, PersonId person) {
    return contains("view_survey_invited", survey, person);
  }

  @Override
  public boolean participated(SurveyId survey, PersonId person) {
    return contains("view_survey_participated", survey, person);
  }

  private void add(String table, SurveyId survey, PersonId person) {
    jdbc.sql(
            "insert into "
                + table
                + " (survey, person) values (:survey, :person) on conflict do nothing")
        .param("survey", survey.value())
        .param("person", person.value())
        .update();
  }

  private boolean contains(String table, SurveyId survey, PersonId person) {
    return jdbc.sql(
            "select exists (select 1 from "
                + table
                + " where survey = :survey and person = :person)")
        .param("survey", survey.value())
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  private SurveyRow counted(ResultSet row, int number) throws SQLException {
    return surveys
        .read(row.getString("row"))
        .with(row.getInt("invited"), row.getInt("participated"));
  }
}
