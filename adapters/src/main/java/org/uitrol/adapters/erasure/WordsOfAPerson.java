package org.uitrol.adapters.erasure;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.erasure.Traces;
import org.uitrol.application.erasure.port.PersonalDataHolder;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureStep;

/** What a person asked by name and wants to reach. What was asked without a name can't be found. */
@Component
final class WordsOfAPerson implements PersonalDataHolder {

  private final Rows rows;

  WordsOfAPerson(JdbcClient jdbc) {
    this.rows = new Rows(jdbc);
  }

  @Override
  public ErasureStep step() {
    return ErasureStep.WORDS;
  }

  @Override
  public Map<DataKind, Integer> held(Traces traces) {
    Map<DataKind, Integer> held = new EnumMap<>(DataKind.class);
    held.put(DataKind.QUESTIONS, rows.count("vault_concern_text", "person_id", traces));
    held.put(DataKind.OWN_GOALS, rows.count("own_goal", "person_id", traces));
    return held;
  }

  @Override
  public Map<DataKind, Integer> destroy(Traces traces, Instant at) {
    Map<DataKind, Integer> destroyed = new EnumMap<>(DataKind.class);
    destroyed.put(DataKind.QUESTIONS, rows.delete("vault_concern_text", "person_id", traces));
    destroyed.put(DataKind.OWN_GOALS, rows.delete("own_goal", "person_id", traces));
    return destroyed;
  }
}
