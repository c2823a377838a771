package org.uitrol.domain.communication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.DispatchCommand.BeginHandOver;
import org.uitrol.domain.communication.DispatchCommand.GatherDispatch;
import org.uitrol.domain.communication.DispatchCommand.LeaveDispatch;
import org.uitrol.domain.communication.DispatchCommand.PostponeDispatch;
import org.uitrol.domain.communication.DispatchCommand.RecordBounce;
import org.uitrol.domain.communication.DispatchCommand.ReleaseDispatch;
import org.uitrol.domain.communication.DispatchCommand.ReportDeferral;
import org.uitrol.domain.communication.DispatchCommand.ReportFailure;
import org.uitrol.domain.communication.DispatchCommand.ReportHandedOver;
import org.uitrol.domain.communication.DispatchCommand.ReportSentWithin;
import org.uitrol.domain.communication.DispatchCommand.ReportUnknown;
import org.uitrol.domain.communication.DispatchCommand.RequestDispatch;
import org.uitrol.domain.communication.DispatchCommand.SendAgain;
import org.uitrol.domain.communication.DispatchCommand.SuppressDispatch;
import org.uitrol.domain.communication.DispatchEvent.DispatchBounced;
import org.uitrol.domain.communication.DispatchEvent.DispatchDeferred;
import org.uitrol.domain.communication.DispatchEvent.DispatchFailed;
import org.uitrol.domain.communication.DispatchEvent.DispatchGathered;
import org.uitrol.domain.communication.DispatchEvent.DispatchLeft;
import org.uitrol.domain.communication.DispatchEvent.DispatchPostponed;
import org.uitrol.domain.communication.DispatchEvent.DispatchReleased;
import org.uitrol.domain.communication.DispatchEvent.DispatchRequested;
import org.uitrol.domain.communication.DispatchEvent.DispatchSuppressed;
import org.uitrol.domain.communication.DispatchEvent.DispatchUnknown;
import org.uitrol.domain.communication.DispatchEvent.HandOverBegun;
import org.uitrol.domain.communication.DispatchEvent.HandedOver;
import org.uitrol.domain.communication.DispatchEvent.SendAgainDecided;
import org.uitrol.domain.communication.DispatchEvent.SentWithin;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;

/**
 * One mail to one person. A hand-over is recorded before the mail server hears of it, so that a
 * crash in between is seen and nothing is silently sent twice or lost (decision 0009).
 *
 * @param notBefore when it may be handed over at the earliest
 * @param attempt the number of hand-overs that were begun
 * @param postponed why it was set aside last; null when it never was
 */
public record Dispatch(
    DispatchId id,
    PersonId person,
    Letter letter,
    Instant requestedAt,
    Instant notBefore,
    State state,
    int attempt,
    @Nullable PostponeReason postponed) {

  /** Where a mail is. */
  public enum State {
    WAITING,
    /** It goes within another mail. */
    GATHERED,
    HANDING_OVER,
    HANDED_OVER,
    FAILED,
    UNKNOWN,
    /** It failed or is unknown, and a person left it so. */
    LEFT,
    SUPPRESSED,
    BOUNCED
  }

  public static List<DispatchEvent> request(@Nullable Dispatch dispatch, RequestDispatch command) {
    return dispatch != null
        ? List.of()
        : List.of(
            new DispatchRequested(
                command.dispatch(),
                command.person(),
                command.letter(),
                command.notBefore(),
                command.at()));
  }

  public List<DispatchEvent> postpone(PostponeDispatch command) {
    return state != State.WAITING || notBefore.equals(command.until())
        ? List.of()
        : List.of(new DispatchPostponed(id, command.reason(), command.until(), command.at()));
  }

  /** Only a waiting mail: what is on its way or settled goes into no other one. */
  public List<DispatchEvent> gather(GatherDispatch command) {
    return state != State.WAITING
        ? List.of()
        : List.of(new DispatchGathered(id, command.digest(), command.at()));
  }

  public List<DispatchEvent> reportSentWithin(ReportSentWithin command) {
    return state != State.GATHERED
        ? List.of()
        : List.of(new SentWithin(id, command.digest(), command.at()));
  }

  public List<DispatchEvent> suppress(SuppressDispatch command) {
    return state != State.WAITING && state != State.GATHERED
        ? List.of()
        : List.of(new DispatchSuppressed(id, command.reason(), command.at()));
  }

  /** Only a waiting mail can be handed over: of two senders that try, the second is refused. */
  public List<DispatchEvent> beginHandOver(BeginHandOver command) {
    if (state != State.WAITING) {
      throw new Rejected("DISPATCH_NOT_WAITING", Map.of("state", state));
    }
    return List.of(new HandOverBegun(id, attempt + 1, command.at()));
  }

  /** Also of an unknown one: the word of a server that comes late is still its word. */
  public List<DispatchEvent> reportHandedOver(ReportHandedOver command) {
    return state == State.HANDING_OVER || state == State.UNKNOWN
        ? List.of(new HandedOver(id, attempt, command.at()))
        : List.of();
  }

  public List<DispatchEvent> reportDeferral(ReportDeferral command) {
    if (state != State.HANDING_OVER) {
      return List.of();
    }
    Optional<Instant> retryAt =
        RetryRule.next(attempt, requestedAt, letter.uselessAfter(), command.at());
    return List.of(
        retryAt.isPresent()
            ? new DispatchDeferred(id, attempt, command.reply(), retryAt.get(), command.at())
            : new DispatchFailed(id, attempt, command.reply(), command.at()));
  }

  public List<DispatchEvent> release(ReleaseDispatch command) {
    return state == State.HANDING_OVER
        ? List.of(new DispatchReleased(id, command.at()))
        : List.of();
  }

  public List<DispatchEvent> reportFailure(ReportFailure command) {
    return state == State.HANDING_OVER || state == State.WAITING
        ? List.of(new DispatchFailed(id, attempt, command.reply(), command.at()))
        : List.of();
  }

  public List<DispatchEvent> reportUnknown(ReportUnknown command) {
    return state == State.HANDING_OVER
        ? List.of(new DispatchUnknown(id, attempt, command.at()))
        : List.of();
  }

  public List<DispatchEvent> recordBounce(RecordBounce command) {
    return state == State.HANDED_OVER || state == State.UNKNOWN || state == State.LEFT
        ? List.of(new DispatchBounced(id, command.status(), command.at()))
        : List.of();
  }

  public List<DispatchEvent> sendAgain(SendAgain command) {
    if (state == State.WAITING) {
      return List.of();
    }
    if (state != State.UNKNOWN && state != State.FAILED) {
      throw new Rejected("DISPATCH_NOT_STUCK", Map.of("state", state));
    }
    return List.of(new SendAgainDecided(id, command.by(), command.at()));
  }

  public List<DispatchEvent> leave(LeaveDispatch command) {
    if (state == State.LEFT) {
      return List.of();
    }
    if (state != State.UNKNOWN && state != State.FAILED) {
      throw new Rejected("DISPATCH_NOT_STUCK", Map.of("state", state));
    }
    return List.of(new DispatchLeft(id, command.by(), command.at()));
  }

  /** The state after one event; the first one begins it. */
  public static Dispatch evolve(@Nullable Dispatch dispatch, DispatchEvent event) {
    if (event instanceof DispatchRequested requested) {
      return new Dispatch(
          requested.dispatch(),
          requested.person(),
          requested.letter(),
          requested.at(),
          requested.notBefore(),
          State.WAITING,
          0,
          null);
    }
    if (dispatch == null) {
      throw new IllegalStateException("a dispatch can't begin with " + event);
    }
    if (event instanceof HandOverBegun begun) {
      return dispatch.with(dispatch.notBefore, State.HANDING_OVER, begun.attempt());
    } else if (event instanceof DispatchPostponed set) {
      return new Dispatch(
          dispatch.id,
          dispatch.person,
          dispatch.letter,
          dispatch.requestedAt,
          set.until(),
          State.WAITING,
          dispatch.attempt,
          set.reason());
    } else if (event instanceof DispatchDeferred deferred) {
      return dispatch.with(deferred.retryAt(), State.WAITING, dispatch.attempt);
    }
    return dispatch.with(dispatch.notBefore, stateAfter(event), dispatch.attempt);
  }

  private static State stateAfter(DispatchEvent event) {
    if (event instanceof SendAgainDecided || event instanceof DispatchReleased) {
      return State.WAITING;
    } else if (event instanceof DispatchSuppressed) {
      return State.SUPPRESSED;
    } else if (event instanceof DispatchGathered) {
      return State.GATHERED;
    } else if (event instanceof HandedOver || event instanceof SentWithin) {
      return State.HANDED_OVER;
    } else if (event instanceof DispatchFailed) {
      return State.FAILED;
    } else if (event instanceof DispatchUnknown) {
      return State.UNKNOWN;
    } else if (event instanceof DispatchLeft) {
      return State.LEFT;
    } else if (event instanceof DispatchBounced) {
      return State.BOUNCED;
    }
    throw new IllegalStateException("a dispatch doesn't know " + event);
  }

  private Dispatch with(Instant nextNotBefore, State nextState, int nextAttempt) {
    return new Dispatch(
        id, person, letter, requestedAt, nextNotBefore, nextState, nextAttempt, postponed);
  }
}
