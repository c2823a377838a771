package org.uitrol.adapters.persistence.eventstore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.uitrol.application.shared.Trace;

/**
 * Hands on from message to message what began a chain and what came right before. Commands aren't
 * stored, so the cause of an event is the event that a process reacted to, or the command that came
 * from outside.
 */
final class CauseAndCorrelation implements CorrelationDataProvider {

  /** What a command says of itself is true of its events. */
  private static final List<String> KEPT =
      List.of(Trace.ACTOR, Trace.BEHALF, Trace.SOURCE, Trace.RULE);

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> data = new LinkedHashMap<>();
    Map<String, Object> given = message.getMetaData();
    data.put(Trace.CORRELATION, given.getOrDefault(Trace.CORRELATION, message.getIdentifier()));
    if (message instanceof CommandMessage) {
      data.put(Trace.CAUSE, given.getOrDefault(Trace.CAUSE, message.getIdentifier()));
      for (String key : KEPT) {
        if (given.containsKey(key)) {
          data.put(key, given.get(key));
        }
      }
    } else {
      data.put(Trace.CAUSE, message.getIdentifier());
      began(given).ifPresent(actor -> data.put(Trace.BEHALF, actor));
    }
    return data;
  }

  /** Who began the chain to which an event belongs: for them a process reacts to it. */
  private static Optional<Object> began(Map<String, Object> event) {
    Object behalf = event.get(Trace.BEHALF);
    return Optional.ofNullable(
        behalf == null || behalf.equals(Trace.SELF) ? event.get(Trace.ACTOR) : behalf);
  }
}
