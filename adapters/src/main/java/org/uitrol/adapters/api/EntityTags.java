package org.uitrol.adapters.api;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Answers that are read as a whole carry an {@code ETag}, and a program that has the same already
 * gets 304 (RFC 9110, section 13.1.2). The history is written out as it is read, and has none.
 */
@Configuration(proxyBeanMethods = false)
class EntityTags {

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> entityTagsOfTheApi() {
    FilterRegistrationBean<ShallowEtagHeaderFilter> filter =
        new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    filter.addUrlPatterns(
        "/api/v1/campaigns/*", "/api/v1/concerns/*", "/api/v1/rollouts/*", "/api/v1/openapi.yaml");
    filter.setOrder(Ordered.LOWEST_PRECEDENCE);
    return filter;
  }
}
