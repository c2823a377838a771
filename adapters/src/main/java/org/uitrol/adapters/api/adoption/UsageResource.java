package org.uitrol.adapters.api.adoption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.BadRequest;
import org.uitrol.adapters.files.UsageFile;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.adoption.UsageIntake;
import org.uitrol.application.adoption.UsageOutcome;
import org.uitrol.application.adoption.UsageReport;
import org.uitrol.application.directory.RowProblem;
import org.uitrol.domain.shared.Keys;

/** Takes reports of use over, wholly or not at all. The same report twice changes nothing. */
@RestController
class UsageResource {

  private final UsageIntake intake;

  UsageResource(UsageIntake intake) {
    this.intake = intake;
  }

  /**
   * What came, or would come, of a report. It repeats no names.
   *
   * @param preview whether nothing was changed
   * @param layout which kind of report it is
   * @param refreshedOn the day of the report
   * @param from the first day that it is about, where it tells a period
   * @param until the last day that it is about
   * @param people of how many people it says something that wasn't known from it yet
   * @param unchanged of how many people everything was known from it already
   * @param outside how many people are in no department that counts use
   * @param unknownLines where there are names that are nobody's
   * @param unnamed how many names are hidden
   * @param corrections how often it says of somebody on some day otherwise than earlier reports
   * @param problems what is wrong with rows; a report with any is taken over in no part
   * @param ignoredColumns columns that mean nothing to Uitrol, as the header spells them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      boolean preview,
      String layout,
      LocalDate refreshedOn,
      @Nullable LocalDate from,
      LocalDate until,
      int people,
      int unchanged,
      int outside,
      List<Long> unknownLines,
      int unnamed,
      int corrections,
      List<Problem> problems,
      List<String> ignoredColumns) {}

  /** What is wrong with one row. */
  record Problem(long line, String column, String code, String reason) {

    static Problem of(RowProblem problem) {
      return new Problem(problem.line(), problem.column(), problem.code(), problem.reason());
    }
  }

  /**
   * @param day the day of a report that doesn't tell it itself
   */
  @PostMapping(path = "/api/v1/usage", consumes = "text/csv")
  Answer report(
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestParam(defaultValue = "") String day,
      @RequestBody byte[] table,
      @AuthenticationPrincipal ConsoleUser user) {
    UsageReport report = UsageFile.read(table, day(day));
    UsageOutcome outcome = preview ? intake.preview(report) : intake.take(report, user.actor());
    return new Answer(
        preview,
        Keys.of(report.layout()),
        report.refreshedOn(),
        outcome.from(),
        outcome.until(),
        outcome.people(),
        outcome.unchanged(),
        outcome.outside(),
        outcome.unknown().stream().map(UsageOutcome.Unknown::line).toList(),
        outcome.unnamed(),
        outcome.corrections(),
        report.problems().stream().map(Problem::of).toList(),
        report.ignoredColumns());
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadRequest("DAY_UNKNOWN", "the day is written as in 2027-03-31", "day");
    }
  }
}
