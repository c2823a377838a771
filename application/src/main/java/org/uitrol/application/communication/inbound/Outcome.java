package org.uitrol.application.communication.inbound;

/** What a mail that came in led to, or why a person has to look at it. */
public enum Outcome {
  /** A mail of ours came back. */
  RETURNED(false),
  /** It will take longer, or it arrived. */
  NOTED(false),
  /** The reader gets no optional mail any more. */
  COMPLAINED(false),
  /** A program answered for somebody. */
  AUTOMATIC(false),
  /** An invitation was answered. */
  ANSWERED(false),
  /** It answers an invitation that has changed since, or an answer that came later was given. */
  OVERTAKEN(false),
  /** It answers nothing yet. */
  NO_ANSWER(false),
  /** Somebody wrote something. */
  WRITTEN(true),
  /** It names no mail of ours. */
  UNKNOWN_MAIL(true),
  /** It names a mail of ours and several recipients, none of which got that mail. */
  OTHER_RECIPIENT(true),
  /** It is too large to be kept whole. */
  TOO_LARGE(true),
  /** Its calendar part can't be read. */
  BAD_CALENDAR(true),
  /** It proposes another moment. */
  COUNTER(true),
  /** Somebody else is to come instead. */
  DELEGATED(true),
  /** It is a calendar message of another sort. */
  OTHER_CALENDAR(true),
  /** It answers no session of ours. */
  UNKNOWN_SESSION(true),
  /** It was sent by somebody else than the one who answers. */
  OTHER_SENDER(true),
  /** Nobody has that address. */
  UNKNOWN_PERSON(true),
  /** A rule refuses it; the detail says which. */
  REFUSED(true),
  /** Something broke; the detail says where. */
  BROKEN(true);

  private final boolean forAPerson;

  Outcome(boolean forAPerson) {
    this.forAPerson = forAPerson;
  }

  /** Whether a person has to look at it. */
  public boolean isForAPerson() {
    return forAPerson;
  }
}
