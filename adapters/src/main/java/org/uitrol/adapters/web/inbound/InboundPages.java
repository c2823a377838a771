package org.uitrol.adapters.web.inbound;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.communication.inbound.InboundMail;
import org.uitrol.application.communication.inbound.InboundMail.State;
import org.uitrol.application.communication.inbound.InboundMails;
import org.uitrol.application.communication.inbound.ReadMail.Kind;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.port.MailReading;
import org.uitrol.domain.shared.Rejected;

/** Mails that came in: those that a person has to look at, and those that are dealt with. */
@Controller
class InboundPages {

  private static final int PAGE = 50;
  private static final int REMOVALS = 5;

  private final InboundStore store;
  private final InboundMails inbound;
  private final MailReading reading;
  private final Orders orders;
  private final Names names;
  private final Words words;

  InboundPages(
      InboundStore store,
      InboundMails inbound,
      MailReading reading,
      Orders orders,
      Names names,
      Words words) {
    this.store = store;
    this.inbound = inbound;
    this.reading = reading;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** A mail in a list, with the name of whom it concerns and of who closed it. */
  record Shown(InboundMail mail, String person, String by) {}

  @GetMapping("/inbound")
  String list(
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "false") boolean done,
      Model model) {
    int shown = Math.max(0, Math.min(page, 100_000));
    State state = done ? State.DONE : State.FOR_A_PERSON;
    List<InboundMail> mails = store.list(state, shown * PAGE, PAGE + 1);
    model.addAttribute("mails", mails.stream().limit(PAGE).map(this::shown).toList());
    model.addAttribute("waiting", store.count(State.FOR_A_PERSON));
    model.addAttribute("done", done);
    model.addAttribute("removals", done ? store.removals(REMOVALS) : List.of());
    model.addAttribute("page", shown);
    model.addAttribute("more", mails.size() > PAGE);
    return "inbound/inbound";
  }

  @GetMapping("/inbound/{id}")
  String mail(@PathVariable long id, @AuthenticationPrincipal ConsoleUser user, Model model) {
    show(id, user, model);
    model.addAttribute("reason", "");
    return "inbound/mail";
  }

  /** As plain text in a file: nothing in it can do anything in a browser. */
  @GetMapping("/inbound/{id}/raw")
  ResponseEntity<byte[]> raw(@PathVariable long id) {
    byte[] raw = store.raw(id).orElseThrow(NotFound::new);
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("mail-" + id + ".txt").build().toString())
        .body(raw);
  }

  @PostMapping("/inbound/{id}/again")
  String again(
      @PathVariable long id, @AuthenticationPrincipal ConsoleUser user, RedirectAttributes next) {
    find(id);
    inbound.again(id, user.id());
    orders.settle();
    boolean waits = find(id).state() == State.FOR_A_PERSON;
    Done.say(next, words.say(waits ? "inbound.sameAgain" : "inbound.understood"));
    return "redirect:/inbound/" + id;
  }

  @PostMapping("/inbound/{id}/done")
  ModelAndView close(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    find(id);
    try {
      inbound.close(id, user.id(), reason);
    } catch (Rejected refused) {
      show(id, user, model);
      model.addAttribute("refused", words.rejected(refused));
      model.addAttribute("reason", reason);
      return new ModelAndView("inbound/mail", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Done.say(next, words.say("inbound.closed"));
    return new ModelAndView("redirect:/inbound");
  }

  private void show(long id, ConsoleUser user, Model model) {
    InboundMail mail = find(id);
    Optional<byte[]> raw = store.raw(id);
    model.addAttribute("one", shown(mail));
    model.addAttribute("read", raw.map(reading::read).orElse(null));
    model.addAttribute(
        "words", mail.kind() == Kind.OTHER ? raw.map(reading::words).orElse("") : "");
    model.addAttribute("waits", mail.state() == State.FOR_A_PERSON);
    model.addAttribute("asks", mail.kind() == Kind.OTHER && user.is(Role.CHANGE_MANAGER));
  }

  private InboundMail find(long id) {
    return store.find(id).orElseThrow(NotFound::new);
  }

  private Shown shown(InboundMail mail) {
    return new Shown(
        mail,
        mail.person() == null ? "" : names.person(mail.person()),
        mail.by() == null ? "" : names.account(mail.by()));
  }
}
