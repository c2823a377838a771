package org.uitrol.application.shared;

import java.time.Instant;

/**
 * Promises to wake the application at a due moment. A timer is nothing but a readable key and a due
 * moment; what a key means is known to {@link WakeUps} alone.
 *
 * <p>Every call takes part in the caller's database transaction and is refused outside one: when
 * that transaction rolls back, nothing was armed or forgotten. A wake-up is a hint that comes at
 * least once, never before the due moment and, after an outage, perhaps long after it: whoever is
 * woken checks whether there is still something to do.
 *
 * <p>Keys are deterministic, so that a redelivered event arms the very same timer: {@code
 * followup/<case>/reminder-2}. Parts are separated by slashes. Keys hold identifiers only, never
 * personal data, because they show up in logs and on the operations page.
 *
 * <p>A handler that both arms a timer and sends commands arms first. Within a wake-up the key's row
 * is locked until the transaction ends; a second transaction that first appends events and then
 * moves that very key can end in a database deadlock, of which one side is rolled back and retried.
 *
 * <p>Safe for many threads.
 */
public interface Timekeeper {

  /** Longest key in characters. */
  int LONGEST_KEY = 200;

  /**
   * Arms a timer, or moves it when the key is armed already; a former failure of that key is
   * forgotten when it moves. A moment that has passed is woken as soon as the transaction has
   * committed.
   *
   * @param key up to {@value #LONGEST_KEY} characters, none of them a space or a control character
   * @param due kept to the microsecond
   * @throws IllegalArgumentException if the key isn't as described or the year is not in 1970-9999
   * @throws IllegalStateException outside a transaction
   */
  void wakeAt(String key, Instant due);

  /**
   * Disarms a timer; an unknown key changes nothing.
   *
   * @throws IllegalStateException outside a transaction
   */
  void forget(String key);

  /**
   * Disarms every timer whose key starts with this prefix.
   *
   * @param prefix ends with a slash, so that {@code campaign/1/} never touches {@code campaign/12}
   * @throws IllegalArgumentException if it doesn't end with a slash
   * @throws IllegalStateException outside a transaction
   */
  void forgetAll(String prefix);
}
