package org.uitrol.adapters.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.adapters.calendar.JollydayHolidays;
import org.uitrol.adapters.conditions.CelConditions;
import org.uitrol.domain.rollout.Rules;
import org.uitrol.domain.rollout.gate.Conditions;
import org.uitrol.domain.shared.Holidays;

/** What the domain needs to decide. */
@Configuration(proxyBeanMethods = false)
class RulesConfiguration {

  @Bean
  Conditions conditions() {
    return new CelConditions();
  }

  @Bean
  JollydayHolidays holidays() {
    return new JollydayHolidays();
  }

  @Bean
  Rules rules(Conditions conditions, Holidays holidays) {
    return new Rules(conditions, holidays);
  }
}
