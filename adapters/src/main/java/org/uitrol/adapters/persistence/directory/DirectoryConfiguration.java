package org.uitrol.adapters.persistence.directory;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;
import org.uitrol.adapters.persistence.eventstore.RepeatedTransaction;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.port.ImportTurn;
import org.uitrol.application.directory.port.PeopleImportLog;
import org.uitrol.application.directory.port.PeopleStage;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.erasure.port.ErasedPeople;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;

/** Wires the directory to PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

  /**
   * The key of the setting {@code uitrol.master-key} ({@code UITROL_MASTER_KEY}). Only the embedded
   * database may do without: its key lies beside its data.
   */
  @Bean
  MasterKey masterKey(
      @Value("${uitrol.master-key:}") String setting,
      @Value("${spring.datasource.url:}") String ownDatabase,
      @Value("${uitrol.data:data}") Path data) {
    if (StringUtils.hasText(setting)) {
      return MasterKey.of(setting);
    }
    if (StringUtils.hasText(ownDatabase)) {
      throw new IllegalStateException(
          "UITROL_MASTER_KEY isn't set: with a database of your own Uitrol needs a key to encrypt"
              + " personal data; make one with `openssl rand -base64 32` and keep it apart from the"
              + " database and its backups");
    }
    return MasterKey.in(data.resolve("master.key"));
  }

  @Bean
  PersonVault personVault(
      JdbcClient jdbc, PlatformTransactionManager transactions, MasterKey masterKey) {
    return new PostgresPersonVault(jdbc, new TransactionTemplate(transactions), masterKey);
  }

  @Bean
  DirectoryStore directoryStore(JdbcClient jdbc) {
    return new PostgresDirectoryStore(jdbc);
  }

  @Bean
  PeopleImportLog peopleImportLog(JdbcClient jdbc) {
    return new PostgresPeopleImportLog(jdbc);
  }

  /** Random; a test brings its own, so that two runs make the same. */
  @Bean
  @ConditionalOnMissingBean
  IdSource idSource() {
    return IdSource.random();
  }

  @Bean
  PeopleStage peopleStage(JdbcClient jdbc, MasterKey masterKey) {
    return new PostgresPeopleStage(jdbc, masterKey);
  }

  @Bean
  ErasedPeople erasedPeople(JdbcClient jdbc, MasterKey masterKey) {
    return new PostgresErasedPeople(jdbc, masterKey);
  }

  @Bean
  ImportTurn importTurn(DataSource sessions, JdbcClient jdbc) {
    return new PostgresImportTurn(sessions, jdbc);
  }

  @Bean
  PeopleImport peopleImport(
      PersonVault vault,
      PeopleStage stages,
      ImportTurn turn,
      CommandDesk desk,
      IdSource ids,
      PlatformTransactionManager transactions,
      PeopleImportLog log) {
    return new PeopleImport(
        vault, stages, turn, desk, ids, new RepeatedTransaction(transactions), log);
  }
}
