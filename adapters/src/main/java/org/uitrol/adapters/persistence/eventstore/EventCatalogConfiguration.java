package org.uitrol.adapters.persistence.eventstore;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Events;

/** The events that Uitrol knows. */
@Configuration(proxyBeanMethods = false)
class EventCatalogConfiguration {

  @Bean
  EventCatalog eventCatalog() {
    return Events.all();
  }
}
