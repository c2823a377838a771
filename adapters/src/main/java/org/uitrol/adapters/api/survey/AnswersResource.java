package org.uitrol.adapters.api.survey;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.Problems;
import org.uitrol.adapters.files.SurveyExport;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.application.survey.source.AnswerIntake;
import org.uitrol.application.survey.source.IntakeOutcome;
import org.uitrol.application.survey.source.SourceAdmin;
import org.uitrol.application.survey.source.SourceTable;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.survey.source.AnswerSource;

/** Takes exports of a source over whose columns are mapped. The same export changes nothing. */
@RestController
class AnswersResource {

  private final AnswerIntake intake;
  private final SourceAdmin admin;

  AnswersResource(AnswerIntake intake, SourceAdmin admin) {
    this.intake = intake;
    this.admin = admin;
  }

  /**
   * What came, or would come, of an export. It repeats no answer and no name.
   *
   * @param preview whether nothing was changed
   * @param named of how many people there were new answers
   * @param unnamed how many were new whose giver isn't known
   * @param known how many were taken over before
   * @param unfinished how many aren't complete
   * @param refused those that weren't taken over
   */
  record Answer(
      boolean preview, int named, int unnamed, int known, int unfinished, List<Refused> refused) {

    static Answer of(boolean preview, IntakeOutcome outcome) {
      return new Answer(
          preview,
          outcome.named(),
          outcome.unnamed(),
          outcome.known(),
          outcome.unfinished(),
          outcome.refused().stream()
              .map(one -> new Refused(one.line(), one.code(), Problems.plain(one.facts())))
              .toList());
    }
  }

  /** A response that wasn't taken over. */
  record Refused(long line, String code, Map<String, Object> facts) {}

  @PostMapping(
      path = "/api/v1/answer-sources/{source}/answers",
      consumes = {
        "text/csv",
        "application/json",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  Answer answers(
      @PathVariable AnswerSourceId source,
      @RequestParam(defaultValue = "false") boolean preview,
      @RequestBody byte[] export,
      @AuthenticationPrincipal ConsoleUser user) {
    AnswerSource known = admin.find(source).orElseThrow(AnswersResource::unknown);
    SourceTable table = SurveyExport.read(known.kind(), export);
    IntakeOutcome outcome =
        preview ? intake.preview(source, table) : intake.take(source, table, user.actor());
    return Answer.of(preview, outcome);
  }

  static ErrorResponseException unknown() {
    return new ErrorResponseException(
        HttpStatus.NOT_FOUND,
        Problems.of(HttpStatus.NOT_FOUND, "SOURCE_UNKNOWN", "there is no such source of answers"),
        null);
  }
}
