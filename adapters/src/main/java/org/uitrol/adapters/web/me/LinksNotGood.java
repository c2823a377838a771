package org.uitrol.adapters.web.me;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Says kindly that a link isn't good, and how to get another. */
@ControllerAdvice("org.uitrol.adapters.web.me")
@Order(Ordered.HIGHEST_PRECEDENCE)
class LinksNotGood {

  @ExceptionHandler(LinkNotGood.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String notGood() {
    return "me/link-not-good";
  }
}
