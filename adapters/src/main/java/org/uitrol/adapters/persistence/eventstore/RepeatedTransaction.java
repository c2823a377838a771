package org.uitrol.adapters.persistence.eventstore;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.directory.port.OneTransaction;

/**
 * Work in one transaction, done again a few times when somebody else wrote the same at the same
 * moment. Inside another transaction it takes part in that and is never done again.
 */
public final class RepeatedTransaction implements OneTransaction {

  private final TransactionTemplate transactions;

  public RepeatedTransaction(PlatformTransactionManager transactions) {
    this.transactions = new TransactionTemplate(transactions);
  }

  @Override
  public void run(Runnable work) {
    boolean alone = CommandBusDesk.isAlone();
    int attempt = 0;
    boolean done = false;
    while (!done) {
      attempt++;
      try {
        transactions.executeWithoutResult(status -> work.run());
        done = true;
      } catch (RuntimeException e) {
        if (!alone || attempt == CommandBusDesk.ATTEMPTS || !isConflict(e)) {
          throw e;
        }
        CommandBusDesk.pause(attempt);
      }
    }
  }

  private static boolean isConflict(RuntimeException failure) {
    return failure instanceof ConcurrencyFailureException || DatabaseFailures.isConflict(failure);
  }
}
