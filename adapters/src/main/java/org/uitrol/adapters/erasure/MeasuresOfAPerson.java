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

/** What was measured about a person by name. What was counted without a name stays counted. */
@Component
final class MeasuresOfAPerson implements PersonalDataHolder {

  /** In the order of the kinds: an account would take its statements with it. */
  private static final Map<DataKind, String> TABLES =
      new EnumMap<>(
          Map.of(
              DataKind.USAGE, "usage_statement.person",
              DataKind.SURVEY_TRAITS, "ballot_traits.person_id",
              DataKind.HALF_FILLED_ANSWERS, "ballot_draft.person_id",
              DataKind.LEARNING_STATEMENTS, "xapi_statement.person_id",
              DataKind.LEARNING_ACCOUNTS, "xapi_account.person_id",
              DataKind.CHECK_IN_TRIES, "check_in_try.person_id",
              DataKind.DIRECTORY_MARKS, "sync_withdrawn.person_id"));

  private final Rows rows;

  MeasuresOfAPerson(JdbcClient jdbc) {
    this.rows = new Rows(jdbc);
  }

  @Override
  public ErasureStep step() {
    return ErasureStep.MEASURES;
  }

  @Override
  public Map<DataKind, Integer> held(Traces traces) {
    Map<DataKind, Integer> held = new EnumMap<>(DataKind.class);
    TABLES.forEach((kind, table) -> held.put(kind, rows.count(name(table), column(table), traces)));
    return held;
  }

  @Override
  public Map<DataKind, Integer> destroy(Traces traces, Instant at) {
    Map<DataKind, Integer> destroyed = new EnumMap<>(DataKind.class);
    TABLES.forEach(
        (kind, table) -> destroyed.put(kind, rows.delete(name(table), column(table), traces)));
    return destroyed;
  }

  private static String name(String table) {
    return table.substring(0, table.indexOf('.'));
  }

  private static String column(String table) {
    return table.substring(table.indexOf('.') + 1);
  }
}
