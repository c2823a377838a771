package org.uitrol.adapters.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/** Understands which part of the history somebody asks for, on a page or by the API. */
@Component
public final class HistoryQuery {

  private final PersonReferences people;
  private final EventCatalog catalog;
  private final ZoneId zone;

  public HistoryQuery(
      PersonReferences people,
      EventCatalog catalog,
      @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    this.people = people;
    this.catalog = catalog;
    this.zone = zone;
  }

  /**
   * What was asked for, as it was typed; null or blank is anything.
   *
   * @param person an identifier, e-mail address or employee number
   * @param name of events, for instance {@code session.planned}
   * @param actor as the history writes it, for instance {@code timer}
   * @param behalf for whom, as the history writes it, for instance {@code person:p-1042}
   * @param source which way it came in, for instance {@code api} or {@code page/public}
   * @param from a date or moment (RFC 3339); events that happened then or later
   * @param to a date or moment; events that happened before it
   */
  public record Asked(
      @Nullable String campaign,
      @Nullable String department,
      @Nullable String person,
      @Nullable String name,
      @Nullable String actor,
      @Nullable String behalf,
      @Nullable String source,
      @Nullable String from,
      @Nullable String to) {

    /** What isn't blank, by the name of its parameter. */
    public Map<String, String> said() {
      Map<String, @Nullable String> typed = new LinkedHashMap<>();
      typed.put("campaign", campaign);
      typed.put("department", department);
      typed.put("person", person);
      typed.put("name", name);
      typed.put("actor", actor);
      typed.put("behalf", behalf);
      typed.put("source", source);
      typed.put("from", from);
      typed.put("to", to);
      Map<String, String> said = new LinkedHashMap<>();
      typed.forEach(
          (parameter, value) -> {
            if (value != null && !value.isBlank()) {
              said.put(parameter, value);
            }
          });
      return said;
    }
  }

  /**
   * What couldn't be understood.
   *
   * @param parameter in which it stands
   * @param code stable, for programs and texts
   * @param message what is allowed, in English
   */
  public record Problem(String parameter, String code, String message) {}

  /**
   * What was understood.
   *
   * @param filter without the parts that have a problem
   */
  public record Understood(TrailFilter filter, List<Problem> problems) {

    public Understood {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads what was asked for.
   *
   * @throws AccessDeniedException when it is about one person and the reader may not see names
   */
  public Understood understand(Asked asked, ConsoleUser reader) {
    if (asked.person() != null && !HistoryNames.mayBeSeenBy(reader)) {
      throw new AccessDeniedException("the history of one person is for those who see names");
    }
    List<Problem> problems = new ArrayList<>();
    TrailFilter filter =
        new TrailFilter(
            id("campaign", asked.campaign(), CampaignId::new, problems),
            id("department", asked.department(), DepartmentId::new, problems),
            id("person", asked.person(), this::person, problems),
            name(asked.name(), problems),
            said(asked.actor()),
            said(asked.behalf()),
            said(asked.source()),
            moment("from", asked.from(), problems),
            moment("to", asked.to(), problems));
    return new Understood(filter, problems);
  }

  private PersonId person(String reference) {
    return people.find(reference).orElseGet(() -> new PersonId(reference));
  }

  private @Nullable String name(@Nullable String typed, List<Problem> problems) {
    String name = said(typed);
    if (name == null || catalog.entries().stream().anyMatch(entry -> entry.name().equals(name))) {
      return name;
    }
    problems.add(new Problem("name", "EVENT_UNKNOWN", "there is no event named '" + name + "'"));
    return null;
  }

  private @Nullable Instant moment(
      String parameter, @Nullable String typed, List<Problem> problems) {
    String text = said(typed);
    if (text == null) {
      return null;
    }
    try {
      return text.length() == "2027-01-31".length()
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      problems.add(
          new Problem(
              parameter,
              "MOMENT_INVALID",
              "'"
                  + text
                  + "' is neither a date such as 2027-01-31 nor a moment such as"
                  + " 2027-01-31T09:00:00Z"));
      return null;
    }
  }

  private static <I> @Nullable I id(
      String parameter, @Nullable String typed, Function<String, I> make, List<Problem> problems) {
    String text = said(typed);
    try {
      return text == null ? null : make.apply(text);
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              parameter, parameter.toUpperCase(Locale.ROOT) + "_INVALID", "" + e.getMessage()));
      return null;
    }
  }

  private static @Nullable String said(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }
}
