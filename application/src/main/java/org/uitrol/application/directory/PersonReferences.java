package org.uitrol.application.directory;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;

/**
 * Finds the person whom somebody means by an e-mail address or an employee number, or by a name
 * that the organisation's own directory gives.
 */
@Component
public class PersonReferences {

  private final PersonVault vault;

  public PersonReferences(PersonVault vault) {
    this.vault = vault;
  }

  /** Empty when it is nobody's. */
  public Optional<PersonId> find(String reference) {
    return reference.indexOf('@') >= 0
        ? vault.findByEmail(reference).or(() -> vault.findByUserName(reference))
        : vault.findByEmployeeNumber(reference).or(() -> vault.findByExternalId(reference));
  }
}
