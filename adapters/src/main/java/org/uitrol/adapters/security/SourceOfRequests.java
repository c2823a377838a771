package org.uitrol.adapters.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.uitrol.application.shared.Circumstances;
import org.uitrol.application.shared.Source;
import org.uitrol.application.shared.Source.Way;

/**
 * Notes for the history which way a request comes in. Behind a proxy the address is the caller's
 * once {@code server.forward-headers-strategy} says that the proxy can be trusted.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class SourceOfRequests extends OncePerRequestFilter {

  /** By this header the command line tells that it is the one that asks. */
  public static final String CLIENT = "Uitrol-Client";

  /** What the command line says of itself. */
  public static final String COMMAND_LINE = "cli";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Source source = new Source(way(request), AddressClass.of(request.getRemoteAddr()));
    try {
      Circumstances.<Exception>from(source, () -> chain.doFilter(request, response));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private static Way way(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.startsWith("/scim/")) {
      return Way.SCIM;
    } else if (path.startsWith("/xapi/")) {
      return Way.XAPI;
    } else if (!path.startsWith("/api/")) {
      return Way.PAGE;
    }
    String client = request.getHeader(CLIENT);
    return client != null && client.toLowerCase(Locale.ROOT).equals(COMMAND_LINE)
        ? Way.CLI
        : Way.API;
  }
}
