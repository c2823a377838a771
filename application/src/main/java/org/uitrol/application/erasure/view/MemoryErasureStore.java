package org.uitrol.application.erasure.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.shared.CertificateId;
import org.uitrol.domain.shared.PersonId;

/** Erasures, kept in memory. One thread. */
public final class MemoryErasureStore implements ErasureStore {

  private final Map<PersonId, Erasure> erasures = new HashMap<>();

  @Override
  public void put(Erasure erasure) {
    erasures.put(erasure.person(), erasure);
  }

  @Override
  public void clear() {
    erasures.clear();
  }

  @Override
  public Optional<Erasure> find(PersonId person) {
    return Optional.ofNullable(erasures.get(person));
  }

  @Override
  public Optional<Erasure> find(CertificateId certificate) {
    return erasures.values().stream()
        .filter(erasure -> erasure.certificate().equals(certificate))
        .findFirst();
  }

  @Override
  public List<Erasure> list() {
    return erasures.values().stream()
        .sorted(
            Comparator.comparing((Erasure erasure) -> erasure.status() != Status.REQUESTED)
                .thenComparing(erasure -> erasure.status() != Status.APPROVED)
                .thenComparing(Erasure::askedAt, Comparator.reverseOrder())
                .thenComparing(erasure -> erasure.person().value()))
        .toList();
  }
}
