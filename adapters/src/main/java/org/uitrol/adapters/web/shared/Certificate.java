package org.uitrol.adapters.web.shared;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Text;

/**
 * That somebody finished a course or a path.
 *
 * @param parts what a path consists of; empty for a course
 * @param score between 0 and 1, if there is one
 * @param source how Uitrol knows: a word of {@code certificate.source}; empty for a path
 * @param campaign its title
 */
public record Certificate(
    PersonId person,
    Text title,
    List<Text> parts,
    Instant completedAt,
    @Nullable Double score,
    String source,
    Text campaign) {

  public Certificate {
    parts = List.copyOf(parts);
  }
}
