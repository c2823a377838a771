package org.uitrol.adapters.security;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs people in by user name and password. Unknown, closed and resting accounts and wrong
 * passwords get the same answer after the same work, so that nobody learns who has an account.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

  private final Accounts accounts;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final String nobodysHash;

  PasswordSignIn(Accounts accounts, PasswordEncoder passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
    this.nobodysHash = String.valueOf(passwords.encode(Passwords.random()));
  }

  @Override
  public Authentication authenticate(Authentication request) {
    String password = String.valueOf(request.getCredentials());
    Optional<Account> found =
        accounts
            .find(request.getName())
            .filter(account -> account.enabled() && !account.isLocked(clock.instant()));
    found.ifPresent(account -> accounts.countAttempt(account.user().id()));
    boolean right =
        password.length() <= 1_000
            && passwords.matches(password, found.map(Account::passwordHash).orElse(nobodysHash));
    if (!right || found.isEmpty()) {
      throw new BadCredentialsException("no such account, or another password");
    }
    accounts.forgetAttempts(found.get().user().id());
    return signedIn(found.get().user());
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  static Authentication signedIn(ConsoleUser user) {
    return UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities());
  }
}
