package org.uitrol.adapters.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.audit.access.AccessLog;
import org.uitrol.application.audit.access.DataAccess;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.TimeTravel;
import org.uitrol.domain.shared.PersonId;

/**
 * Notes, once an answer is written, whose data somebody who is signed in was shown by it. People
 * who look at what is their own by their personal link aren't signed in.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AccessFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);

  private final AccessLog log;
  private final CommandDesk desk;

  AccessFilter(AccessLog log, CommandDesk desk) {
    this.log = log;
    this.desk = desk;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } finally {
      note(request);
    }
  }

  private void note(HttpServletRequest request) {
    ConsoleUser user = user();
    Set<PersonId> seen = Seen.of(new ServletRequestAttributes(request));
    if (user == null || seen.isEmpty()) {
      return;
    }
    AsOf then = TimeTravel.destination();
    try {
      log.add(
          new DataAccess(
              TimeTravel.inThePresent(desk::now),
              user.id(),
              way(request.getRequestURI()),
              request.getRequestURI(),
              then == null ? null : then.known(),
              List.copyOf(seen),
              seen.size()));
    } catch (RuntimeException e) {
      LOG.error("who looked at {} couldn't be noted", request.getRequestURI(), e);
    }
  }

  private static String way(String path) {
    return path.startsWith("/api/") ? "api" : path.startsWith("/scim/") ? "scim" : "page";
  }

  private static @Nullable ConsoleUser user() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof ConsoleUser user ? user : null;
  }
}
