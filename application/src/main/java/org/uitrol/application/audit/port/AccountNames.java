package org.uitrol.application.audit.port;

import java.util.Optional;
import org.uitrol.domain.shared.AccountId;

/** Knows how accounts of the console are shown. Safe for many threads. */
public interface AccountNames {

  /** The name that is shown; empty when there is no such account. */
  Optional<String> displayName(AccountId account);
}
