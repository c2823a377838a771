package org.uitrol.adapters.persistence.survey;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.application.survey.port.ToldTexts;
import org.uitrol.domain.shared.ResultsId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Texts of surveys in PostgreSQL, all of a question in one sealed row. */
@Component
final class PostgresToldTexts implements ToldTexts {

  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.builder().build();
  private final JdbcClient jdbc;
  private final VaultCipher cipher;
  private final byte[] key;

  PostgresToldTexts(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.cipher = new VaultCipher(master);
    this.key = master.derive("uitrol told texts 1");
  }

  @Override
  public void keep(ResultsId results, int round, String question, List<String> texts) {
    jdbc.sql(
            """
            insert into survey_text (results_id, round, question, sealed)
            values (:results, :round, :question, :sealed)
            on conflict (results_id, round, question) do nothing
            """)
        .param("results", results.value())
        .param("round", round)
        .param("question", question)
        .param(
            "sealed",
            cipher.seal(key, results, purpose(round, question), json.writeValueAsBytes(texts)))
        .update();
  }

  @Override
  public List<String> of(ResultsId results, int round, String question) {
    return jdbc.sql(
            "select sealed from survey_text"
                + " where results_id = :results and round = :round and question = :question")
        .param("results", results.value())
        .param("round", round)
        .param("question", question)
        .query(byte[].class)
        .optional()
        .map(
            bytes ->
                json.readValue(cipher.open(key, results, purpose(round, question), bytes), TEXTS))
        .orElse(List.of());
  }

  private static String purpose(int round, String question) {
    return round + "/" + question;
  }
}
