package org.uitrol.adapters.xapi;

import org.springframework.http.HttpStatus;

/** A request that isn't done, with the status that the Experience API gives it. */
final class XapiFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  XapiFailure(HttpStatus status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** Something isn't as the specification has it. */
  static XapiFailure bad(String message) {
    return new XapiFailure(HttpStatus.BAD_REQUEST, message);
  }

  HttpStatus status() {
    return status;
  }
}
