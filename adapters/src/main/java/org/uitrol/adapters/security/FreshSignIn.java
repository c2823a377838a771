package org.uitrol.adapters.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request whether the account is still open and what its roles are now, on whichever
 * node that was changed. A sign-in from before a new password is over.
 */
final class FreshSignIn extends OncePerRequestFilter {

  private final Accounts accounts;

  FreshSignIn(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication before = SecurityContextHolder.getContext().getAuthentication();
    if (before != null && before.getPrincipal() instanceof ConsoleUser user) {
      Optional<Account> account =
          accounts
              .find(user.id())
              .filter(found -> found.enabled() && found.user().stamp() == user.stamp());
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      if (account.isPresent()) {
        context.setAuthentication(PasswordSignIn.signedIn(account.get().user()));
      } else {
        HttpSession session = request.getSession(false);
        if (session != null) {
          session.invalidate();
        }
      }
      SecurityContextHolder.setContext(context);
    }
    chain.doFilter(request, response);
  }
}
