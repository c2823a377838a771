package org.uitrol.adapters.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Holds on the embedded database, unless {@code uitrol.demo=false}. With a database of one's own
 * ({@code spring.datasource.url}) time is real, whatever else is set.
 */
public final class TimeIsSimulated implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    return !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
        && environment.getProperty("uitrol.demo", Boolean.class, true);
  }
}
