package org.uitrol.adapters.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence with holes: {@code {plan.title}} stands for the value at the end of that path
 * through the components of records; what stands in {@code [brackets]} is left out when a value in
 * it is absent or empty. Immutable.
 */
final class Sentence {

  private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]|\\{([A-Za-z.]+)}");

  private final String pattern;

  Sentence(String pattern) {
    this.pattern = pattern;
  }

  /** The paths of all holes. */
  List<String> holes() {
    List<String> holes = new ArrayList<>();
    Matcher parts = PART.matcher(pattern);
    while (parts.find()) {
      if (parts.group(2) != null) {
        holes.add(parts.group(2));
      } else {
        holes.addAll(new Sentence(parts.group(1)).holes());
      }
    }
    return holes;
  }

  /**
   * The sentence with its holes filled.
   *
   * @param words the words for the value at the end of a path, empty when there are none
   */
  String fill(UnaryOperator<String> words) {
    StringBuilder filled = new StringBuilder();
    Matcher parts = PART.matcher(pattern);
    int told = 0;
    while (parts.find()) {
      filled.append(pattern.substring(told, parts.start()));
      if (parts.group(2) != null) {
        filled.append(words.apply(parts.group(2)));
      } else {
        Sentence optional = new Sentence(parts.group(1));
        boolean complete = optional.holes().stream().noneMatch(path -> words.apply(path).isEmpty());
        filled.append(complete ? optional.fill(words) : "");
      }
      told = parts.end();
    }
    return filled.append(pattern.substring(told)).toString();
  }
}
