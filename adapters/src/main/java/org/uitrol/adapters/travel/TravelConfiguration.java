package org.uitrol.adapters.travel;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.uitrol.application.audit.past.Pasts;
import org.uitrol.application.audit.past.Projections;
import org.uitrol.application.shared.TimeTravel;

/** How pages, the API and their links travel in time. */
@Configuration(proxyBeanMethods = false)
class TravelConfiguration implements WebMvcConfigurer {

  /** What looks the same at all times; paths begin so. */
  private static final List<String> TIMELESS = List.of("/css/", "/js/", "/icons/", "/webjars/");

  private final PresentOnly presentOnly;

  TravelConfiguration(PresentOnly presentOnly, SpringTemplateEngine pages) {
    this.presentOnly = presentOnly;
    pages.setLinkBuilder(new LinksThatStay());
  }

  @Bean
  static TravellingStores travellingStores(
      ObjectProvider<Projections> projections, ObjectProvider<Pasts> pasts) {
    return new TravellingStores(projections, pasts);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(presentOnly);
  }

  /** Whoever follows a link stays in the same past, where the page behind it has one. */
  private static final class LinksThatStay extends StandardLinkBuilder {

    @Override
    protected String processLink(IExpressionContext context, String link) {
      String processed = super.processLink(context, link);
      if (TimeTravel.destination() == null || TIMELESS.stream().anyMatch(link::startsWith)) {
        return processed;
      }
      return Traveller.staying(processed);
    }
  }
}
