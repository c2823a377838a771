package org.uitrol.domain.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One text in several languages.
 *
 * @param in the text by language tag (BCP 47, for instance {@code nl}), the fallback first; never
 *     empty
 */
public record Text(Map<String, String> in) {

  public Text {
    if (in.isEmpty()) {
      throw new IllegalArgumentException("a text needs at least one language");
    }
    in = Collections.unmodifiableMap(new LinkedHashMap<>(in));
  }

  public static Text of(String language, String text) {
    return new Text(Map.of(language, text));
  }

  /** The text in that language, or in the fallback when there is none. */
  public String in(String language) {
    String found = in.get(language);
    return found != null ? found : in.values().iterator().next();
  }
}
