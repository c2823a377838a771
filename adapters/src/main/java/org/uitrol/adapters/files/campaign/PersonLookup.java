package org.uitrol.adapters.files.campaign;

import java.util.Optional;
import org.uitrol.domain.shared.PersonId;

/** Knows who is in the directory. */
@FunctionalInterface
public interface PersonLookup {

  /** The person with this e-mail address (in any case) or employee number, if there is one. */
  Optional<PersonId> find(String emailOrNumber);
}
