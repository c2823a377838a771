package org.uitrol.adapters.api.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.BadRequest;
import org.uitrol.adapters.history.HistoryExport;
import org.uitrol.adapters.history.HistoryNames;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.Wording;
import org.uitrol.application.audit.Wording.Teller;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;

/**
 * The history, from the first event to the last, as lines of JSON, a table or readable lines. It is
 * written out as it is read, however long it is. Who may not see names sees none.
 */
@RestController
class HistoryResource {

  private final Trail trail;
  private final HistoryExport export;
  private final Wording wording;
  private final HistoryNames names;
  private final PersonReferences people;
  private final ZoneId zone;

  HistoryResource(
      Trail trail,
      HistoryExport export,
      Wording wording,
      HistoryNames names,
      PersonReferences people,
      @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    this.trail = trail;
    this.export = export;
    this.wording = wording;
    this.names = names;
    this.people = people;
    this.zone = zone;
  }

  /**
   * Writes the history out.
   *
   * @param person an identifier, e-mail address or employee number
   * @param name of events, for instance {@code session.planned}
   * @param from a moment or date; events that happened then or later
   * @param to a moment or date; events that happened before it
   * @param format jsonl, csv or text
   * @param lang of words in tables and readable lines
   */
  @GetMapping("/api/v1/history")
  void history(
      @RequestParam(required = false) @Nullable String campaign,
      @RequestParam(required = false) @Nullable String department,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "jsonl") String format,
      @RequestParam(defaultValue = "en") String lang,
      @AuthenticationPrincipal ConsoleUser user,
      HttpServletResponse response)
      throws IOException {
    boolean seesNames = user.is(Role.CHANGE_MANAGER) || user.is(Role.ADMIN);
    if (person != null && !seesNames) {
      throw new AccessDeniedException("the history of one person is for those who see names");
    }
    TrailFilter filter =
        new TrailFilter(
            id(campaign, CampaignId::new, "campaign"),
            id(department, DepartmentId::new, "department"),
            person == null ? null : person(person),
            name,
            actor,
            moment(from, "from"),
            moment(to, "to"));
    Locale locale = Locale.forLanguageTag(lang);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    switch (format) {
      case "jsonl" -> {
        response.setContentType("application/jsonl");
        export.jsonLines(filter, response.getWriter());
      }
      case "csv" -> {
        response.setContentType("text/csv");
        export.csv(filter, response.getWriter(), locale, seesNames);
      }
      case "text" -> {
        response.setContentType("text/plain");
        text(filter, response.getWriter(), locale, seesNames);
      }
      default ->
          throw new BadRequest(
              "FORMAT_UNKNOWN", "'" + format + "' is none of jsonl, csv and text", "format");
    }
  }

  private void text(TrailFilter filter, PrintWriter out, Locale locale, boolean seesNames) {
    Teller teller = wording.teller(locale, seesNames ? names.shown() : names.withoutPeople());
    trail.forEach(
        filter,
        row ->
            out.print(
                line(teller.when(row))
                    + "  "
                    + line(teller.what(row))
                    + "  ("
                    + line(teller.who(row))
                    + ")\n"));
    out.flush();
  }

  /** In one line, and nothing that a terminal obeys. */
  private static String line(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private PersonId person(String reference) {
    return people.find(reference).orElse(new PersonId(reference));
  }

  private static <I> @Nullable I id(
      @Nullable String text, Function<String, I> make, String parameter) {
    try {
      return text == null ? null : make.apply(text);
    } catch (IllegalArgumentException e) {
      throw new BadRequest(
          parameter.toUpperCase(Locale.ROOT) + "_INVALID", "" + e.getMessage(), parameter);
    }
  }

  private @Nullable Instant moment(@Nullable String text, String parameter) {
    if (text == null) {
      return null;
    }
    try {
      return text.length() == "2027-01-31".length()
          ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadRequest(
          "MOMENT_INVALID",
          "'"
              + text
              + "' is neither a date such as 2027-01-31 nor a moment such as"
              + " 2027-01-31T09:00:00Z",
          parameter);
    }
  }
}
