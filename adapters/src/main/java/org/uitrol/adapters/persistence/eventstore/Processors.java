package org.uitrol.adapters.persistence.eventstore;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the event processors of this server are. Answers with one small query; safe for many
 * threads.
 */
public final class Processors {

  private final EventProcessingConfiguration processing;
  private final EventStorageEngine events;
  private final JdbcClient jdbc;

  Processors(EventProcessingConfiguration processing, EventStorageEngine events, JdbcClient jdbc) {
    this.processing = processing;
    this.events = events;
    this.jdbc = jdbc;
  }

  /**
   * Whether every processor has handled every event that was stored when this was called, including
   * the events of the commands that the processes sent meanwhile. False while one is stopped,
   * failing or served elsewhere.
   */
  public boolean caughtUp() {
    // Positions first: what a processor adds after this makes the head larger, never smaller.
    Map<String, Long> positions = positions();
    long head = head();
    return processing.eventProcessors().entrySet().stream()
        .allMatch(
            entry ->
                entry.getValue().isRunning()
                    && positions.getOrDefault(entry.getKey(), -1L) >= head);
  }

  /**
   * How many events each processor still has to see, by its name; all of them when it isn't running
   * here.
   */
  public Map<String, Long> lag() {
    Map<String, Long> positions = positions();
    long head = head();
    Map<String, Long> lag = new TreeMap<>();
    processing
        .eventProcessors()
        .keySet()
        .forEach(name -> lag.put(name, Math.max(0, head - positions.getOrDefault(name, 0L))));
    return lag;
  }

  /**
   * What each failing processor stumbles over, by its name: an event that can't be read, a database
   * that was away, or that it was stopped.
   */
  public Map<String, String> failures() {
    Map<String, Long> positions = positions();
    long head = head();
    Map<String, String> failures = new TreeMap<>();
    processing
        .eventProcessors()
        .forEach(
            (name, processor) ->
                failureOf(processor, positions.getOrDefault(name, head), head)
                    .ifPresent(failure -> failures.put(name, failure)));
    return failures;
  }

  private Optional<String> failureOf(EventProcessor processor, long position, long head) {
    if (!processor.isRunning()) {
      return Optional.of("stopped");
    }
    Optional<String> stumbled =
        statuses(processor).values().stream()
            .filter(EventTrackerStatus::isErrorState)
            .map(status -> String.valueOf(status.getError()))
            .findFirst();
    if (stumbled.isPresent() || position >= head) {
      return stumbled;
    }
    return unreadableAfter(position);
  }

  /** One thread reads events for all processors, so none of them is told why nothing comes. */
  private Optional<String> unreadableAfter(long position) {
    try (Stream<? extends TrackedEventMessage<?>> next =
        events.readEvents(GapAwareTrackingToken.newInstance(position, Set.of()), false)) {
      next.findFirst().ifPresent(TrackedEventMessage::getPayload);
      return Optional.empty();
    } catch (UnreadableRecord e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** The lowest position of the segments that run here. */
  private Map<String, Long> positions() {
    Map<String, Long> positions = new TreeMap<>();
    processing
        .eventProcessors()
        .forEach(
            (name, processor) ->
                statuses(processor).values().stream()
                    .mapToLong(Processors::position)
                    .min()
                    .ifPresent(position -> positions.put(name, position)));
    return positions;
  }

  private static long position(EventTrackerStatus status) {
    return status.getCurrentPosition().orElse(0);
  }

  private static Map<Integer, EventTrackerStatus> statuses(EventProcessor processor) {
    return processor instanceof StreamingEventProcessor streaming
        ? streaming.processingStatus()
        : Map.of();
  }

  private long head() {
    return jdbc.sql("select coalesce(max(global_index), 0) from domain_event_entry")
        .query(Long.class)
        .single();
  }
}
