package org.uitrol.adapters.persistence.eventstore;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.Registration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How event handlers are run, by the kind that the name of their processing group says: nothing
 * else has to be configured for a new one.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class ProcessorsConfiguration {

  private static final int BATCH = 100;
  private static final int WORKERS = 4;
  private static final int COORDINATORS = 2;

  /** How long a segment that failed or was released waits at most until it is claimed again. */
  private static final long CLAIM_INTERVAL_MS = 1_000;

  /** More letters than this in one sequence stop the processor instead of growing the queue. */
  private static final int LONGEST_SEQUENCE = 100_000;

  @Bean(destroyMethod = "shutdown")
  ScheduledThreadPoolExecutor processorWorkers() {
    return new ScheduledThreadPoolExecutor(WORKERS, new AxonThreadFactory("processor"));
  }

  @Bean(destroyMethod = "shutdown")
  ScheduledThreadPoolExecutor processorCoordinators() {
    return new ScheduledThreadPoolExecutor(COORDINATORS, new AxonThreadFactory("coordinator"));
  }

  @Bean
  CommitBell commitBell() {
    return new CommitBell();
  }

  @Bean
  ConfigurerModule processors(
      ListableBeanFactory beans,
      CommitBell bell,
      @Qualifier("processorWorkers") ScheduledThreadPoolExecutor workers,
      @Qualifier("processorCoordinators") ScheduledThreadPoolExecutor coordinators,
      ConnectionProvider connections,
      TransactionManager transactions,
      PlatformTransactionManager spring,
      Serializer general,
      @Qualifier("eventSerializer") Serializer events) {
    return configurer -> {
      configurer.onInitialize(axon -> axon.onStart(0, () -> ring(bell, axon.eventStore())));
      EventProcessingConfigurer processing = configurer.eventProcessing();
      processing
          // A letter that fails again stays in its queue, so its failure must not undo that.
          .registerDefaultTransactionManager(axon -> new SpringTransactionManager(spring))
          .registerDefaultErrorHandler(axon -> PropagatingErrorHandler.instance())
          .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance())
          .registerDefaultDeadLetterPolicy(axon -> ProcessorsConfiguration::decide)
          .registerDeadLetterQueueProvider(
              group -> axon -> deadLetters(group, connections, transactions, general, events))
          .registerEventProcessorFactory(
              (name, axon, handlers) ->
                  processor(name, axon, handlers, bell, transactions, workers, coordinators));
      for (String bean : beans.getBeanNamesForAnnotation(ProcessingGroup.class)) {
        String group =
            Objects.requireNonNull(beans.findAnnotationOnBean(bean, ProcessingGroup.class)).value();
        SequencingPolicy<EventMessage<?>> order = orderOf(group);
        processing.registerSequencingPolicy(group, axon -> order);
      }
    };
  }

  /**
   * Views keep order within an aggregate, so that one that can't be shown doesn't hold up the
   * others. What acts keeps the order of everything; the sequence has the same name on every
   * server.
   */
  private static SequencingPolicy<EventMessage<?>> orderOf(String group) {
    if (ProcessorKind.of(group).replays()) {
      return event -> SequentialPerAggregatePolicy.instance().getSequenceIdentifierFor(event);
    }
    return event -> group;
  }

  /** What may pass by itself is repeated with its whole batch; what will not becomes a letter. */
  private static EnqueueDecision<EventMessage<?>> decide(Object letter, Throwable cause) {
    if (DatabaseFailures.mayPass(cause)) {
      throw cause instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(cause.getMessage(), cause);
    }
    return Decisions.enqueue(ThrowableCause.truncated(cause));
  }

  private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(
      String group,
      ConnectionProvider connections,
      TransactionManager transactions,
      Serializer general,
      Serializer events) {
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(group)
        .schema(Tables.DEAD_LETTERS)
        .maxSequenceSize(LONGEST_SEQUENCE)
        .connectionProvider(connections)
        .transactionManager(transactions)
        .genericSerializer(general)
        .eventSerializer(events)
        .build();
  }

  private static EventProcessor processor(
      String name,
      Configuration axon,
      EventHandlerInvoker handlers,
      CommitBell bell,
      TransactionManager transactions,
      ScheduledThreadPoolExecutor workers,
      ScheduledThreadPoolExecutor coordinators) {
    ProcessorKind kind = ProcessorKind.of(name);
    PooledStreamingEventProcessor.Builder builder =
        PooledStreamingEventProcessor.builder()
            .name(name)
            .eventHandlerInvoker(handlers)
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(source(axon, bell))
            .tokenStore(axon.getComponent(TokenStore.class))
            .transactionManager(transactions)
            .workerExecutor(workers)
            .coordinatorExecutor(coordinators)
            .initialSegmentCount(1)
            .batchSize(BATCH)
            .tokenClaimInterval(CLAIM_INTERVAL_MS)
            // Claims and pauses are about real time, also while the application's is simulated.
            .clock(Clock.systemUTC());
    return kind.replays()
        ? builder.initialToken(source -> source.createTailToken()).build()
        : new OnlyOnce(builder.initialToken(source -> source.createHeadToken()));
  }

  private static AllEvents source(Configuration axon, CommitBell bell) {
    EventStorageEngine storage = axon.getComponent(EventStorageEngine.class);
    return new AllEvents(axon.eventStore(), position -> storage.readEvents(position, false), bell);
  }

  private static void ring(CommitBell bell, EventStore store) {
    // Lives as long as the store, so nobody has to take it off again.
    Registration unused = store.subscribe(bell::stored);
  }

  /** A processor that acts: it can't be sent back to events that it has seen. */
  private static final class OnlyOnce extends PooledStreamingEventProcessor {

    OnlyOnce(Builder builder) {
      super(builder);
    }

    @Override
    public boolean supportsReset() {
      return false;
    }
  }

  @Bean
  Processors processorProgress(Configuration axon, EventStorageEngine events, JdbcClient jdbc) {
    return new Processors(axon.eventProcessingConfiguration(), events, jdbc);
  }

  @Bean
  ProcessorsHealth processorsHealth(Processors processors) {
    return new ProcessorsHealth(processors);
  }

  @Bean
  DeadLetters deadLetters(Configuration axon, JdbcClient jdbc, TransactionTemplate transaction) {
    return new DeadLetters(axon.eventProcessingConfiguration(), jdbc, transaction);
  }
}
