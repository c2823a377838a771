package org.uitrol.adapters.persistence.eventstore;

import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * An event handler does all of its work or none. A batch of events shares one transaction; each
 * handler runs in a savepoint and in a unit of work of its own, so that a failing one leaves
 * nothing behind, neither rows nor events of commands that it had sent, and the transaction lives
 * on to store the dead letter (decision 0010).
 */
final class WholeEvents implements HandlerEnhancerDefinition {

  private static final TransactionDefinition SAVEPOINT =
      new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED);

  // Looked up late: Axon asks for handler definitions before it has a database.
  private final Supplier<PlatformTransactionManager> transactionManager;
  private final Supplier<CorrelationDataProvider> correlation;

  WholeEvents(
      Supplier<PlatformTransactionManager> transactionManager,
      Supplier<CorrelationDataProvider> correlation) {
    this.transactionManager = transactionManager;
    this.correlation = correlation;
  }

  @Override
  public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
    return original.unwrap(Method.class).filter(WholeEvents::handlesEvents).isPresent()
        ? new Whole<>(original)
        : original;
  }

  private static boolean handlesEvents(Method method) {
    return AnnotatedElementUtils.hasAnnotation(method, EventHandler.class)
        && !AnnotatedElementUtils.hasAnnotation(method, EventSourcingHandler.class)
        && AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), ProcessingGroup.class);
  }

  private final class Whole<T> extends WrappedMessageHandlingMember<T> {

    Whole(MessageHandlingMember<T> handler) {
      super(handler);
    }

    @Override
    public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
      PlatformTransactionManager transactions = transactionManager.get();
      TransactionStatus savepoint = transactions.getTransaction(SAVEPOINT);
      ResultMessage<Object> result;
      try {
        UnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(message);
        unit.registerCorrelationDataProvider(correlation.get());
        result =
            unit.executeWithResult(
                () -> {
                  Object returned = super.handle(message, target);
                  if (savepoint.isRollbackOnly()) {
                    throw new IllegalStateException(
                        "a command failed, and the handler went on as if it had been rejected");
                  }
                  return returned;
                },
                RollbackConfigurationType.ANY_THROWABLE);
      } catch (RuntimeException | Error e) {
        transactions.rollback(savepoint);
        throw e;
      }
      if (result.isExceptional()) {
        transactions.rollback(savepoint);
        Throwable failure = result.exceptionResult();
        if (failure instanceof Error error) {
          throw error;
        }
        throw (Exception) failure;
      }
      transactions.commit(savepoint);
      return result.getPayload();
    }
  }
}
