package org.uitrol.application.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts problems and keeps the first of them by line, in whatever order they come. */
final class FirstProblems {

  private final List<RowProblem> kept = new ArrayList<>();
  private int count;

  void add(RowProblem problem) {
    count++;
    kept.add(problem);
    if (kept.size() >= 2 * Findings.KEPT_PROBLEMS) {
      cut();
    }
  }

  /** Takes over what was counted elsewhere, of which the first are known. */
  void addAll(List<RowProblem> first, int ofAll) {
    first.forEach(this::add);
    count += ofAll - first.size();
  }

  int count() {
    return count;
  }

  List<RowProblem> first() {
    cut();
    return List.copyOf(kept);
  }

  private void cut() {
    kept.sort(Comparator.comparingLong(RowProblem::line));
    if (kept.size() > Findings.KEPT_PROBLEMS) {
      kept.subList(Findings.KEPT_PROBLEMS, kept.size()).clear();
    }
  }
}
