package org.uitrol.application.audit.explanation;

import java.util.List;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.RolloutId;

/**
 * An answer to "why", part by part.
 *
 * @param position of the latest event that it knows of
 */
public record Explanation(
    CampaignId campaign,
    DepartmentId department,
    RolloutId rollout,
    long position,
    List<Chapter> chapters) {

  public Explanation {
    chapters = List.copyOf(chapters);
  }

  /**
   * The answer to one question.
   *
   * @param about the condition, of {@link Question#CONDITION} only; else empty
   * @param lines in the order in which they happened; what didn't happen comes last
   */
  public record Chapter(Question question, String about, List<Line> lines) {

    public Chapter {
      lines = List.copyOf(lines);
    }
  }

  /** All lines, one chapter after the other. */
  public List<Line> lines() {
    return chapters.stream().flatMap(chapter -> chapter.lines().stream()).toList();
  }

  /** The lines of one chapter; none when there is no such chapter. */
  public List<Line> lines(Question question) {
    return chapters.stream()
        .filter(chapter -> chapter.question() == question)
        .flatMap(chapter -> chapter.lines().stream())
        .toList();
  }
}
