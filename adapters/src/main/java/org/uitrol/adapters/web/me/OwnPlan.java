package org.uitrol.adapters.web.me;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is planned for one person.
 *
 * @param next what is best done first; null when nothing is asked
 * @param past sessions that are over or called off, the latest first
 * @param courses those that are on no path
 */
record OwnPlan(
    @Nullable NextStep next,
    List<OwnSession> toCome,
    List<OwnSession> past,
    List<OwnSurvey> surveys,
    List<OwnCourse> courses,
    List<OwnPath> paths,
    List<OwnTask> tasks,
    List<OwnRollout> rollouts) {

  OwnPlan {
    toCome = List.copyOf(toCome);
    past = List.copyOf(past);
    surveys = List.copyOf(surveys);
    courses = List.copyOf(courses);
    paths = List.copyOf(paths);
    tasks = List.copyOf(tasks);
    rollouts = List.copyOf(rollouts);
  }
}
