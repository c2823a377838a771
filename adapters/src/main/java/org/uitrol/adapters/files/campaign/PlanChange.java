package org.uitrol.adapters.files.campaign;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing in which two versions of a plan differ.
 *
 * @param path where it is, from the outside in
 * @param before as a campaign file would write it; empty when it is new
 * @param after as a campaign file would write it; empty when it is gone
 */
public record PlanChange(Kind kind, List<Step> path, String before, String after) {

  public PlanChange {
    path = List.copyOf(path);
  }

  /** What happened to it. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    /** The same things are there in another order. */
    REORDERED
  }

  /**
   * One step on the way to it.
   *
   * @param key of the campaign file, or a key of the user's own
   * @param item which one of a list, by its id, name or stage; empty when it isn't one of a list
   * @param own whether the key is the user's own, as that of a mail
   */
  public record Step(String key, String item, boolean own) {}

  /** The way to it as the problems of a file write it, for instance {@code stages[demo].gate}. */
  public String where() {
    return path.stream()
        .map(step -> step.item().isEmpty() ? step.key() : step.key() + "[" + step.item() + "]")
        .collect(Collectors.joining("."));
  }
}
