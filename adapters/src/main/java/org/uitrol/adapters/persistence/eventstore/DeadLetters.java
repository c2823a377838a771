package org.uitrol.adapters.persistence.eventstore;

import java.time.Instant;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.IllegalPayloadAccessException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Events that a processor could not handle, with all that came after them in the same sequence.
 * They wait until somebody has them tried again or discards them with a reason (decision 0010).
 */
public final class DeadLetters {

  private final EventProcessingConfiguration processing;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  DeadLetters(
      EventProcessingConfiguration processing, JdbcClient jdbc, TransactionTemplate transaction) {
    this.processing = processing;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * One letter.
   *
   * @param processor whose handler failed
   * @param sequence what is held up with it
   * @param event the name of the event in the catalogue
   * @param cause class and message of the failure; null when it only waits behind another letter
   */
  public record Letter(
      String id,
      String processor,
      String sequence,
      long index,
      String event,
      String eventId,
      @Nullable String aggregate,
      Instant since,
      @Nullable String cause) {}

  /** All letters, by processor and sequence, in the order in which they have to be handled. */
  public List<Letter> list() {
    return jdbc.sql(
            """
            select dead_letter_id, processing_group, sequence_identifier, sequence_index,
                   payload_type, event_identifier, aggregate_identifier, enqueued_at,
                   cause_type, cause_message
              from dead_letter_entry
             order by processing_group, sequence_identifier, sequence_index
            """)
        .query(
            (row, number) -> {
              String cause = row.getString("cause_type");
              return new Letter(
                  row.getString("dead_letter_id"),
                  row.getString("processing_group"),
                  row.getString("sequence_identifier"),
                  row.getLong("sequence_index"),
                  row.getString("payload_type"),
                  row.getString("event_identifier"),
                  row.getString("aggregate_identifier"),
                  Instant.parse(row.getString("enqueued_at")),
                  cause == null ? null : cause + ": " + row.getString("cause_message"));
            })
        .list();
  }

  /**
   * Handles the sequence of that letter again, from its first letter on, until one fails or none is
   * left.
   *
   * @return whether the whole sequence was handled
   * @throws IllegalArgumentException if there is no such letter
   * @throws IllegalStateException if the database was away or others wrote at the same time
   */
  public boolean retry(String processor, String id) {
    String sequence = letter(processor, id).sequence();
    SequencedDeadLetterProcessor<EventMessage<?>> letters =
        processing
            .sequencedDeadLetterProcessor(processor)
            .orElseThrow(() -> new IllegalArgumentException("no processor is called " + processor));
    try {
      return letters.process(
          letter ->
              letter instanceof JdbcDeadLetter<?> stored
                  && stored.getSequenceIdentifier().equals(sequence));
    } catch (IllegalPayloadAccessException e) {
      throw new IllegalStateException("the letters of " + processor + " can't be tried now", e);
    }
  }

  /**
   * Gives one letter up. It stays on record with the reason; what waits behind it does so until the
   * next retry.
   *
   * @throws IllegalArgumentException if there is no such letter or no reason
   */
  public void discard(String processor, String id, String reason) {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("say why the event may be left out");
    }
    String letter = letter(processor, id).id();
    transaction.executeWithoutResult(status -> giveUp("dead_letter_id = :which", letter, reason));
  }

  /**
   * Gives all letters of a processor up: what they tell was shown otherwise. Takes part in the
   * caller's transaction.
   */
  public void discardAll(String processor, String reason) {
    giveUp("processing_group = :which", processor, reason);
  }

  private void giveUp(String where, String which, String reason) {
    jdbc.sql(
            """
            insert into discarded_letter (dead_letter_id, processing_group, event_identifier,
                   payload_type, aggregate_identifier, cause_type, cause_message, reason)
            select dead_letter_id, processing_group, event_identifier,
                   payload_type, aggregate_identifier, cause_type, cause_message, :reason
              from dead_letter_entry where %s
            """
                .formatted(where))
        .param("which", which)
        .param("reason", reason)
        .update();
    jdbc.sql("delete from dead_letter_entry where " + where).param("which", which).update();
  }

  private Letter letter(String processor, String id) {
    return list().stream()
        .filter(letter -> letter.processor().equals(processor) && letter.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(processor + " has no dead letter '" + id + "'"));
  }
}
