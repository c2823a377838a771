package org.uitrol.application.audit.past;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.session.Place;
import org.uitrol.domain.session.SessionEvent.AttendanceRecorded;
import org.uitrol.domain.session.SessionEvent.SessionPlanned;
import org.uitrol.domain.session.SessionEvent.SessionRescheduled;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.domain.shared.SessionId;
import org.uitrol.domain.training.LearnerEvent.CourseBegun;
import org.uitrol.domain.training.LearnerEvent.CourseCompleted;
import org.uitrol.domain.training.LearnerEvent.CourseJudged;
import org.uitrol.domain.training.LearnerEvent.CourseScored;

/**
 * Since when events hold. Most hold from when they happened. Who was at a session, and who
 * completed a course, is often known days later: that holds since the session was over, and since
 * the course was completed. Sees the events of streams in their order. One thread.
 */
final class ValidTimes {

  private final Instant valid;
  private final Map<SessionId, Instant> ends = new HashMap<>();
  private final Set<String> unborn = new HashSet<>();

  /**
   * Times up to a moment.
   *
   * @param valid only what held until then
   */
  ValidTimes(Instant valid) {
    this.valid = valid;
  }

  /**
   * Whether an event held by then. Nothing holds of what didn't exist yet.
   *
   * @param stream whose event it is
   * @param first whether it is the first of its stream
   */
  boolean means(String stream, boolean first, DomainEvent event) {
    boolean means = !since(event).isAfter(valid) && !unborn.contains(stream);
    if (first && !means) {
      unborn.add(stream);
    }
    return means;
  }

  private Instant since(DomainEvent event) {
    if (event instanceof SessionPlanned planned) {
      ends.put(planned.session(), end(planned.place()));
    } else if (event instanceof SessionRescheduled moved) {
      ends.put(moved.session(), end(moved.place()));
    }
    return earlier(event.at(), late(event));
  }

  private @Nullable Instant late(DomainEvent event) {
    if (event instanceof AttendanceRecorded attendance) {
      return ends.get(attendance.session());
    } else if (event instanceof CourseBegun begun) {
      return begun.begunAt();
    } else if (event instanceof CourseCompleted completed) {
      return completed.completedAt();
    } else if (event instanceof CourseScored scored) {
      return scored.completedAt();
    } else if (event instanceof CourseJudged judged) {
      return judged.completedAt();
    }
    return null;
  }

  private static Instant earlier(Instant at, @Nullable Instant other) {
    return other != null && other.isBefore(at) ? other : at;
  }

  private static Instant end(Place place) {
    return place.endsAt().toInstant();
  }
}
