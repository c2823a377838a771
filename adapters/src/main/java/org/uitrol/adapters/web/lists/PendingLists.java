package org.uitrol.adapters.web.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.uitrol.application.erasure.Traces;
import org.uitrol.application.erasure.port.PersonalDataHolder;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.shared.AccountId;

/**
 * Files between the look at them and their taking over: one for each account and kind, in memory
 * only, for an hour at most. Safe for many threads; of one node.
 */
@Component
class PendingLists implements PersonalDataHolder {

  private static final Duration KEPT = Duration.ofHours(1);

  private final Map<String, Pending> files = new ConcurrentHashMap<>();
  private final Clock clock = Clock.systemUTC();

  /**
   * A file that was looked at.
   *
   * @param about what it is about, beside its rows; may be empty
   */
  private record Pending(String about, Supplier<byte[]> bytes, Instant at) {}

  void keep(AccountId account, String kind, String about, byte[] bytes) {
    forgetOld();
    byte[] copy = bytes.clone();
    files.put(key(account, kind), new Pending(about, () -> copy, clock.instant()));
  }

  @Override
  public ErasureStep step() {
    return ErasureStep.COPIES;
  }

  @Override
  public Map<DataKind, Integer> held(Traces traces) {
    forgetOld();
    return Map.of(DataKind.IMPORT_FILES, files.size());
  }

  /** All: a file may name anybody, and is soon sent again. */
  @Override
  public Map<DataKind, Integer> destroy(Traces traces, Instant at) {
    int forgotten = files.size();
    files.clear();
    return Map.of(DataKind.IMPORT_FILES, forgotten);
  }

  /** The file, once: it can't be taken over twice by accident. */
  Optional<byte[]> take(AccountId account, String kind, String about) {
    forgetOld();
    return Optional.ofNullable(files.remove(key(account, kind)))
        .filter(pending -> pending.about().equals(about))
        .map(pending -> pending.bytes().get());
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(KEPT);
    files.values().removeIf(pending -> pending.at().isBefore(oldest));
  }

  private static String key(AccountId account, String kind) {
    return kind + "/" + account;
  }
}
