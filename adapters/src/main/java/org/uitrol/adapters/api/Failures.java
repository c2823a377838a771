package org.uitrol.adapters.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.domain.shared.Rejected;

/** Answers every failure of the API with a problem document; a page of ours is of no use there. */
@RestControllerAdvice("org.uitrol.adapters.api")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Failures extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @ExceptionHandler
  ProblemDetail refused(Rejected refused) {
    return Problems.of(refused);
  }

  @ExceptionHandler
  ProblemDetail unreadable(UnreadablePeopleFile unreadable) {
    ProblemDetail problem =
        Problems.of(
            HttpStatus.UNPROCESSABLE_CONTENT, unreadable.code(), "" + unreadable.getMessage());
    if (unreadable.line() > 0) {
      problem.setProperty("line", unreadable.line());
    }
    return problem;
  }

  @ExceptionHandler
  ProblemDetail denied(AccessDeniedException denied) {
    return Problems.of(HttpStatus.FORBIDDEN, "FORBIDDEN", "" + denied.getMessage());
  }

  /** The answer says no more than a number, by which the log tells the rest. */
  @ExceptionHandler
  ProblemDetail failed(Exception failure) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("failure {} of the API", number, failure);
    ProblemDetail problem =
        Problems.of(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "FAILED",
            "Something went wrong on our side; its number in the log is " + number);
    problem.setProperty("number", number);
    return problem;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    @Nullable ResponseEntity<Object> answer =
        super.handleExceptionInternal(failure, body, headers, status, request);
    if (answer != null
        && answer.getBody() instanceof ProblemDetail problem
        && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
      HttpStatus known = HttpStatus.resolve(status.value());
      problem.setProperty("code", known == null ? "REQUEST_INVALID" : known.name());
    }
    return answer;
  }
}
