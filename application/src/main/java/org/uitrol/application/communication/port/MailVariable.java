package org.uitrol.application.communication.port;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that a mail text may mention, as {@code {{name}}} in a Mustache text. Values are plain
 * text or a link, already in the reader's language; they appear literally, whatever they hold.
 */
public enum MailVariable {
  /** What the reader is called by friends and colleagues. */
  GIVEN_NAME("givenName"),
  /** The organisation that the mail comes from. The writer fills it in from the settings. */
  ORGANISATION("organisation"),
  /** The department of the reader, or the department that the mail is about. */
  DEPARTMENT("department"),
  /** The campaign, as it is called in the reader's language. */
  CAMPAIGN_TITLE("campaign.title"),
  /** The tool that is rolled out, for instance {@code Microsoft 365 Copilot}. */
  TOOL("tool"),
  /** The stage of the rollout, in words of the reader's language. */
  STAGE("stage"),
  /** What a session is called. */
  SESSION_TITLE("session.title"),
  /** When a session begins, in words, on the clock of the place where it is held. */
  SESSION_START("session.start"),
  /** When a session was to begin before it changed, in words. */
  SESSION_BEFORE("session.before"),
  /** The room or place of a session. */
  SESSION_PLACE("session.place"),
  /** Where to join a session online: a link. */
  SESSION_LINK("session.link"),
  /** Who leads a session. */
  SESSION_PRESENTER("session.presenter"),
  /** What a survey is called. */
  SURVEY_TITLE("survey.title"),
  /** The last day on which a survey takes answers, in words. */
  SURVEY_CLOSES("survey.closes"),
  /** The smallest number of people whose answers are shown together. */
  SURVEY_SMALLEST_GROUP("survey.smallestGroup"),
  /** What a course is called. */
  COURSE_TITLE("course.title"),
  /** The day by which a course is to be completed, in words. */
  COURSE_DUE("course.due"),
  /** Where a course is taken: a link. */
  COURSE_LINK("course.link"),
  /** What several courses are called, in a row. */
  COURSES("courses"),
  /** What a task asks. */
  TASK_TITLE("task.title"),
  /** The day by which a task is to be done, in words. */
  TASK_DUE("task.due"),
  /** What is waited for, for instance the name of a training. */
  MATTER("matter"),
  /**
   * The given name of the colleague that a mail to somebody else is about; never more than that.
   */
  COLLEAGUE("colleague.givenName"),
  /** Why something happened, as a sentence. */
  REASON("reason"),
  /** Since when something is the case, in words. */
  SINCE("since"),
  /** Where the reader does what the mail asks: a link that is theirs alone. */
  ACTION_LINK("actionLink"),
  /** Questions of colleagues that were answered for everybody, the newest few. */
  ANSWERED("answered"),
  /** Which version of the answers that is; it grows with every answer. */
  ANSWERS_VERSION("answers.version"),
  /** Where the reader finds all answers: a link that is theirs alone. */
  ANSWERS_LINK("answers.link"),
  /** The reader's own page with plan, sessions and training: a link. */
  PLAN_LINK("planLink"),
  /**
   * Where the reader chooses a language and what to be sent: a link. In the footer of each mail.
   */
  PREFERENCES_LINK("preferencesLink"),
  /** Where the reader opts out of optional mail: a link. In the footer when it is given. */
  UNSUBSCRIBE_LINK("unsubscribeLink");

  private static final Map<String, MailVariable> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(MailVariable::variableName, Function.identity()));

  private final String variableName;

  MailVariable(String variableName) {
    this.variableName = variableName;
  }

  /** How texts write it between the braces. */
  public String variableName() {
    return variableName;
  }

  /** The variable that texts call so, if there is one. */
  public static Optional<MailVariable> named(String variableName) {
    return Optional.ofNullable(BY_NAME.get(variableName));
  }
}
