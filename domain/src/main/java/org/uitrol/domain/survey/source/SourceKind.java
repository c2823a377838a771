package org.uitrol.domain.survey.source;

/** Where people answered. */
public enum SourceKind {
  MICROSOFT_FORMS,
  LIMESURVEY,
  /** Sends each response by itself, signed as Standard Webhooks says. */
  FORMBRICKS
}
