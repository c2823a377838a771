package org.uitrol.adapters.persistence.directory;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.support.TestDatabases;

/** A database of its own for every test, with Uitrol's empty tables. */
final class DirectoryDatabase {

  final JdbcClient jdbc;
  final TransactionTemplate transactions;

  DirectoryDatabase() {
    DataSource source = new DriverManagerDataSource(TestDatabases.fresh());
    jdbc = JdbcClient.create(source);
    transactions = new TransactionTemplate(new JdbcTransactionManager(source));
  }
}
