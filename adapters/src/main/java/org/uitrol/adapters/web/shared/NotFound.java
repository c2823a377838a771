package org.uitrol.adapters.web.shared;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What was asked for isn't there, or isn't for whoever asks. */
public final class NotFound extends ResponseStatusException {

  private static final long serialVersionUID = 1L;

  public NotFound() {
    super(HttpStatus.NOT_FOUND);
  }
}
