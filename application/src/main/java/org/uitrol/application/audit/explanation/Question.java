package org.uitrol.application.audit.explanation;

/** What an explanation answers, one after the other. */
public enum Question {
  /** Whether somebody took part. */
  MEMBERSHIP,
  /** What became of the activity. */
  ACTIVITY,
  /** Invitation, seat, answer and attendance. */
  MEETING,
  /** How far somebody is with a course or path. */
  COURSE,
  /** Whether somebody was asked, and took part. */
  SURVEY,
  /** Each mail about it. */
  MAIL,
  /** Whether somebody was reminded. */
  REMINDER,
  /** What reactions did about it, or didn't. */
  REACTION,
  /** Who was followed up, and how far. */
  FOLLOW_UP,
  /** Under which version of the plan a stage went on. */
  PLAN,
  /** How long a stage had to last, and how long it might. */
  TIME,
  /** The activities that had to be done. */
  ACTIVITIES,
  /** One condition of a gate. */
  CONDITION,
  /** Who had to approve. */
  APPROVAL,
  /** What people and the works council are owed first. */
  OWED,
  /** Who or what held the department. */
  HOLD,
  /** Whether the gate opened. */
  GATE
}
