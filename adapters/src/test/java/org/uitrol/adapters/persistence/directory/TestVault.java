package org.uitrol.adapters.persistence.directory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.uitrol.application.directory.port.PersonVault;

/** The vault of a test's database, under one key for all tests. */
public final class TestVault {

  private TestVault() {}

  public static PersonVault of(JdbcClient jdbc, TransactionOperations transactions) {
    return new PostgresPersonVault(
        jdbc, transactions, MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
  }
}
