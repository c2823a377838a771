package org.uitrol.domain.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.PersonId;

/**
 * Somebody who can lead a kind of meeting.
 *
 * @param languages in which the person can, as language tags; none for every language of the
 *     meeting
 */
public record LeadPlan(PersonId person, List<String> languages) {

  @SuppressWarnings("ConstantValue") // A plan that says nothing of languages may not name them.
  public LeadPlan {
    languages = languages == null ? List.of() : List.copyOf(languages);
  }

  /** Whether the person can lead it in a language; null for a meeting that has only one. */
  public boolean speaks(@Nullable String language) {
    return language == null || languages.isEmpty() || languages.contains(language);
  }
}
