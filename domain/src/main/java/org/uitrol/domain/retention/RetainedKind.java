package org.uitrol.domain.retention;

/** What is kept for some time only. */
public enum RetainedKind {
  /** Mails that came in. */
  INBOUND_MAIL,
  /** Copies of sent mails in the built-in mailbox. */
  MAIL_COPIES,
  /** The very bytes of mails that nobody has decided about. */
  MAIL_TEXTS,
  /** On which days people used a tool. */
  USAGE,
  /** Ballots of surveys that are told. */
  BALLOTS,
  /** Answers for programs that ask again. */
  REPEATED_ANSWERS,
  /** Tries of a code at the door. */
  CHECK_IN_TRIES,
  /** Files of people that nobody took over. */
  IMPORT_FILES,
  /** Who was shown data of whom. */
  ACCESSES,
  /** What channels were told. */
  CHANNEL_MESSAGES,
  /** Everything about people who left. */
  LEAVERS
}
