package org.uitrol.domain.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is done to erase a person, in this order. Doing one again changes nothing. */
public enum ErasureStep {
  /** The person leaves, and what is planned for them is called off. */
  LEAVE,
  /** It is written down, here and outside the database, that the person must not come back. */
  MARK,
  /** Mails that wait, copies of those that were sent, and what came in. */
  MAIL,
  /** What the person wrote: questions, goals. */
  WORDS,
  /** What was measured. */
  MEASURES,
  /** What lies elsewhere because something was read in, asked twice or went wrong. */
  COPIES,
  /** The account, if there is one. */
  ACCOUNT,
  /** Everything once more, then the name, address and number, and the key. */
  KEY;

  private static final List<ErasureStep> ALL = List.of(values());

  /** The first step that isn't done; empty when all are. */
  public static Optional<ErasureStep> after(Collection<ErasureStep> done) {
    return ALL.stream().filter(step -> !done.contains(step)).findFirst();
  }

  /** Whether nothing comes after it. */
  public boolean isLast() {
    return this == ALL.get(ALL.size() - 1);
  }
}
