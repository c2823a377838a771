package org.uitrol.adapters.travel;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.Rejected;

/** Refuses to show as it was what knows the present only, and moments that can't be read. */
@Component
class PresentOnly implements HandlerInterceptor {

  private final CommandDesk desk;
  private final ZoneId zone;

  PresentOnly(CommandDesk desk, @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
  }

  /**
   * Lets a request through that can be answered.
   *
   * @throws Rejected {@code PRESENT_ONLY} or why a moment can't be read
   */
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && Destination.of(request, zone, desk.now()) != null
        && (!reads(request) || !TravellingRoutes.has(path(request)))) {
      throw new Rejected("PRESENT_ONLY", Map.of("path", path(request)));
    }
    return true;
  }

  static boolean reads(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** Whether there is anything to look at as of another moment at the path of a request. */
  static boolean travels(@Nullable HttpServletRequest request) {
    return request != null && reads(request) && TravellingRoutes.has(path(request));
  }
}
