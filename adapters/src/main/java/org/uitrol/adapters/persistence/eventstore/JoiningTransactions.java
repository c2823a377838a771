package org.uitrol.adapters.persistence.eventstore;

import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;

/**
 * Transactions for Axon. A command that joins a surrounding transaction and fails marks that
 * transaction as lost; Axon's own manager would let it commit half the work.
 */
final class JoiningTransactions extends SpringTransactionManager {

  private final PlatformTransactionManager transactions;

  JoiningTransactions(PlatformTransactionManager transactions) {
    super(transactions);
    this.transactions = transactions;
  }

  @Override
  protected void rollbackTransaction(TransactionStatus status) {
    if (!status.isCompleted()) {
      transactions.rollback(status);
    }
  }
}
