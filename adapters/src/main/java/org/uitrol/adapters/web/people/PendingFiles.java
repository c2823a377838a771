package org.uitrol.adapters.web.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.domain.shared.AccountId;

/**
 * People files between the look at them and their import: one for each account, in memory only, for
 * an hour at most. Safe for many threads; of one node.
 */
@Component
class PendingFiles {

  private static final Duration KEPT = Duration.ofHours(1);

  private final Map<AccountId, Pending> files = new ConcurrentHashMap<>();
  private final Clock clock = Clock.systemUTC();

  /** A file and when it came. */
  record Pending(PeopleFile file, Instant at) {}

  void keep(AccountId account, PeopleFile file) {
    forgetOld();
    files.put(account, new Pending(file, clock.instant()));
  }

  Optional<Pending> find(AccountId account) {
    forgetOld();
    return Optional.ofNullable(files.get(account));
  }

  void forget(AccountId account) {
    files.remove(account);
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(KEPT);
    files.values().removeIf(pending -> pending.at().isBefore(oldest));
  }
}
