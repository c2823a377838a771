package org.uitrol.adapters.web.shared;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.uitrol.domain.shared.Rejected;

/** For a page that has no better place to say why it was refused. */
@ControllerAdvice("org.uitrol.adapters.web")
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusedRequests {

  private final Words words;

  RefusedRequests(Words words) {
    this.words = words;
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  String refused(Rejected refused, Model model) {
    model.addAttribute("refused", words.rejected(refused));
    return "refused";
  }
}
