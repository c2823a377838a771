package org.uitrol.domain.survey.source;

/** What a column of an export is for. */
public enum ColumnRole {
  /** By what a response is known at its source. */
  RESPONSE,
  /** Filled in, and not with a no, once a response is complete. */
  FINISHED,
  /** The e-mail address or employee number of who answered. */
  PERSON,
  /** The department of who answered, for those who aren't known. */
  DEPARTMENT,
  /** Nothing that is needed here. */
  ASIDE,
  /** Perhaps an answer. */
  ANSWER
}
