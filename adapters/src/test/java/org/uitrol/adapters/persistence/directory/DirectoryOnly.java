package org.uitrol.adapters.persistence.directory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.uitrol.adapters.persistence.eventstore.EventStoreConfiguration;
import org.uitrol.adapters.persistence.eventstore.ProcessorsConfiguration;
import org.uitrol.application.shared.CommandTargets;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Events;

/** Uitrol with its directory only. No stereotype, or the whole application would scan it too. */
@EnableAutoConfiguration
@ComponentScan(
    basePackages = "org.uitrol.application.directory",
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = "org\\.uitrol\\.application\\.directory\\.process\\..*"))
@Import({
  EventStoreConfiguration.class,
  ProcessorsConfiguration.class,
  CommandTargets.class,
  DirectoryConfiguration.class
})
public class DirectoryOnly {

  @Bean
  EventCatalog eventCatalog() {
    return Events.all();
  }
}
