package org.uitrol.adapters.web.operations;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.mail.inbound.InboundStatus;
import org.uitrol.adapters.persistence.eventstore.DeadLetters;
import org.uitrol.adapters.persistence.eventstore.DeadLetters.Letter;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.communication.port.Destinations;
import org.uitrol.application.communication.port.Outbox;
import org.uitrol.application.communication.view.MailRow;
import org.uitrol.application.communication.view.MailStore;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Timers;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.communication.DispatchCommand.LeaveDispatch;
import org.uitrol.domain.communication.DispatchCommand.SendAgain;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;

/** For administrators: what waits, what failed, and trying it again or giving it up. */
@Controller
class OperationsPages {

  private static final int SHOWN = 100;

  private final DeadLetters letters;
  private final Processors processors;
  private final Timers timers;
  private final MailStore mails;
  private final Outbox outbox;
  private final Destinations destinations;
  private final CommandDesk desk;
  private final InboundStatus inbound;
  private final Orders orders;
  private final Names names;
  private final Words words;

  OperationsPages(
      DeadLetters letters,
      Processors processors,
      Timers timers,
      MailStore mails,
      Outbox outbox,
      Destinations destinations,
      CommandDesk desk,
      InboundStatus inbound,
      Orders orders,
      Names names,
      Words words) {
    this.letters = letters;
    this.processors = processors;
    this.timers = timers;
    this.mails = mails;
    this.outbox = outbox;
    this.destinations = destinations;
    this.desk = desk;
    this.inbound = inbound;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /** A mail that didn't arrive, or may not have. */
  record StuckMail(MailRow row, String person) {}

  /** A mail that couldn't be made ready so far. */
  record StumblingMail(Outbox.Stumbling mail, String person) {}

  /** How far a processor is. */
  record Progress(String name, long lag, String failure) {}

  @GetMapping("/operations")
  String operations(Model model) {
    Map<String, String> failures = processors.failures();
    model.addAttribute(
        "processors",
        processors.lag().entrySet().stream()
            .map(
                entry ->
                    new Progress(
                        entry.getKey(),
                        entry.getValue(),
                        failures.getOrDefault(entry.getKey(), "")))
            .toList());
    model.addAttribute("timers", timers.status());
    model.addAttribute("letters", letters.list());
    model.addAttribute("mailCounts", mails.counts());
    model.addAttribute(
        "stuck",
        Stream.of(Dispatch.State.UNKNOWN, Dispatch.State.FAILED)
            .flatMap(state -> mails.byState(state, 0, SHOWN).stream())
            .map(row -> new StuckMail(row, names.person(row.person())))
            .toList());
    model.addAttribute(
        "stumbling",
        outbox.stumbling(SHOWN).stream()
            .map(mail -> new StumblingMail(mail, names.person(mail.person())))
            .toList());
    model.addAttribute("held", destinations.held(desk.now()));
    model.addAttribute("mailboxes", inbound.mailboxes());
    return "operations/operations";
  }

  @PostMapping("/operations/letters/{processor}/{letter}/retry")
  String retry(
      @PathVariable String processor, @PathVariable String letter, RedirectAttributes next) {
    find(processor, letter);
    boolean handled = letters.retry(processor, letter);
    Done.say(next, words.say(handled ? "operations.handled" : "operations.failedAgain"));
    return "redirect:/operations";
  }

  @GetMapping("/operations/letters/{processor}/{letter}/discard")
  String askToDiscard(@PathVariable String processor, @PathVariable String letter, Model model) {
    model.addAttribute("letter", find(processor, letter));
    model.addAttribute("reason", "");
    return "operations/discard";
  }

  @PostMapping("/operations/letters/{processor}/{letter}/discard")
  ModelAndView discard(
      @PathVariable String processor,
      @PathVariable String letter,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      RedirectAttributes next) {
    Letter found = find(processor, letter);
    try {
      Reasons.require(reason);
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      model.addAttribute("letter", found);
      model.addAttribute("reason", reason);
      return new ModelAndView(
          "operations/discard", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    letters.discard(processor, letter, reason.strip());
    Done.say(next, words.say("operations.discarded"));
    return new ModelAndView("redirect:/operations");
  }

  @PostMapping("/operations/mails/{dispatch}/again")
  String again(
      @PathVariable DispatchId dispatch,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    if (mails.find(dispatch).isEmpty()) {
      throw new NotFound();
    }
    orders.send(user, at -> new SendAgain(dispatch, user.id(), at));
    Done.say(next, words.say("operations.sendsAgain"));
    return "redirect:/operations";
  }

  @PostMapping("/operations/mails/{dispatch}/leave")
  String leave(
      @PathVariable DispatchId dispatch,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    if (mails.find(dispatch).isEmpty()) {
      throw new NotFound();
    }
    orders.send(user, at -> new LeaveDispatch(dispatch, user.id(), at));
    Done.say(next, words.say("operations.isLeft"));
    return "redirect:/operations";
  }

  private Letter find(String processor, String letter) {
    return letters.list().stream()
        .filter(one -> one.processor().equals(processor) && one.id().equals(letter))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
