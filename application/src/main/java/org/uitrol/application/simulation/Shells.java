package org.uitrol.application.simulation;

import java.util.List;

/** The aggregates that live in a world. Their shells are known to their own features only. */
final class Shells {

  private static final String ROOT = "org.uitrol.application.";

  private static final List<String> NAMES =
      List.of(
          "campaign.CampaignShell",
          "campaign.ConsultationShell",
          "communication.DispatchShell",
          "concern.ConcernShell",
          "directory.DepartmentShell",
          "directory.EmployeeShell",
          "followup.FollowUpCaseShell",
          "rollout.DepartmentRolloutShell",
          "session.RoomDayShell",
          "session.SessionShell",
          "survey.ParticipationShell",
          "survey.SurveyShell",
          "training.LearnerRecordShell",
          "training.SkillPathShell");

  private Shells() {}

  static List<Class<?>> all() {
    return NAMES.stream().<Class<?>>map(Shells::named).toList();
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(ROOT + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("no aggregate " + name, e);
    }
  }
}
