package org.uitrol.adapters.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.port.ImportTurn;
import org.uitrol.application.directory.port.ImportTurn.Held;
import org.uitrol.application.erasure.Traces;
import org.uitrol.application.erasure.port.PersonalDataHolder;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.shared.Rejected;

/**
 * What lies in the database because a file waits, a timer is armed or something went wrong. Files
 * of people that wait go as a whole, since problems of their rows may quote anybody: they have to
 * be read once more.
 */
@Component
final class CopiesOfAPerson implements PersonalDataHolder {

  private static final List<String> STAGES =
      List.of("people_stage_match", "people_stage_row", "people_stage_department", "people_stage");

  /** Texts that somebody typed or a failure said, by table, key and column. */
  private static final List<FreeText> TEXTS =
      List.of(
          new FreeText("dead_letter_entry", "dead_letter_id", "cause_message"),
          new FreeText("discarded_letter", "dead_letter_id", "cause_message"),
          new FreeText("discarded_letter", "dead_letter_id", "reason"),
          new FreeText("timer", "key", "last_error"),
          new FreeText("outbox", "dispatch_id", "last_error"),
          new FreeText("channel_delivery", "channel_id || '/' || message", "answer"));

  private final JdbcClient jdbc;
  private final ImportTurn turn;

  private record FreeText(String table, String key, String column) {}

  private record Found(String key, String text) {}

  CopiesOfAPerson(JdbcClient jdbc, ImportTurn turn) {
    this.jdbc = jdbc;
    this.turn = turn;
  }

  @Override
  public ErasureStep step() {
    return ErasureStep.COPIES;
  }

  @Override
  public Map<DataKind, Integer> held(Traces traces) {
    Map<DataKind, Integer> held = new EnumMap<>(DataKind.class);
    held.put(
        DataKind.IMPORT_FILES,
        jdbc.sql(
                "select (select count(*) from people_stage)"
                    + " + (select count(*) from answer_source_file)")
            .query(Integer.class)
            .single());
    held.put(DataKind.TIMERS, timers(traces, "select count(*) from").query(Integer.class).single());
    int texts = diagnostics(traces).size();
    for (FreeText text : TEXTS) {
      texts += found(text, traces).size();
    }
    held.put(DataKind.FAILURE_TEXTS, texts);
    return held;
  }

  @Override
  public Map<DataKind, Integer> destroy(Traces traces, Instant at) {
    Map<DataKind, Integer> destroyed = new EnumMap<>(DataKind.class);
    int answers = jdbc.sql("delete from answer_source_file").update();
    destroyed.put(DataKind.IMPORT_FILES, answers + forgetStages());
    destroyed.put(DataKind.TIMERS, timers(traces, "delete from").update());
    int texts = 0;
    for (FreeText text : TEXTS) {
      for (Found one : found(text, traces)) {
        String blank = text.column.equals("reason") || text.column.equals("answer") ? "''" : "null";
        jdbc.sql(
                "update %s set %s = %s where %s = :key"
                    .formatted(text.table, text.column, blank, text.key))
            .param("key", one.key)
            .update();
        texts++;
      }
    }
    for (String letter : diagnostics(traces)) {
      // Diagnostics are a map; the queue reads them again.
      jdbc.sql(
              "update dead_letter_entry set diagnostics = convert_to('{}', 'UTF8')"
                  + " where dead_letter_id = :letter")
          .param("letter", letter)
          .update();
      texts++;
    }
    destroyed.put(DataKind.FAILURE_TEXTS, texts);
    return destroyed;
  }

  /** An import that is at work is waited for: the step comes again. */
  private int forgetStages() {
    try (Held held = turn.take().orElseThrow(() -> new Rejected("IMPORT_RUNNING"))) {
      held.waitForOthers();
      int stages = 0;
      for (String table : STAGES) {
        stages = jdbc.sql("delete from " + table).update();
      }
      return stages;
    }
  }

  /** Those of the person's own courses, paths, tasks and leaving; those of erasures stay. */
  private JdbcClient.StatementSpec timers(Traces traces, String what) {
    return jdbc.sql(
            what
                + """
                 timer where (key like 'member-goes/%' and key like '%/' || :person)
                  or exists (select 1 from view_learner l where l.person = :person
                    and (starts_with(key, 'course-reminder/' || l.learner_record || '/')
                      or starts_with(key, 'course-deadline/' || l.learner_record || '/')))
                  or exists (select 1 from view_skill_path p where p.person = :person
                    and starts_with(key, 'path-reminder/' || p.path || '/'))
                  or exists (select 1 from view_follow_up f where f.person = :person
                    and starts_with(key, 'follow-up-step/' || f.follow_up || '/'))
                """)
        .param("person", traces.person().value());
  }

  private List<Found> found(FreeText text, Traces traces) {
    if (traces.isEmpty()) {
      return List.of();
    }
    return jdbc
        .sql(
            "select %1$s, %2$s from %3$s where %2$s is not null and %2$s <> ''"
                .formatted(text.key, text.column, text.table))
        .query((row, number) -> new Found(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .filter(one -> traces.areIn(one.text))
        .toList();
  }

  private List<String> diagnostics(Traces traces) {
    if (traces.isEmpty()) {
      return List.of();
    }
    return jdbc
        .sql("select dead_letter_id, diagnostics from dead_letter_entry")
        .query((row, number) -> new Found(row.getString(1), text(row.getBytes(2))))
        .list()
        .stream()
        .filter(one -> traces.areIn(one.text))
        .map(Found::key)
        .toList();
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
