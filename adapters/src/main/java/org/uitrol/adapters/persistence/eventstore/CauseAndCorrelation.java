package org.uitrol.adapters.persistence.eventstore;

import java.util.LinkedHashMap;
import java.util.Map;
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

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> data = new LinkedHashMap<>();
    Map<String, Object> given = message.getMetaData();
    data.put(Trace.CORRELATION, given.getOrDefault(Trace.CORRELATION, message.getIdentifier()));
    if (message instanceof CommandMessage) {
      data.put(Trace.CAUSE, given.getOrDefault(Trace.CAUSE, message.getIdentifier()));
      if (given.containsKey(Trace.ACTOR)) {
        data.put(Trace.ACTOR, given.get(Trace.ACTOR));
      }
    } else {
      data.put(Trace.CAUSE, message.getIdentifier());
    }
    return data;
  }
}
