package org.uitrol.adapters.files.campaign;

import java.util.Map;
import java.util.Set;
import org.uitrol.domain.session.MeetingPlan;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.training.CoursePlan;
import org.uitrol.domain.training.PathPlan;

/** What activities and actions can refer to. */
record References(
    Set<String> mails,
    Map<String, SurveyPlan> surveys,
    Map<String, MeetingPlan> meetings,
    Map<String, CoursePlan> courses,
    Set<String> segments,
    Map<String, PathPlan> paths) {

  /** The working days of notice of a course's meetings, or 0 when it has none. */
  int noticeOfCourse(String course) {
    CoursePlan plan = courses.get(course);
    MeetingPlan classroom = plan == null ? null : plan.classroom();
    return classroom == null ? 0 : classroom.notice();
  }

  int noticeOfMeeting(String meeting) {
    MeetingPlan plan = meetings.get(meeting);
    return plan == null ? 0 : plan.notice();
  }
}
