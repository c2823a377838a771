package org.uitrol.adapters.api.survey;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.uitrol.adapters.api.Problems;
import org.uitrol.adapters.files.FormbricksJson;
import org.uitrol.adapters.files.FormbricksJson.Message;
import org.uitrol.adapters.shared.SignedMessage;
import org.uitrol.adapters.shared.SignedMessage.Verdict;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.survey.source.AnswerIntake;
import org.uitrol.application.survey.source.IntakeOutcome;
import org.uitrol.application.survey.source.IntakeOutcome.Refused;
import org.uitrol.application.survey.source.SourceTable.Response;
import org.uitrol.application.survey.source.port.SourceKeep;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.Rejected;

/**
 * Takes over what Formbricks sends by itself. Whoever knows the secret of the source may send; a
 * message counts once, however often it comes. Nothing of it is kept but the ballot.
 */
@RestController
class FormbricksHook {

  private static final int LARGEST = 1024 * 1024;
  private static final String FINISHED = "responseFinished";

  private final AnswerIntake intake;
  private final SourceKeep keep;

  /** Senders write the real time into their messages, also while ours is simulated. */
  private final Clock clock = Clock.systemUTC();

  FormbricksHook(AnswerIntake intake, SourceKeep keep) {
    this.intake = intake;
    this.keep = keep;
  }

  /**
   * What became of a message.
   *
   * @param result {@code taken}, {@code known}, {@code unfinished} or {@code ignored}
   */
  record Answer(String result) {}

  @PostMapping("/api/v1/hooks/formbricks/{source}")
  ResponseEntity<?> hear(@PathVariable AnswerSourceId source, HttpServletRequest request)
      throws IOException {
    byte[] secret = keep.secret(source).orElseThrow(AnswersResource::unknown);
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return problem(HttpStatus.CONTENT_TOO_LARGE, "BODY_TOO_LARGE", "the message is too large");
    }
    String id = request.getHeader(SignedMessage.ID);
    Verdict verdict =
        SignedMessage.verify(
            secret,
            id,
            request.getHeader(SignedMessage.TIMESTAMP),
            request.getHeader(SignedMessage.SIGNATURE),
            body,
            clock.instant());
    return switch (verdict) {
      case GOOD -> take(source, id, FormbricksJson.message(body));
      case UNSIGNED ->
          problem(
              HttpStatus.UNAUTHORIZED,
              "MESSAGE_UNSIGNED",
              "sign the message as Standard Webhooks says: webhook-id, webhook-timestamp and"
                  + " webhook-signature");
      case OUT_OF_TIME ->
          problem(
              HttpStatus.UNAUTHORIZED,
              "MESSAGE_OUT_OF_TIME",
              "the message was signed over five minutes ago or is ahead of our clock");
      case FORGED ->
          problem(
              HttpStatus.UNAUTHORIZED,
              "SIGNATURE_WRONG",
              "the signature doesn't fit the message and the secret of this source");
    };
  }

  private ResponseEntity<?> take(AnswerSourceId source, @Nullable String id, Message message) {
    Response response = message.response();
    if (!message.event().startsWith("response") || response == null) {
      return ResponseEntity.ok(new Answer("ignored"));
    } else if (!message.event().equals(FINISHED)) {
      return ResponseEntity.ok(new Answer("unfinished"));
    }
    IntakeOutcome outcome = intake.take(source, response, "" + id, Actor.source(source));
    if (!outcome.refused().isEmpty()) {
      Refused refused = outcome.refused().get(0);
      ProblemDetail why = Problems.of(new Rejected(refused.code(), refused.facts()));
      why.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return ResponseEntity.of(why).build();
    }
    return ResponseEntity.ok(
        new Answer(outcome.added() > 0 ? "taken" : outcome.known() > 0 ? "known" : "unfinished"));
  }

  private static ResponseEntity<?> problem(HttpStatus status, String code, String detail) {
    return ResponseEntity.of(Problems.of(status, code, detail)).build();
  }
}
