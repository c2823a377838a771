package org.uitrol.adapters.scim;

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

/** Answers every failure as RFC 7644, section 3.12, has it. */
@RestControllerAdvice("org.uitrol.adapters.scim")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScimFailures {

  private static final Logger LOG = LoggerFactory.getLogger(ScimFailures.class);

  @ExceptionHandler
  ResponseEntity<byte[]> refused(ScimFailure failure) {
    return ScimAnswers.error(failure.status(), failure.type(), "" + failure.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(Rejected rejected) {
    String code = rejected.code();
    if (code.endsWith("_TAKEN")) {
      return ScimAnswers.error(
          HttpStatus.CONFLICT, "uniqueness", code + ": another resource has this already");
    }
    if (code.equals("EMPLOYEE_UNKNOWN") || code.equals("PERSON_ERASED")) {
      return ScimAnswers.error(HttpStatus.NOT_FOUND, "", code + ": there is no such resource");
    }
    if (code.equals("PERSON_NOT_READMITTED")) {
      return ScimAnswers.error(
          HttpStatus.FORBIDDEN,
          "",
          "this is somebody who was erased: an administrator has to let them in again");
    }
    if (code.equals("DEPARTMENT_NOT_EMPTY")) {
      return ScimAnswers.error(
          HttpStatus.CONFLICT,
          "",
          "people still work in this department: move them to another one first");
    }
    return ScimAnswers.error(HttpStatus.BAD_REQUEST, "invalidValue", code);
  }

  /** The answer says no more than a number, by which the log tells the rest. */
  @ExceptionHandler
  ResponseEntity<byte[]> failed(Exception failure) {
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("failure {} of SCIM", number, failure);
    return ScimAnswers.error(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "",
        "Something went wrong on our side; its number in the log is " + number);
  }
}
