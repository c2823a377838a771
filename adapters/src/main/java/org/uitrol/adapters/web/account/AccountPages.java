package org.uitrol.adapters.web.account;

import java.util.Set;
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
import org.uitrol.adapters.security.Account;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.domain.shared.Rejected;

/** Signing in and one's own account. */
@Controller
class AccountPages {

  private static final int USUAL_DAYS = 90;

  private final Accounts accounts;
  private final ApiTokens tokens;
  private final Words words;

  AccountPages(Accounts accounts, ApiTokens tokens, Words words) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.words = words;
  }

  /** What was typed to make a token. */
  record TokenForm(String label, Set<ApiTokens.Scope> scopes, int days) {}

  @GetMapping("/login")
  String signIn(@AuthenticationPrincipal @Nullable ConsoleUser user) {
    return user == null ? "account/login" : "redirect:/";
  }

  @GetMapping("/account")
  String account(@AuthenticationPrincipal ConsoleUser user, Model model) {
    show(user, new TokenForm("", Set.of(ApiTokens.Scope.READ), USUAL_DAYS), model);
    return "account/account";
  }

  @PostMapping("/account/password")
  ModelAndView password(
      @RequestParam String current,
      @RequestParam String chosen,
      @RequestParam String again,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    try {
      Account account = accounts.find(user.id()).orElseThrow();
      if (!accounts.hasPassword(account, current)) {
        throw new Rejected("PASSWORD_WRONG");
      }
      if (!chosen.equals(again)) {
        throw new Rejected("PASSWORDS_DIFFER");
      }
      accounts.password(user.id(), chosen, true);
    } catch (Rejected refused) {
      model.addAttribute("passwordRefused", words.rejected(refused));
      show(user, new TokenForm("", Set.of(ApiTokens.Scope.READ), USUAL_DAYS), model);
      return refusedOn("account/account", model);
    }
    Done.say(next, words.say("account.passwordChanged"));
    return new ModelAndView("redirect:/login");
  }

  @PostMapping("/account/tokens")
  ModelAndView token(
      @RequestParam(defaultValue = "") String label,
      @RequestParam(defaultValue = "") Set<ApiTokens.Scope> scopes,
      @RequestParam(defaultValue = "0") int days,
      @AuthenticationPrincipal ConsoleUser user,
      Model model) {
    TokenForm form = new TokenForm(label, scopes, days);
    try {
      model.addAttribute("token", tokens.issue(user.id(), label, scopes, days));
    } catch (Rejected refused) {
      model.addAttribute("tokenRefused", words.rejected(refused));
      show(user, form, model);
      return refusedOn("account/account", model);
    }
    show(user, new TokenForm("", Set.of(ApiTokens.Scope.READ), USUAL_DAYS), model);
    return new ModelAndView("account/account", model.asMap());
  }

  @PostMapping("/account/tokens/{token}/revoke")
  String revoke(
      @PathVariable String token,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    tokens.revoke(user.id(), token);
    Done.say(next, words.say("account.tokenRevoked"));
    return "redirect:/account";
  }

  private void show(ConsoleUser user, TokenForm form, Model model) {
    model.addAttribute("user", user);
    model.addAttribute("tokens", tokens.of(user.id()));
    model.addAttribute("form", form);
    model.addAttribute("scopes", ApiTokens.Scope.values());
    model.addAttribute("mostDays", ApiTokens.MOST_DAYS);
  }

  private static ModelAndView refusedOn(String page, Model model) {
    return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
