package org.uitrol.adapters.persistence.eventstore;

import java.sql.SQLException;
import java.util.Set;
import org.axonframework.common.AxonTransientException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.UnexpectedRollbackException;

/** Tells failures that may pass by themselves from failures that will not. */
final class DatabaseFailures {

  static final String UNIQUE_VIOLATION = "23505";

  /**
   * SQLSTATE classes (PostgreSQL manual, appendix A) of statements that fail however often they are
   * repeated: wrong data, broken constraint, wrong SQL, a raise in a function.
   */
  private static final Set<String> LASTING = Set.of("21", "22", "23", "42", "P0");

  private DatabaseFailures() {}

  /** Somebody else wrote to the same stream first. */
  static boolean isConflict(Throwable failure) {
    return find(failure, ConcurrencyException.class)
        || find(failure, AggregateStreamCreationException.class)
        || find(failure, AxonTransientException.class);
  }

  /** Whether the same work may well succeed later: a conflict, or a database that was away. */
  static boolean mayPass(Throwable failure) {
    if (isConflict(failure)) {
      return true;
    }
    for (Throwable t = failure; t != null; t = causeOf(t)) {
      if (t instanceof SQLException sql) {
        return isPassing(sql);
      }
    }
    for (Throwable t = failure; t != null; t = causeOf(t)) {
      if (t instanceof DataAccessException) {
        return !(t instanceof DataIntegrityViolationException
            || t instanceof IncorrectResultSizeDataAccessException
            || t instanceof InvalidDataAccessApiUsageException
            || t instanceof InvalidDataAccessResourceUsageException);
      }
      if (t instanceof TransactionException) {
        return !(t instanceof UnexpectedRollbackException);
      }
    }
    return false;
  }

  static boolean isDuplicate(Throwable failure) {
    for (Throwable t = failure; t != null; t = causeOf(t)) {
      if (t instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassing(SQLException sql) {
    String state = sql.getSQLState();
    return state == null || state.length() < 2 || !LASTING.contains(state.substring(0, 2));
  }

  private static boolean find(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = causeOf(t)) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Throwable causeOf(Throwable t) {
    return t.getCause() == t ? null : t.getCause();
  }
}
