package org.uitrol.adapters.files.templates;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.domain.shared.Holidays;

/** Wires the library to the holidays on which no campaign starts. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

  @Bean
  TemplateLibrary templateLibrary(Holidays holidays) {
    return new TemplateLibrary(holidays);
  }
}
