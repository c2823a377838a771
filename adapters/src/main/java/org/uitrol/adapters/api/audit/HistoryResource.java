package org.uitrol.adapters.api.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.BadRequest;
import org.uitrol.adapters.history.HistoryExport;
import org.uitrol.adapters.history.HistoryNames;
import org.uitrol.adapters.history.HistoryQuery;
import org.uitrol.adapters.history.HistoryQuery.Asked;
import org.uitrol.adapters.history.HistoryQuery.Problem;
import org.uitrol.adapters.history.HistoryQuery.Understood;
import org.uitrol.adapters.proof.ProofExport;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.Wording;
import org.uitrol.application.audit.Wording.Teller;

/**
 * The history, from the first event to the last, as lines of JSON, a table or readable lines. It is
 * written out as it is read, however long it is. Who may not see names sees none.
 */
@RestController
class HistoryResource {

  private final Trail trail;
  private final HistoryExport export;
  private final ProofExport proof;
  private final Wording wording;
  private final HistoryNames names;
  private final HistoryQuery query;

  HistoryResource(
      Trail trail,
      HistoryExport export,
      ProofExport proof,
      Wording wording,
      HistoryNames names,
      HistoryQuery query) {
    this.trail = trail;
    this.export = export;
    this.proof = proof;
    this.wording = wording;
    this.names = names;
    this.query = query;
  }

  /**
   * Writes the history out.
   *
   * @param person an identifier, e-mail address or employee number
   * @param behalf for whom somebody acted
   * @param source which way it came in, for instance api or page/public
   * @param name of events, for instance {@code session.planned}
   * @param from a moment or date; events that happened then or later
   * @param to a moment or date; events that happened before it
   * @param format jsonl, csv or text; proof for all of it with every hash and checkpoint
   * @param lang of words in tables and readable lines
   */
  @GetMapping("/api/v1/history")
  void history(
      @RequestParam(required = false) @Nullable String campaign,
      @RequestParam(required = false) @Nullable String department,
      @RequestParam(required = false) @Nullable String person,
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String behalf,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "jsonl") String format,
      @RequestParam(defaultValue = "en") String lang,
      @AuthenticationPrincipal ConsoleUser user,
      HttpServletResponse response)
      throws IOException {
    Understood understood =
        query.understand(
            new Asked(campaign, department, person, name, actor, behalf, source, from, to), user);
    if (!understood.problems().isEmpty()) {
      Problem problem = understood.problems().get(0);
      throw new BadRequest(problem.code(), problem.message(), problem.parameter());
    }
    TrailFilter filter = understood.filter();
    Locale locale = Locale.forLanguageTag(lang);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    switch (format) {
      case "jsonl" -> {
        response.setContentType("application/jsonl");
        export.jsonLines(filter, response.getWriter());
      }
      case "csv" -> {
        response.setContentType("text/csv");
        export.csv(filter, response.getWriter(), locale, names.seenBy(user));
      }
      case "text" -> {
        response.setContentType("text/plain");
        text(filter, response.getWriter(), locale, names.seenBy(user));
      }
      case "proof" -> {
        if (!filter.equals(TrailFilter.ALL)) {
          throw new BadRequest(
              "PROOF_PARTIAL", "the history can be proven as a whole only", "format");
        }
        response.setContentType("application/jsonl");
        proof.write(response.getWriter());
      }
      default ->
          throw new BadRequest(
              "FORMAT_UNKNOWN", "'" + format + "' is none of jsonl, csv, text and proof", "format");
    }
  }

  private void text(TrailFilter filter, PrintWriter out, Locale locale, Names shown) {
    Teller teller = wording.teller(locale, shown);
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
}
