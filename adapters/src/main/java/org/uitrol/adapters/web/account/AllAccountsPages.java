package org.uitrol.adapters.web.account;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.Passwords;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/** Who has an account, and with which roles. */
@Controller
class AllAccountsPages {

  private final Accounts accounts;
  private final PersonVault vault;
  private final Words words;

  AllAccountsPages(Accounts accounts, PersonVault vault, Words words) {
    this.accounts = accounts;
    this.vault = vault;
    this.words = words;
  }

  /** What was typed to make an account. */
  record AccountForm(String username, String name, Set<Role> roles, String email) {}

  @GetMapping("/accounts")
  String all(Model model) {
    show(new AccountForm("", "", Set.of(), ""), model);
    return "account/accounts";
  }

  @PostMapping("/accounts")
  ModelAndView add(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") Set<Role> roles,
      @RequestParam(defaultValue = "") String email,
      Model model) {
    String password = Passwords.random();
    try {
      accounts.add(username, name, roles, personWith(email), password);
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      show(new AccountForm(username, name, roles, email), model);
      return new ModelAndView("account/accounts", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return withPassword(username, password, model);
  }

  @PostMapping("/accounts/{account}")
  ModelAndView change(
      @PathVariable AccountId account,
      @RequestParam(defaultValue = "") Set<Role> roles,
      @RequestParam(defaultValue = "false") boolean enabled,
      Model model,
      RedirectAttributes next) {
    try {
      accounts.change(account, roles, enabled);
    } catch (Rejected refused) {
      model.addAttribute("refused", words.rejected(refused));
      show(new AccountForm("", "", Set.of(), ""), model);
      return new ModelAndView("account/accounts", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Done.say(next, words.say("accounts.changed"));
    return new ModelAndView("redirect:/accounts");
  }

  @PostMapping("/accounts/{account}/password")
  ModelAndView password(@PathVariable AccountId account, Model model) {
    String password = Passwords.random();
    accounts.password(account, password, false);
    String username =
        accounts.find(account).map(found -> found.user().username()).orElse(account.value());
    return withPassword(username, password, model);
  }

  /** The password is on this page only, and not in an address or a session. */
  private ModelAndView withPassword(String username, String password, Model model) {
    model.addAttribute("newUsername", username);
    model.addAttribute("newPassword", password);
    show(new AccountForm("", "", Set.of(), ""), model);
    return new ModelAndView("account/accounts", model.asMap());
  }

  private @Nullable PersonId personWith(String email) {
    if (email.isBlank()) {
      return null;
    }
    Optional<PersonId> person = vault.findByEmail(email.strip());
    return person.orElseThrow(() -> new Rejected("NOBODY_WITH_EMAIL"));
  }

  private void show(AccountForm form, Model model) {
    model.addAttribute("accounts", accounts.all());
    model.addAttribute("roles", Role.values());
    model.addAttribute("form", form);
  }
}
