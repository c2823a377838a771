package org.uitrol.application.directory;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.Ids;

/** Turns the names of departments into keys, so that one department is one key in every file. */
public final class DepartmentKeys {

  /** Letters that don't fall apart into a plain letter and an accent. */
  private static final Map<Integer, String> FOLDED =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ı', "i"));

  private final Map<DepartmentId, String> spellings = new HashMap<>();

  /**
   * The key for a name: accents folded, lower-case, everything else a dash; cut at the longest key.
   * Empty when no letter or digit of it fits into a key.
   */
  public static Optional<DepartmentId> key(String name) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .codePoints()
        .forEach(
            c -> {
              String folded = FOLDED.get(c);
              if (folded != null) {
                plain.append(folded);
              } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.appendCodePoint(c);
              }
            });
    String dashed = plain.toString().replaceAll("[^a-z0-9]+", "-");
    String key = withoutDashesAround(dashed);
    if (key.length() > Ids.LONGEST_SLUG) {
      key = withoutDashesAround(key.substring(0, Ids.LONGEST_SLUG));
    }
    return key.isEmpty() ? Optional.empty() : Optional.of(new DepartmentId(key));
  }

  /** The spelling of the department's name in this file: the first that came. */
  String spelling(DepartmentId department, String name) {
    String first = spellings.putIfAbsent(department, name);
    return first == null ? name : first;
  }

  private static String withoutDashesAround(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int to = text.endsWith("-") && text.length() > from ? text.length() - 1 : text.length();
    return text.substring(from, to);
  }
}
