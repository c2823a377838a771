package org.uitrol.adapters.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Something in a request can't be understood. */
public final class BadRequest extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  /**
   * @param pointer to the part of the body that is meant (RFC 6901), or the name of a parameter
   */
  public BadRequest(String code, String detail, String pointer) {
    super(HttpStatus.BAD_REQUEST, problem(code, detail, pointer), null);
  }

  private static ProblemDetail problem(String code, String detail, String pointer) {
    ProblemDetail problem = Problems.of(HttpStatus.BAD_REQUEST, code, detail);
    problem.setProperty("pointer", pointer);
    return problem;
  }
}
