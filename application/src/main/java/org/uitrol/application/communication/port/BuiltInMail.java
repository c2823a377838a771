package org.uitrol.application.communication.port;

import static org.uitrol.application.communication.port.MailVariable.ACTION_LINK;
import static org.uitrol.application.communication.port.MailVariable.ANSWERED;
import static org.uitrol.application.communication.port.MailVariable.ANSWERS_LINK;
import static org.uitrol.application.communication.port.MailVariable.ANSWERS_VERSION;
import static org.uitrol.application.communication.port.MailVariable.CAMPAIGN_TITLE;
import static org.uitrol.application.communication.port.MailVariable.COLLEAGUE;
import static org.uitrol.application.communication.port.MailVariable.COURSES;
import static org.uitrol.application.communication.port.MailVariable.COURSE_DUE;
import static org.uitrol.application.communication.port.MailVariable.COURSE_LINK;
import static org.uitrol.application.communication.port.MailVariable.COURSE_TITLE;
import static org.uitrol.application.communication.port.MailVariable.DEPARTMENT;
import static org.uitrol.application.communication.port.MailVariable.GIVEN_NAME;
import static org.uitrol.application.communication.port.MailVariable.MATTER;
import static org.uitrol.application.communication.port.MailVariable.ORGANISATION;
import static org.uitrol.application.communication.port.MailVariable.PLAN_LINK;
import static org.uitrol.application.communication.port.MailVariable.PREFERENCES_LINK;
import static org.uitrol.application.communication.port.MailVariable.REASON;
import static org.uitrol.application.communication.port.MailVariable.SESSION_BEFORE;
import static org.uitrol.application.communication.port.MailVariable.SESSION_LINK;
import static org.uitrol.application.communication.port.MailVariable.SESSION_PLACE;
import static org.uitrol.application.communication.port.MailVariable.SESSION_PRESENTER;
import static org.uitrol.application.communication.port.MailVariable.SESSION_START;
import static org.uitrol.application.communication.port.MailVariable.SESSION_TITLE;
import static org.uitrol.application.communication.port.MailVariable.SINCE;
import static org.uitrol.application.communication.port.MailVariable.STAGE;
import static org.uitrol.application.communication.port.MailVariable.SURVEY_CLOSES;
import static org.uitrol.application.communication.port.MailVariable.SURVEY_SMALLEST_GROUP;
import static org.uitrol.application.communication.port.MailVariable.SURVEY_TITLE;
import static org.uitrol.application.communication.port.MailVariable.TASK_DUE;
import static org.uitrol.application.communication.port.MailVariable.TASK_TITLE;
import static org.uitrol.application.communication.port.MailVariable.TOOL;
import static org.uitrol.application.communication.port.MailVariable.UNSUBSCRIBE_LINK;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.uitrol.domain.communication.Letter;

/**
 * The mails that Uitrol writes itself, in Dutch and English, with what each needs to be told and
 * what it mentions when it is told. Their texts are {@code mail/<key>.<language>.md}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets can't be modified
public enum BuiltInMail {
  /** You are invited to a session. */
  INVITATION(
      "invitation",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, SESSION_TITLE, SESSION_START, PLAN_LINK),
      EnumSet.of(
          SESSION_PLACE, SESSION_LINK, SESSION_PRESENTER, ANSWERED, ANSWERS_VERSION, ANSWERS_LINK)),
  /** A session of yours has another time, place or title. */
  INVITATION_CHANGED(
      "invitation-changed",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, SESSION_TITLE, SESSION_START, PLAN_LINK),
      EnumSet.of(SESSION_BEFORE, SESSION_PLACE, SESSION_LINK, SESSION_PRESENTER, REASON)),
  /** A session of yours is off, or you are no longer expected. */
  INVITATION_CANCELLED(
      "invitation-cancelled",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, SESSION_TITLE, SESSION_START, PLAN_LINK),
      EnumSet.of(REASON)),
  /** You moved from one session to another with the same subject. */
  INVITATION_MOVED(
      "invitation-moved",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, SESSION_TITLE, SESSION_START, PLAN_LINK),
      EnumSet.of(SESSION_BEFORE, SESSION_PLACE, SESSION_LINK, SESSION_PRESENTER)),
  /** A seat became free and it is yours. */
  SEAT_FROM_WAITING_LIST(
      "seat-from-waiting-list",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, SESSION_TITLE, SESSION_START, PLAN_LINK),
      EnumSet.of(SESSION_PLACE, SESSION_LINK, SESSION_PRESENTER)),
  /** Please answer a survey. */
  SURVEY_INVITATION(
      Letter.SURVEY_INVITATION,
      EnumSet.of(
          GIVEN_NAME,
          TOOL,
          DEPARTMENT,
          SURVEY_TITLE,
          SURVEY_CLOSES,
          SURVEY_SMALLEST_GROUP,
          ACTION_LINK),
      EnumSet.of(ANSWERED, ANSWERS_VERSION, ANSWERS_LINK)),
  /** You have not answered a survey yet. */
  SURVEY_REMINDER(
      "survey-reminder",
      EnumSet.of(
          GIVEN_NAME,
          TOOL,
          DEPARTMENT,
          SURVEY_TITLE,
          SURVEY_CLOSES,
          SURVEY_SMALLEST_GROUP,
          ACTION_LINK),
      EnumSet.noneOf(MailVariable.class)),
  /** A course is ready for you. */
  COURSE_ENROLMENT(
      "course-enrolment",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, COURSE_TITLE, COURSE_DUE, PLAN_LINK),
      EnumSet.of(COURSE_LINK)),
  /** A course of yours is not completed yet. */
  COURSE_REMINDER(
      "course-reminder",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, COURSE_TITLE, COURSE_DUE, PLAN_LINK),
      EnumSet.of(COURSE_LINK)),
  /** What you do next on your skill path. */
  PATH_STEP(
      "path-step",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, MATTER, COURSES, COURSE_DUE, PLAN_LINK),
      EnumSet.noneOf(MailVariable.class)),
  /** What is open on your skill path. */
  PATH_REMINDER(
      "path-reminder",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, MATTER, COURSES, COURSE_DUE, PLAN_LINK),
      EnumSet.noneOf(MailVariable.class)),
  /** To the owner of a campaign: a test is finished without a result. */
  TEST_UNSCORED(
      "test-unscored",
      EnumSet.of(GIVEN_NAME, TOOL, CAMPAIGN_TITLE, DEPARTMENT, COURSES, ACTION_LINK),
      EnumSet.noneOf(MailVariable.class)),
  /** Something that was asked of you is still open. */
  FOLLOW_UP_REMINDER(
      "follow-up-reminder",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, MATTER, ACTION_LINK),
      EnumSet.of(SINCE)),
  /**
   * To a manager or the owner of a campaign: something stays open after reminders. Names a
   * colleague by given name only, and no colleague when it is about a whole department.
   */
  ESCALATION(
      "escalation",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, MATTER),
      EnumSet.of(COLLEAGUE, SINCE, REASON, ACTION_LINK)),
  /** A task of the plan is yours. */
  TASK(
      "task",
      EnumSet.of(GIVEN_NAME, TOOL, DEPARTMENT, TASK_TITLE),
      EnumSet.of(TASK_DUE, REASON, ACTION_LINK)),
  /** To the owner of a campaign: a gate stays closed longer than the plan allows. */
  GATE_OVERDUE(
      "gate-overdue",
      EnumSet.of(GIVEN_NAME, TOOL, CAMPAIGN_TITLE, DEPARTMENT, STAGE, REASON, ACTION_LINK),
      EnumSet.of(SINCE)),
  /** To the owner of a campaign: a department is held. */
  ROLLOUT_HELD(
      "rollout-held",
      EnumSet.of(GIVEN_NAME, TOOL, CAMPAIGN_TITLE, DEPARTMENT, STAGE, REASON, ACTION_LINK),
      EnumSet.noneOf(MailVariable.class)),
  /** You wanted to be reminded of your own goals. */
  GOAL_REMINDER(
      "goal-reminder", EnumSet.of(GIVEN_NAME, PLAN_LINK), EnumSet.noneOf(MailVariable.class)),
  /** What is around several mails that are sent as one. */
  DIGEST("digest", EnumSet.of(GIVEN_NAME, PLAN_LINK), EnumSet.noneOf(MailVariable.class)),
  /** To who owes the answer: somebody asked something. */
  CONCERN_RAISED(
      "concern-raised",
      EnumSet.of(GIVEN_NAME, TOOL, CAMPAIGN_TITLE, MATTER, TASK_DUE, ACTION_LINK),
      EnumSet.noneOf(MailVariable.class)),
  /** To who owes the answer and to the owner of the campaign: it is late. */
  CONCERN_OVERDUE(
      "concern-overdue",
      EnumSet.of(GIVEN_NAME, TOOL, CAMPAIGN_TITLE, MATTER, TASK_DUE, ACTION_LINK),
      EnumSet.noneOf(MailVariable.class)),
  /** To who asked: there is an answer. */
  CONCERN_ANSWERED(
      "concern-answered",
      EnumSet.of(GIVEN_NAME, TOOL, CAMPAIGN_TITLE, MATTER, ACTION_LINK),
      EnumSet.noneOf(MailVariable.class));

  private static final Set<MailVariable> IN_EVERY_MAIL =
      EnumSet.of(ORGANISATION, PREFERENCES_LINK, UNSUBSCRIBE_LINK);

  private final String key;
  private final Set<MailVariable> needs;
  private final Set<MailVariable> mentions;

  BuiltInMail(String key, EnumSet<MailVariable> needs, EnumSet<MailVariable> mentions) {
    this.key = key;
    this.needs = Collections.unmodifiableSet(needs);
    this.mentions = Collections.unmodifiableSet(mentions);
  }

  /** The stable name, as in the names of the text files and in the mail log. */
  public String key() {
    return key;
  }

  /** What has to be given. Without one of these the mail is not written. */
  public Set<MailVariable> needs() {
    return needs;
  }

  /** What may be left out; the text then leaves out the words around it. */
  public Set<MailVariable> mentions() {
    return mentions;
  }

  /** Everything that the text may use. */
  public Set<MailVariable> variables() {
    EnumSet<MailVariable> all = EnumSet.copyOf(needs);
    all.addAll(mentions);
    all.addAll(IN_EVERY_MAIL);
    return all;
  }

  /** The mail with that key, if there is one. */
  public static Optional<BuiltInMail> withKey(String key) {
    return Arrays.stream(values()).filter(mail -> mail.key.equals(key)).findFirst();
  }
}
