package org.uitrol.adapters.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.embedded.WithoutOwnDatabase;
import org.uitrol.domain.shared.Rejected;

/**
 * On one's own database there is nobody at first: the first administrator comes from the setting
 * {@code uitrol.admin-password}, once. Afterwards the setting does nothing and can be deleted.
 */
@Component
@Conditional(FirstAccounts.WithOwnDatabase.class)
class FirstAccounts implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);

  private final Accounts accounts;
  private final String password;

  FirstAccounts(Accounts accounts, @Value("${uitrol.admin-password:}") String password) {
    this.accounts = accounts;
    this.password = password;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.count() > 0) {
      return;
    }
    if (password.isEmpty()) {
      LOG.warn(
          "nobody can log in yet: start once with UITROL_ADMIN_PASSWORD set, and the account"
              + " 'admin' gets that password");
      return;
    }
    try {
      accounts.add("admin", "Administrator", java.util.Set.of(Role.ADMIN), null, password);
    } catch (Rejected refused) {
      throw new IllegalStateException(
          "UITROL_ADMIN_PASSWORD can't be used: " + refused.getMessage(), refused);
    }
    LOG.info("the account 'admin' was made with the password in UITROL_ADMIN_PASSWORD");
  }

  static final class WithOwnDatabase implements Condition {

    private final WithoutOwnDatabase embedded = new WithoutOwnDatabase();

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !embedded.matches(context, metadata);
    }
  }
}
