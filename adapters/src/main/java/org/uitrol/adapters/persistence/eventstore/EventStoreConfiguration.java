package org.uitrol.adapters.persistence.eventstore;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.uitrol.application.audit.port.RecordedEvents;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.domain.shared.Rejected;

/**
 * Axon on PostgreSQL by JDBC (decision 0003). The beans stand here one by one because Axon's own
 * auto-configuration is ordered after class names of an older Spring Boot.
 */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

  @Bean
  @Primary
  Serializer serializer(EventCatalog catalog) {
    return new CatalogSerializer(catalog);
  }

  @Bean
  @Qualifier("messageSerializer")
  Serializer messageSerializer(EventCatalog catalog) {
    return new CatalogSerializer(catalog);
  }

  @Bean
  @Qualifier("eventSerializer")
  Serializer eventSerializer(EventCatalog catalog) {
    return new CatalogSerializer(catalog);
  }

  @Bean
  ConnectionProvider connectionProvider(DataSource dataSource) {
    return new SpringDataSourceConnectionProvider(dataSource);
  }

  @Bean
  TransactionManager axonTransactions(PlatformTransactionManager transactions) {
    return new JoiningTransactions(transactions);
  }

  @Bean
  CorrelationDataProvider causeAndCorrelation() {
    return new CauseAndCorrelation();
  }

  /** Events bear the time of the application's clock, also while that is simulated. */
  @Bean
  CommitOrderedStorage eventStorage(
      ConnectionProvider connections,
      TransactionManager transactions,
      @Qualifier("eventSerializer") Serializer events,
      Serializer snapshots,
      org.axonframework.config.Configuration axon,
      ObjectProvider<Clock> clock) {
    GenericEventMessage.clock = clock.getIfAvailable(Clock::systemUTC);
    return new CommitOrderedStorage(
        JdbcEventStorageEngine.builder()
            .schema(Tables.EVENTS)
            .dataType(String.class)
            .connectionProvider(connections)
            .transactionManager(transactions)
            .persistenceExceptionResolver(DatabaseFailures::isDuplicate)
            .upcasterChain(axon.upcasterChain())
            .eventSerializer(events)
            .snapshotSerializer(snapshots));
  }

  @Bean
  RecordedEvents recordedEvents(
      CommitOrderedStorage storage,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      @Qualifier("eventSerializer") Serializer events,
      org.axonframework.config.Configuration axon) {
    return new StoredEvents(storage, dataSource, transactions, events, axon.upcasterChain());
  }

  @Bean
  TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, NodeName node) {
    return JdbcTokenStore.builder()
        .schema(Tables.TOKENS)
        .contentType(String.class)
        .connectionProvider(connections)
        .serializer(serializer)
        .nodeId(node.value())
        .build();
  }

  /**
   * Nobody else can use the embedded database, so after a crash its work is resumed at once. With a
   * database of one's own there may be several servers, told apart by process and host.
   */
  @Bean
  NodeName nodeName(@Value("${spring.datasource.url:}") String url) {
    return new NodeName(
        url.isBlank() ? "embedded" : ManagementFactory.getRuntimeMXBean().getName());
  }

  /** One command, one handler: a second one is a mistake that must not start. */
  @Bean
  DuplicateCommandHandlerResolver oneHandlerPerCommand() {
    return DuplicateCommandHandlerResolution.rejectDuplicates();
  }

  /**
   * A rejected command has stored nothing, so it need not undo what surrounds it; whoever sent it
   * from there may go on. Any other failure undoes everything.
   */
  @Bean
  @Qualifier("localSegment")
  CommandBus commandBus(
      TransactionManager transactions,
      DuplicateCommandHandlerResolver duplicates,
      CorrelationDataProvider correlation) {
    SimpleCommandBus bus =
        SimpleCommandBus.builder()
            .transactionManager(transactions)
            .duplicateCommandHandlerResolver(duplicates)
            .rollbackConfiguration(failure -> !(failure instanceof Rejected))
            .build();
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
    return bus;
  }

  @Bean
  CommandDesk commandDesk(
      CommandBus bus,
      CommitOrderedStorage storage,
      PlatformTransactionManager transactions,
      ObjectProvider<Clock> clock,
      @Value("${uitrol.version:unknown}") String version) {
    return new CommandBusDesk(
        bus, storage, transactions, clock.getIfAvailable(Clock::systemUTC), version);
  }

  @Bean
  static WholeEvents wholeEvents(
      ObjectProvider<PlatformTransactionManager> transactions,
      ObjectProvider<CorrelationDataProvider> correlation) {
    return new WholeEvents(transactions::getObject, correlation::getObject);
  }
}
