package org.uitrol.domain.campaign.consultation;

/** What a campaign can come to know about people. */
public enum MeasureKind {
  /** Which mails somebody was sent, and whether they arrived. */
  MAIL("mail"),
  /** What people answer to mails, and what servers report about them. */
  INBOUND("inbound"),
  /** Who was invited to a meeting, and what they answered. */
  INVITATIONS("invitations"),
  /** Who was there. */
  ATTENDANCE("attendance"),
  /** That somebody answered a survey; not what. */
  PARTICIPATION("participation"),
  /** What was answered, without who. */
  ANSWERS("answers"),
  /** How far somebody is with a course, and the result. */
  COURSES("courses"),
  /** That somebody is reminded of something, and that a manager may hear of it. */
  FOLLOW_UPS("followUps"),
  /** That Uitrol does something by itself because of what one person did. */
  REACTIONS("reactions"),
  /** That what somebody is decides what they are invited to. */
  SEGMENTS("segments"),
  /** Who offered to help colleagues along. */
  CHAMPIONS("champions"),
  /** What somebody scored in a test, and which courses follow from it. */
  TESTS("tests"),
  /** On which days somebody used the tool, by what its maker reports; shown of groups only. */
  USAGE("usage");

  private final String key;

  MeasureKind(String key) {
    this.key = key;
  }

  /** As campaign files write it. */
  public String key() {
    return key;
  }
}
