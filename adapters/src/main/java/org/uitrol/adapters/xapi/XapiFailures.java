package org.uitrol.adapters.xapi;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.uitrol.domain.shared.Rejected;

/** Answers every failure with the status that section 3.2 of part three gives it. */
@RestControllerAdvice("org.uitrol.adapters.xapi")
@Order(Ordered.HIGHEST_PRECEDENCE)
class XapiFailures {

  private static final Logger LOG = LoggerFactory.getLogger(XapiFailures.class);

  private final XapiAnswers answers;

  XapiFailures(XapiAnswers answers) {
    this.answers = answers;
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(XapiFailure failure) {
    return answers.failure(failure.status(), "" + failure.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(Rejected rejected) {
    String statement = String.valueOf(rejected.facts().get("statement"));
    return switch (rejected.code()) {
      case "STATEMENT_DIFFERS" ->
          answers.failure(
              HttpStatus.CONFLICT,
              "another statement has the id " + statement + ": nothing was kept");
      case "STATEMENT_TWICE" ->
          answers.failure(
              HttpStatus.BAD_REQUEST,
              "two statements have the id " + statement + ": nothing was kept");
      case "VOIDS_VOIDING" ->
          answers.failure(
              HttpStatus.BAD_REQUEST,
              statement + " withdraws a statement that withdraws another one: nothing was kept");
      default -> answers.failure(HttpStatus.BAD_REQUEST, rejected.code());
    };
  }

  /** The answer says no more than a number, by which the log tells the rest. */
  @ExceptionHandler
  ResponseEntity<byte[]> failed(Exception failure) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("failure {} of xAPI", number, failure);
    return answers.failure(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side; its number in the log is " + number);
  }
}
