package org.uitrol.adapters.persistence.eventstore;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.CommandTargets;
import org.uitrol.application.shared.Events;

/** The event store and the command desk as they are wired in the application, and nothing else. */
public final class BareEventStore {

  private final EventStoreConfiguration wiring = new EventStoreConfiguration();
  private final TransactionManager transactions;
  private final EventStore store;
  private final CommandDesk desk;

  /**
   * @param shells the names of the aggregates' classes whose commands are handled
   */
  public BareEventStore(
      DataSource source,
      PlatformTransactionManager transactionManager,
      Clock clock,
      List<String> shells) {
    ConnectionProvider connections = wiring.connectionProvider(source);
    transactions = wiring.axonTransactions(transactionManager);
    Serializer serializer = wiring.serializer(Events.all());
    CorrelationDataProvider correlation = wiring.causeAndCorrelation();
    CommandBus bus = wiring.commandBus(transactions, wiring.oneHandlerPerCommand(), correlation);
    ObjectProvider<Clock> clocks =
        new StaticListableBeanFactory(Map.of("clock", clock)).getBeanProvider(Clock.class);
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureCommandBus(axon -> bus)
            .configureTransactionManager(axon -> transactions)
            .configureSerializer(axon -> serializer)
            .registerComponent(
                CommitOrderedStorage.class,
                axon ->
                    wiring.eventStorage(
                        connections, transactions, serializer, serializer, axon, clocks))
            .configureEmbeddedEventStore(axon -> axon.getComponent(CommitOrderedStorage.class));
    shells.forEach(name -> configurer.configureAggregate(shell(name)));
    Configuration configuration = configurer.buildConfiguration();
    store = configuration.eventStore();
    configuration.start();
    desk =
        wiring.commandDesk(
            bus,
            configuration.getComponent(CommitOrderedStorage.class),
            transactionManager,
            clocks,
            "test");
  }

  public EventStore store() {
    return store;
  }

  public CommandDesk desk() {
    return desk;
  }

  public TransactionManager transactions() {
    return transactions;
  }

  private static AggregateConfigurer<?> shell(String name) {
    try {
      return AggregateConfigurer.defaultConfiguration(Class.forName(name))
          .configureCommandTargetResolver(axon -> new CommandTargets());
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
