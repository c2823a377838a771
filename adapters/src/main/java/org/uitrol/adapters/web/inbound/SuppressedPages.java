package org.uitrol.adapters.web.inbound;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.communication.inbound.InboundMail;
import org.uitrol.application.communication.inbound.Outcome;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.communication.view.SuppressedRow;
import org.uitrol.domain.communication.AddressCommand.ReleaseAddress;
import org.uitrol.domain.communication.MailConsentCommand.OptIn;
import org.uitrol.domain.shared.PersonId;

/** Whose address gets no mail, or no optional mail since they complained, and taking that back. */
@Controller
class SuppressedPages {

  private static final int SHOWN = 200;

  private final MailStore mails;
  private final InboundStore inbound;
  private final Orders orders;
  private final Names names;
  private final Words words;

  SuppressedPages(MailStore mails, InboundStore inbound, Orders orders, Names names, Words words) {
    this.mails = mails;
    this.inbound = inbound;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** An address that gets no mail. */
  record Suppressed(SuppressedRow row, String name) {}

  /** Somebody who complained and gets no optional mail. */
  record Complainer(PersonId person, String name) {}

  @GetMapping("/suppressed")
  String list(Model model) {
    model.addAttribute(
        "suppressed",
        mails.suppressed(0, SHOWN).stream()
            .map(row -> new Suppressed(row, names.person(row.person())))
            .toList());
    model.addAttribute("complainers", complainers());
    return "inbound/suppressed";
  }

  @PostMapping("/suppressed/{person}/release")
  String release(
      @PathVariable PersonId person,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    if (mails.suppressed(person).isEmpty()) {
      throw new NotFound();
    }
    orders.send(user, at -> new ReleaseAddress(person, user.id(), at));
    Done.say(next, words.say("suppressed.released", names.person(person)));
    return "redirect:/suppressed";
  }

  /** For somebody who complained by mistake and asks for optional mail after all. */
  @PostMapping("/suppressed/{person}/optional")
  String optional(
      @PathVariable PersonId person,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    if (mails.consents(person)) {
      throw new NotFound();
    }
    orders.send(user, at -> new OptIn(person, at));
    Done.say(next, words.say("suppressed.optional", names.person(person)));
    return "redirect:/suppressed";
  }

  private List<Complainer> complainers() {
    return inbound.list(Outcome.COMPLAINED, 0, SHOWN).stream()
        .map(InboundMail::person)
        .filter(person -> person != null && !mails.consents(person))
        .distinct()
        .map(person -> new Complainer(person, names.person(person)))
        .toList();
  }
}
