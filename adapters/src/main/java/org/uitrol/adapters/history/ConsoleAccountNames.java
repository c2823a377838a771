package org.uitrol.adapters.history;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.application.audit.port.AccountNames;
import org.uitrol.domain.shared.AccountId;

/** Knows the accounts of the console. */
@Component
final class ConsoleAccountNames implements AccountNames {

  private final Accounts accounts;

  ConsoleAccountNames(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<String> displayName(AccountId account) {
    return accounts.find(account).map(found -> found.user().displayName());
  }
}
