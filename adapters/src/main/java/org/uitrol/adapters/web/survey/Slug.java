package org.uitrol.adapters.web.survey;

import java.text.Normalizer;
import java.util.Locale;
import org.uitrol.domain.shared.Ids;

/** Keys made of what somebody typed. */
final class Slug {

  private Slug() {}

  /** Lower-case letters and digits with single dashes between them; may be empty. */
  static String of(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.length() <= Ids.LONGEST_SLUG
        ? plain
        : plain.substring(0, Ids.LONGEST_SLUG).replaceAll("-$", "");
  }
}
