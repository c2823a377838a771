package org.uitrol.application.erasure.view;

import java.util.List;
import java.util.Optional;
import org.uitrol.application.shared.ViewStore;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.shared.CertificateId;
import org.uitrol.domain.shared.PersonId;

/**
 * Keeps the latest erasure of each person: in tables for the present, in memory for another date or
 * a simulation (decision 0014). Writing the same twice changes nothing. Takes part in the caller's
 * transaction.
 */
public interface ErasureStore extends ViewStore {

  /** Stores an erasure in place of what was there about that person. */
  void put(Erasure erasure);

  Optional<Erasure> find(PersonId person);

  /** The erasure that a certificate is about. */
  Optional<Erasure> find(CertificateId certificate);

  /** All: those that wait for somebody first, then those that are carried out, then the newest. */
  List<Erasure> list();
}
