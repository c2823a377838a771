package org.uitrol.adapters.app;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.uitrol.adapters.demo.DemoClock;
import org.uitrol.adapters.demo.TimeIsSimulated;

/** The one clock that everybody reads: real time, or simulated time for a demonstration. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  @Conditional(TimeIsSimulated.class)
  @DependsOnDatabaseInitialization
  DemoClock demoClock(DataSource dataSource) {
    return new DemoClock(dataSource, Clock.systemUTC());
  }

  @Bean
  @Conditional(TimeIsReal.class)
  Clock clock() {
    return Clock.systemUTC();
  }

  static final class TimeIsReal implements Condition {

    private final TimeIsSimulated simulated = new TimeIsSimulated();

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !simulated.matches(context, metadata);
    }
  }
}
