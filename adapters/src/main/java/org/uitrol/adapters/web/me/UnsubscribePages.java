package org.uitrol.adapters.web.me;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.uitrol.adapters.security.PersonalLink.Purpose;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.communication.MailConsentCommand.OptIn;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;

/**
 * Opting out of optional mail, by a person or by their mail program in one click (RFC 8058, section
 * 3.1: a POST whose answer is no redirect and needs no cookie), and in again.
 */
@Controller
class UnsubscribePages {

  private final Visits visits;
  private final Consents consents;
  private final CommandDesk desk;

  UnsubscribePages(Visits visits, Consents consents, CommandDesk desk) {
    this.visits = visits;
    this.consents = consents;
    this.desk = desk;
  }

  @GetMapping("/u/{token}")
  String ask(@PathVariable String token, HttpServletRequest request, Model model) {
    return show(visits.open(Purpose.UNSUBSCRIBE, token, request), model);
  }

  @PostMapping("/u/{token}")
  String optOut(@PathVariable String token, HttpServletRequest request, Model model) {
    Visit visit = visits.open(Purpose.UNSUBSCRIBE, token, request);
    desk.send(new OptOut(visit.person(), desk.now()), visit.actor());
    return show(visit, model);
  }

  @PostMapping("/u/{token}/again")
  String optIn(@PathVariable String token, HttpServletRequest request, Model model) {
    Visit visit = visits.open(Purpose.UNSUBSCRIBE, token, request);
    desk.send(new OptIn(visit.person(), desk.now()), visit.actor());
    model.addAttribute("again", true);
    return show(visit, model);
  }

  private String show(Visit visit, Model model) {
    model.addAttribute("visit", visit);
    model.addAttribute("wanted", consents.wantsOptionalMail(visit.person()));
    return "me/unsubscribe";
  }
}
