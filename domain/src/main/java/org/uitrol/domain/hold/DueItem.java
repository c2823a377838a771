package org.uitrol.domain.hold;

import java.util.Map;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.Rejected;

/**
 * Something that is past due, written as {@code mail/<dispatch>} or {@code timer/<key>}.
 *
 * @param key which one among those of its kind; identifiers only
 */
public record DueItem(DueKind kind, String key) implements Comparable<DueItem> {

  private static final int LONGEST = 300;

  public DueItem {
    if (key.isBlank() || key.length() > LONGEST) {
      throw new IllegalArgumentException("a key has 1 to " + LONGEST + " characters");
    }
  }

  /** As it is written. */
  public String text() {
    return Keys.of(kind) + "/" + key;
  }

  /**
   * Reads one as it is written.
   *
   * @throws Rejected {@code DUE_UNREADABLE} if it isn't one
   */
  public static DueItem of(String text) {
    int slash = text.indexOf('/');
    if (slash > 0 && slash < text.length() - 1 && text.length() <= LONGEST) {
      return new DueItem(
          Keys.find(DueKind.class, text.substring(0, slash)).orElseThrow(() -> unreadable(text)),
          text.substring(slash + 1));
    }
    throw unreadable(text);
  }

  private static Rejected unreadable(String text) {
    return new Rejected("DUE_UNREADABLE", Map.of("item", text));
  }

  @Override
  public int compareTo(DueItem other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? key.compareTo(other.key) : byKind;
  }

  @Override
  public String toString() {
    return text();
  }
}
