package org.uitrol.adapters.travel;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.TimeTravel;
import org.uitrol.domain.shared.Rejected;

/**
 * Has a request answered as of the moment that its address names. It may be read by whoever may
 * read it now. The answer says of when it is (RFC 7089, section 2.1.1).
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class TimeTravelFilter extends OncePerRequestFilter {

  private final CommandDesk desk;
  private final ZoneId zone;

  TimeTravelFilter(CommandDesk desk, @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    AsOf destination = destination(request);
    if (destination == null) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(
        "Memento-Datetime",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(destination.known().atOffset(ZoneOffset.UTC)));
    TimeTravel.<IOException, ServletException>to(
        destination, () -> chain.doFilter(request, response));
  }

  /**
   * What can't be answered so is refused by {@link PresentOnly}, where words can be found for it.
   */
  private @Nullable AsOf destination(HttpServletRequest request) {
    if (!PresentOnly.reads(request) || !TravellingRoutes.has(PresentOnly.path(request))) {
      return null;
    }
    try {
      return Destination.of(request, zone, desk.now());
    } catch (Rejected unreadable) {
      return null;
    }
  }
}
