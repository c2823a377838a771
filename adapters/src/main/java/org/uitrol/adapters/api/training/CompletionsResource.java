package org.uitrol.adapters.api.training;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.ListAnswer;
import org.uitrol.adapters.files.CompletionsFile;
import org.uitrol.adapters.files.ListRead;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.application.shared.RowOutcome;
import org.uitrol.application.training.CompletionIntake;
import org.uitrol.application.training.CompletionRow;

/** Takes course completions over. The same completion twice changes nothing. */
@RestController
class CompletionsResource {

  private final CompletionIntake intake;
  private final ZoneId zone;

  CompletionsResource(
      CompletionIntake intake, @Value("${uitrol.zone:Europe/Amsterdam}") java.time.ZoneId zone) {
    this.intake = intake;
    this.zone = zone;
  }

  /**
   * One completion of a list.
   *
   * @param person an e-mail address or employee number
   * @param campaign its key; may be left out when the course is in one campaign of the person only
   * @param course its key in the plan
   * @param completedAt a moment with its offset (RFC 3339)
   * @param score from 0 to 1
   * @param percentage the same from 0 to 100; at most one of the two
   */
  record Item(
      @Nullable String person,
      @Nullable String campaign,
      @Nullable String course,
      @Nullable String completedAt,
      @Nullable Double score,
      @Nullable Double percentage) {}

  @PostMapping(path = "/api/v1/courses/completions", consumes = MediaType.APPLICATION_JSON_VALUE)
  ListAnswer list(
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestBody List<Item> items,
      @AuthenticationPrincipal ConsoleUser user) {
    List<CompletionRow> rows = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>();
    long number = 0;
    for (Item item : items) {
      number++;
      int before = problems.size();
      Instant completedAt = completedAt(number, item.completedAt(), problems);
      Double score = score(number, item, problems);
      require(number, "person", item.person(), problems);
      require(number, "course", item.course(), problems);
      if (problems.size() == before && completedAt != null) {
        rows.add(
            new CompletionRow(
                number,
                Objects.requireNonNullElse(item.person(), "").strip(),
                Objects.requireNonNullElse(item.campaign(), ""),
                Objects.requireNonNullElse(item.course(), ""),
                completedAt,
                score));
      }
    }
    return answer(preview, new ListRead<>(rows, problems, List.of()), "api", user);
  }

  @PostMapping(path = "/api/v1/courses/completions", consumes = "text/csv")
  ListAnswer table(
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestBody byte[] table,
      @AuthenticationPrincipal ConsoleUser user) {
    return answer(preview, CompletionsFile.read(table, zone), "csv", user);
  }

  private ListAnswer answer(
      boolean preview, ListRead<CompletionRow> read, String source, ConsoleUser user) {
    List<RowOutcome> outcomes =
        preview ? intake.preview(read.rows()) : intake.take(read.rows(), source, user.actor());
    return ListAnswer.of(preview, outcomes, read.problems(), read.ignoredColumns());
  }

  private static @Nullable Instant completedAt(
      long number, @Nullable String text, List<RowProblem> problems) {
    try {
      if (text != null) {
        return OffsetDateTime.parse(text).toInstant();
      }
      problems.add(
          new RowProblem(number, "completedAt", "COMPLETED_AT_MISSING", "is missing", true));
    } catch (DateTimeParseException e) {
      problems.add(
          new RowProblem(
              number,
              "completedAt",
              "COMPLETED_AT_UNKNOWN",
              "is no moment such as 2027-03-31T14:00:00Z",
              true));
    }
    return null;
  }

  private static @Nullable Double score(long number, Item item, List<RowProblem> problems) {
    Double score = item.score();
    Double percentage = item.percentage();
    if (score != null && percentage != null) {
      problems.add(
          new RowProblem(number, "score", "SCORE_TWICE", "is there beside a percentage", true));
      return null;
    }
    Double share = percentage == null ? score : (Double) (percentage / 100);
    if (share != null && !(share >= 0 && share <= 1)) {
      problems.add(
          new RowProblem(
              number,
              percentage == null ? "score" : "percentage",
              "SCORE_OUT_OF_RANGE",
              percentage == null ? "isn't from 0 to 1" : "isn't from 0 to 100",
              true));
    }
    return share;
  }

  private static void require(
      long number, String field, @Nullable String value, List<RowProblem> problems) {
    if (value == null || value.isBlank()) {
      String code = field.equals("person") ? "IDENTITY_MISSING" : "COURSE_MISSING";
      problems.add(new RowProblem(number, field, code, "is missing", true));
    }
  }
}
