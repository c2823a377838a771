package org.uitrol.application.communication.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;

/**
 * A mail that came in, and what became of it.
 *
 * @param tooLarge whether only its beginning was kept
 * @param outcome what it led to, or why a person has to look at it; null until it was acted on
 * @param detail a code of a rule or a kind of error that says more; never personal data
 * @param person whom it concerns, if that is known
 * @param dispatch the mail of ours that it is about, if that is known
 * @param by who closed it; null when nobody did
 * @param note why, in their words
 */
public record InboundMail(
    long id,
    Instant receivedAt,
    ReadMail.Kind kind,
    State state,
    int size,
    boolean tooLarge,
    @Nullable Outcome outcome,
    @Nullable String detail,
    @Nullable PersonId person,
    @Nullable DispatchId dispatch,
    @Nullable AccountId by,
    @Nullable String note) {

  /** Where a mail is. */
  public enum State {
    /** Kept, and not acted on yet. */
    RECEIVED,
    /** Nothing more to do. */
    DONE,
    /** A person has to look at it. */
    FOR_A_PERSON
  }
}
