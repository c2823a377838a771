package org.uitrol.adapters.web.lists;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Names;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.training.ActorName;
import org.uitrol.application.training.LearningAccounts;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.application.training.port.StatementStore.Seen;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/** Accounts at learning platforms that are nobody's, and whose they are said to be. */
@Controller
class AccountMatchPages {

  private static final int SHOWN = 200;

  private final StatementStore store;
  private final LearningAccounts accounts;
  private final Orders orders;
  private final Names names;
  private final Words words;

  AccountMatchPages(
      StatementStore store, LearningAccounts accounts, Orders orders, Names names, Words words) {
    this.store = store;
    this.accounts = accounts;
    this.orders = orders;
    this.names = names;
    this.words = words;
  }

  /**
   * An account as it is shown.
   *
   * @param title how the platform calls who it is
   * @param detail by what else it is known; may be empty
   * @param group whether it is of several people, so that nobody's it can be
   * @param person whose it is said to be; empty when nobody said so
   */
  record Listed(Seen seen, String title, String detail, boolean group, String person) {}

  @GetMapping("/imports/accounts")
  String list(Model model) {
    show(model);
    return "lists/accounts";
  }

  @PostMapping("/imports/accounts/{account}")
  ModelAndView match(
      @PathVariable String account,
      @RequestParam(defaultValue = "") String reference,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    Seen seen = seen(store.unmatched(Integer.MAX_VALUE), account);
    try {
      if (seen.name().kind() == ActorName.Kind.GROUP) {
        throw new Rejected("ACCOUNT_OF_SEVERAL");
      }
      accounts.match(seen.id(), reference, user.actor());
    } catch (Rejected refused) {
      show(model);
      model.addAttribute("refused", words.rejected(refused));
      model.addAttribute("refusedAccount", account);
      model.addAttribute("reference", reference);
      return new ModelAndView("lists/accounts", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    orders.settle();
    Done.say(next, words.say("learningAccounts.matched"));
    return new ModelAndView("redirect:/imports/accounts");
  }

  @PostMapping("/imports/accounts/{account}/release")
  String release(
      @PathVariable String account,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    accounts.release(seen(store.matchedByHand(Integer.MAX_VALUE), account).id(), user.actor());
    orders.settle();
    Done.say(next, words.say("learningAccounts.released"));
    return "redirect:/imports/accounts";
  }

  private static Seen seen(List<Seen> all, String account) {
    return all.stream()
        .filter(one -> one.id().equals(new LearningAccountId(account)))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private void show(Model model) {
    List<Seen> nobodys = store.unmatched(SHOWN);
    List<Seen> said = store.matchedByHand(SHOWN);
    Set<PersonId> people =
        Stream.concat(nobodys.stream(), said.stream())
            .map(Seen::person)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Function<PersonId, String> called = names.people(people);
    model.addAttribute("nobodys", nobodys.stream().map(one -> listed(one, called)).toList());
    model.addAttribute("said", said.stream().map(one -> listed(one, called)).toList());
    model.addAttribute("refused", null);
    model.addAttribute("refusedAccount", "");
    model.addAttribute("reference", "");
  }

  private Listed listed(Seen seen, Function<PersonId, String> called) {
    ActorName name = seen.name();
    boolean group = name.kind() == ActorName.Kind.GROUP;
    String value =
        group
            ? words.say("learningAccounts.group")
            : name.home().isEmpty() ? name.value() : name.value() + " · " + name.home();
    @Nullable PersonId person = seen.person();
    return new Listed(
        seen,
        name.display().isEmpty() ? value : name.display(),
        name.display().isEmpty() ? "" : value,
        group,
        person == null ? "" : called.apply(person));
  }
}
