package org.uitrol.domain.erasure;

/** What is kept about people and destroyed with them, by what it is. */
public enum DataKind {
  /** Name, address, number and all else that HR tells. */
  PROFILE,
  /** Memberships of departments that are under way. */
  MEMBERSHIPS,
  /** Seats, and places on a waiting list, in sessions to come. */
  SEATS,
  /** Courses and skill paths that are still to be followed. */
  COURSES,
  /** Mails that wait. */
  WAITING_MAILS,
  /** The very bytes of mails, kept for another attempt. */
  MAIL_TEXTS,
  /** Copies in the built-in mailbox. */
  MAIL_COPIES,
  /** Mails that came in. */
  INBOUND_MAILS,
  /** When an answer to an invitation came in by mail. */
  INVITATION_ANSWERS,
  /** Links by which a calendar program reads sessions. */
  CALENDAR_LINKS,
  /** What the person asked. */
  QUESTIONS,
  /** What the person wants to reach. */
  OWN_GOALS,
  /** On which days a tool was used. */
  USAGE,
  /** By what an open survey would count the person. */
  SURVEY_TRAITS,
  /** What was filled in of an open survey and not sent. */
  HALF_FILLED_ANSWERS,
  /** What learning platforms told of the person. */
  LEARNING_STATEMENTS,
  /** Accounts at learning platforms. */
  LEARNING_ACCOUNTS,
  /** Tries of a code at the door. */
  CHECK_IN_TRIES,
  /** Files of people that wait to be taken over. */
  IMPORT_FILES,
  /** Answers that are kept for programs that ask again. */
  REPEATED_ANSWERS,
  /** Messages of failures. */
  FAILURE_TEXTS,
  /** Timers that are for the person alone. */
  TIMERS,
  /** What the organisation's own directory took back. */
  DIRECTORY_MARKS,
  /** Accounts of the console. */
  ACCOUNTS,
  /** Tokens by which programs act for an account. */
  TOKENS
}
