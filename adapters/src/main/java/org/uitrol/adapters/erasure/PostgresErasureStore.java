package org.uitrol.adapters.erasure;

import static org.uitrol.adapters.persistence.view.DocumentTable.columns;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.view.DocumentTable;
import org.uitrol.application.erasure.view.ErasureStore;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.shared.CertificateId;
import org.uitrol.domain.shared.PersonId;

/** Erasures in PostgreSQL. */
@Component
public class PostgresErasureStore implements ErasureStore {

  private final DocumentTable<Erasure> erasures;

  public PostgresErasureStore(JdbcClient jdbc) {
    erasures = new DocumentTable<>(jdbc, "view_erasure", Erasure.class, "person");
  }

  @Override
  public void put(Erasure erasure) {
    erasures.put(
        erasure,
        columns(
            "person", erasure.person(),
            "certificate", erasure.certificate(),
            "status", erasure.status(),
            "asked_at", erasure.askedAt()));
  }

  @Override
  public void clear() {
    erasures.clear();
  }

  @Override
  public Optional<Erasure> find(PersonId person) {
    return erasures.find("where person = :person", columns("person", person));
  }

  @Override
  public Optional<Erasure> find(CertificateId certificate) {
    return erasures.find("where certificate = :certificate", columns("certificate", certificate));
  }

  @Override
  public List<Erasure> list() {
    return erasures.list(
        "order by status <> 'REQUESTED', status <> 'APPROVED', asked_at desc, person collate \"C\"",
        columns());
  }
}
