package org.uitrol.application.world;

import java.util.function.Consumer;
import org.uitrol.application.session.port.SessionPlanner;
import org.uitrol.domain.session.timetable.Rating;
import org.uitrol.domain.session.timetable.Timetable;
import org.uitrol.domain.session.timetable.TimetableProblem;
import org.uitrol.domain.session.timetable.TimetableRules;

/** Is content with what a search begins with. */
final class ContentPlanner implements SessionPlanner {

  @Override
  public Search search(
      TimetableProblem problem, Timetable start, Effort effort, Consumer<Rated> found) {
    return new Search() {
      @Override
      public Rated run() {
        return new Rated(start, rate(problem, start));
      }

      @Override
      public void stop() {
        // It is over as soon as it begins.
      }
    };
  }

  @Override
  public Rating rate(TimetableProblem problem, Timetable timetable) {
    return new Rating(
        new TimetableRules(problem).objections(timetable).size(),
        (long) problem.guests().size() - timetable.seats().size(),
        0);
  }
}
