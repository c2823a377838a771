package org.uitrol.adapters.travel;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.uitrol.application.audit.port.RecordedEvents;
import org.uitrol.application.shared.AsOf;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.TimeTravel;

/** As of when a page is shown, and where else it could be. Pages use it by this name. */
@Component
public class Traveller {

  private final RecordedEvents events;
  private final CommandDesk desk;
  private final ZoneId zone;

  Traveller(
      RecordedEvents events,
      CommandDesk desk,
      @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    this.events = events;
    this.desk = desk;
    this.zone = zone;
  }

  /** A part of the address, to be kept when a form changes the rest. */
  public record Parameter(String name, String value) {}

  /** As of when this page is shown; null when it is the present. */
  public @Nullable AsOf destination() {
    return TimeTravel.destination();
  }

  /** Whether this page can be shown as of another moment. */
  public boolean possible() {
    return PresentOnly.travels(request());
  }

  /** Whether late facts count although they weren't known then. */
  public boolean bothAxes() {
    AsOf now = destination();
    return now != null && !now.valid().equals(now.known());
  }

  /** Until when is known, on the wall clock of the organisation; now in the present. */
  public LocalDateTime known() {
    AsOf then = destination();
    return local(then == null ? desk.now() : then.known());
  }

  /** Until when it holds, on that clock; null when that isn't asked. */
  public @Nullable LocalDateTime valid() {
    AsOf then = destination();
    return then == null || !bothAxes() ? null : local(then.valid());
  }

  /**
   * The days that can be chosen.
   *
   * @param first of the first event
   * @param last today
   * @param shown the one that is shown, counted from 0
   */
  public record Days(LocalDate first, LocalDate last, long shown) {

    /** How many there are, less one. */
    public long span() {
      return first.until(last, ChronoUnit.DAYS);
    }
  }

  /** The days that can be chosen: from the first event until today. */
  public Days days() {
    Instant now = TimeTravel.inThePresent(desk::now);
    LocalDate first = local(events.begin(now)).toLocalDate();
    return new Days(
        first, local(now).toLocalDate(), first.until(known().toLocalDate(), ChronoUnit.DAYS));
  }

  /** The path of this page. */
  public String path() {
    HttpServletRequest request = request();
    return request == null ? "/" : request.getRequestURI();
  }

  /** What else the address of this page says. */
  public List<Parameter> others() {
    List<Parameter> others = new ArrayList<>();
    HttpServletRequest request = request();
    if (request != null) {
      request
          .getParameterMap()
          .forEach(
              (name, values) -> {
                if (!name.equals(Destination.KNOWN_ON) && !name.equals(Destination.VALID_ON)) {
                  for (String value : values) {
                    others.add(new Parameter(name, value));
                  }
                }
              });
    }
    return others;
  }

  /** What a form that reads has to send along to stay in this past. */
  public List<Parameter> kept() {
    AsOf then = destination();
    if (then == null) {
      return List.of();
    }
    List<Parameter> kept = new ArrayList<>();
    kept.add(new Parameter(Destination.KNOWN_ON, then.known().toString()));
    if (bothAxes()) {
      kept.add(new Parameter(Destination.VALID_ON, then.valid().toString()));
    }
    return kept;
  }

  /** The address of this page in the present. */
  public String addressNow() {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path());
    others().forEach(one -> address.queryParam(one.name(), one.value()));
    return address.encode().build().toUriString();
  }

  /** An address within Uitrol, as of the moment that is shown now. */
  public static String staying(String address) {
    AsOf then = TimeTravel.destination();
    int query = address.indexOf('?');
    int end = address.indexOf('#');
    String path = address.substring(0, query < 0 ? (end < 0 ? address.length() : end) : query);
    if (then == null || !path.startsWith("/") || !TravellingRoutes.has(path)) {
      return address;
    }
    UriComponentsBuilder there =
        UriComponentsBuilder.fromUriString(address).queryParam(Destination.KNOWN_ON, then.known());
    if (!then.valid().equals(then.known())) {
      there.queryParam(Destination.VALID_ON, then.valid());
    }
    return there.build().toUriString();
  }

  private LocalDateTime local(Instant moment) {
    return moment.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
  }

  private static @Nullable HttpServletRequest request() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        ? attributes.getRequest()
        : null;
  }
}
