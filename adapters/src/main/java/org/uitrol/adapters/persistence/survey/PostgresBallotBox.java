package org.uitrol.adapters.persistence.survey;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.survey.port.BallotBox;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ballots in PostgreSQL, in urns of up to fifty. An urn is one row that is shuffled and rewritten
 * with each ballot, so that nothing in the table tells who wrote which.
 */
@Component
final class PostgresBallotBox implements BallotBox {

  private static final int URN = 50;
  private static final TypeReference<List<Map<String, String>>> BALLOTS = new TypeReference<>() {};

  private final SecureRandom random = new SecureRandom();
  private final JsonMapper json = JsonMapper.builder().build();
  private final JdbcClient jdbc;

  PostgresBallotBox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void open(SurveyId survey) {
    jdbc.sql(
            "insert into ballot_box (survey_id, is_open) values (:survey, true)"
                + " on conflict (survey_id) do nothing")
        .param("survey", survey.value())
        .update();
  }

  @Override
  public void cast(SurveyId survey, Ballot ballot) {
    if (!lock(survey)) {
      throw new Rejected("SURVEY_CLOSED", Map.of("survey", survey));
    }
    int last =
        jdbc.sql("select coalesce(max(number), 0) from ballot_urn where survey_id = :survey")
            .param("survey", survey.value())
            .query(Integer.class)
            .single();
    List<Map<String, String>> ballots = new ArrayList<>(urn(survey, last));
    if (last == 0 || ballots.size() == URN) {
      put(survey, last + 1, List.of(ballot.answers()));
    } else {
      ballots.add(ballot.answers());
      put(survey, last, ballots);
    }
  }

  @Override
  public List<Ballot> close(SurveyId survey) {
    lock(survey);
    jdbc.sql("update ballot_box set is_open = false where survey_id = :survey")
        .param("survey", survey.value())
        .update();
    List<Ballot> all = new ArrayList<>();
    jdbc.sql("select ballots from ballot_urn where survey_id = :survey order by number")
        .param("survey", survey.value())
        .query(String.class)
        .list()
        .forEach(urn -> json.readValue(urn, BALLOTS).forEach(one -> all.add(new Ballot(one))));
    return all;
  }

  /** Keeps the box for this transaction; false when it is closed or there is none. */
  private boolean lock(SurveyId survey) {
    return jdbc.sql("select is_open from ballot_box where survey_id = :survey for update")
        .param("survey", survey.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private List<Map<String, String>> urn(SurveyId survey, int number) {
    return jdbc.sql("select ballots from ballot_urn where survey_id = :survey and number = :number")
        .param("survey", survey.value())
        .param("number", number)
        .query(String.class)
        .optional()
        .map(urn -> json.readValue(urn, BALLOTS))
        .orElse(List.of());
  }

  private void put(SurveyId survey, int number, List<Map<String, String>> ballots) {
    List<Map<String, String>> shuffled = new ArrayList<>(ballots);
    Collections.shuffle(shuffled, random);
    jdbc.sql(
            "insert into ballot_urn (survey_id, number, ballots)"
                + " values (:survey, :number, :ballots)"
                + " on conflict (survey_id, number) do update set ballots = excluded.ballots")
        .param("survey", survey.value())
        .param("number", number)
        .param("ballots", json.writeValueAsString(shuffled))
        .update();
  }
}
