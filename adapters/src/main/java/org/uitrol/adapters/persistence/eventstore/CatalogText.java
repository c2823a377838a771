package org.uitrol.adapters.persistence.eventstore;

import org.springframework.stereotype.Component;
import org.uitrol.application.audit.port.EventText;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.domain.shared.DomainEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes events as the event store does. */
@Component
final class CatalogText implements EventText {

  private static final JsonMapper JSON = EventJson.mapper();

  private final EventCatalog catalog;

  CatalogText(EventCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String json(DomainEvent event) {
    return JSON.writeValueAsString(event);
  }

  @Override
  public DomainEvent event(String name, String json) {
    try {
      return JSON.readValue(json, catalog.classOf(name));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("can't read '" + name + "': " + e.getOriginalMessage(), e);
    }
  }
}
