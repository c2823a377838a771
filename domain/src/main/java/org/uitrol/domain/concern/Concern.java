package org.uitrol.domain.concern;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.concern.ConcernCommand.AnswerConcern;
import org.uitrol.domain.concern.ConcernCommand.ChangeOwner;
import org.uitrol.domain.concern.ConcernCommand.CheckConcern;
import org.uitrol.domain.concern.ConcernCommand.MarkConcern;
import org.uitrol.domain.concern.ConcernCommand.RaiseConcern;
import org.uitrol.domain.concern.ConcernCommand.ReopenConcern;
import org.uitrol.domain.concern.ConcernCommand.UnmarkConcern;
import org.uitrol.domain.concern.ConcernCommand.WithdrawConcern;
import org.uitrol.domain.concern.ConcernEvent.ConcernAnswered;
import org.uitrol.domain.concern.ConcernEvent.ConcernMarked;
import org.uitrol.domain.concern.ConcernEvent.ConcernOverdue;
import org.uitrol.domain.concern.ConcernEvent.ConcernRaised;
import org.uitrol.domain.concern.ConcernEvent.ConcernReopened;
import org.uitrol.domain.concern.ConcernEvent.ConcernUnmarked;
import org.uitrol.domain.concern.ConcernEvent.ConcernWithdrawn;
import org.uitrol.domain.concern.ConcernEvent.OwnerChanged;
import org.uitrol.domain.shared.CampaignId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Reasons;
import org.uitrol.domain.shared.Rejected;

/**
 * A question or worry that somebody owes an answer to.
 *
 * @param department which department it is about; null for the whole campaign
 * @param asker who wants to know; null when nobody knows or nobody is meant
 * @param mark why gates wait for it; null when they don't
 * @param answers how many versions of the answer there are
 * @param overdue whether it was told that the deadline has passed
 */
public record Concern(
    ConcernId id,
    CampaignId campaign,
    @Nullable DepartmentId department,
    Origin origin,
    @Nullable PersonId asker,
    ConcernCategory category,
    PersonId owner,
    @Nullable Mark mark,
    Status status,
    int answers,
    Instant dueAt,
    boolean overdue) {

  /** Who brought it up. */
  public enum Origin {
    /** An employee, by name. */
    EMPLOYEE,
    /** An employee, who stays unknown. */
    ANONYMOUS,
    WORKS_COUNCIL,
    /** A manager on behalf of somebody, who may stay unknown. */
    ON_BEHALF
  }

  /** Why gates wait for the answer. */
  public enum Mark {
    /** By its category, as the plan says. */
    RULE,
    MANAGER,
    WORKS_COUNCIL
  }

  /** How far it is. */
  public enum Status {
    OPEN,
    ANSWERED,
    WITHDRAWN
  }

  /**
   * Begins a concern; a second time changes nothing.
   *
   * @throws Rejected {@code ASKER_UNKNOWN} or {@code ASKER_KNOWN} when it doesn't fit the way of
   *     asking; {@code MARK_NOT_YOURS} when an employee marks it
   */
  public static List<ConcernEvent> raise(@Nullable Concern concern, RaiseConcern command) {
    if (concern != null) {
      return List.of();
    }
    requireAsker(command);
    boolean employee = command.origin() == Origin.EMPLOYEE || command.origin() == Origin.ANONYMOUS;
    if (employee && command.mustAnswer()) {
      throw new Rejected("MARK_NOT_YOURS");
    }
    return List.of(
        new ConcernRaised(
            command.concern(),
            command.campaign(),
            command.department(),
            command.origin(),
            command.asker(),
            command.category(),
            command.owner(),
            firstMark(command),
            command.dueAt(),
            command.at()));
  }

  private static void requireAsker(RaiseConcern command) {
    boolean known = command.asker() != null;
    if (command.origin() == Origin.EMPLOYEE && !known) {
      throw new Rejected("ASKER_UNKNOWN");
    }
    boolean nobody =
        command.origin() == Origin.ANONYMOUS || command.origin() == Origin.WORKS_COUNCIL;
    if (nobody && known) {
      throw new Rejected("ASKER_KNOWN");
    }
  }

  private static @Nullable Mark firstMark(RaiseConcern command) {
    if (command.mustAnswer()) {
      return command.origin() == Origin.WORKS_COUNCIL ? Mark.WORKS_COUNCIL : Mark.MANAGER;
    }
    return command.rule().mustAnswer().contains(command.category()) ? Mark.RULE : null;
  }

  /** The works council's mark stands above the others; theirs doesn't replace it. */
  public List<ConcernEvent> mark(MarkConcern command) {
    requireNotWithdrawn();
    if (mark == command.mark() || (mark != null && command.mark() != Mark.WORKS_COUNCIL)) {
      return List.of();
    }
    return List.of(new ConcernMarked(id, command.mark(), command.by(), command.at()));
  }

  /**
   * Takes the mark off. What the works council marked stays so until the works council itself
   * decides otherwise, or there is an answer: whoever owes the answer can't do without it.
   *
   * @throws Rejected {@code REASON_MISSING} or {@code MARK_OF_COUNCIL}
   */
  public List<ConcernEvent> unmark(UnmarkConcern command) {
    Reasons.require(command.reason());
    if (mark == null) {
      return List.of();
    }
    if (mark == Mark.WORKS_COUNCIL && !command.council()) {
      throw new Rejected("MARK_OF_COUNCIL");
    }
    return List.of(new ConcernUnmarked(id, command.by(), command.reason(), command.at()));
  }

  /**
   * Answers, or answers better.
   *
   * @throws Rejected {@code CONCERN_WITHDRAWN}; {@code ANSWERED_MEANWHILE} when somebody else has
   *     answered since it was looked at
   */
  public List<ConcernEvent> answer(AnswerConcern command) {
    requireNotWithdrawn();
    if (command.version() != answers + 1) {
      throw new Rejected("ANSWERED_MEANWHILE", Map.of("version", answers));
    }
    return List.of(
        new ConcernAnswered(
            id, command.version(), command.published(), command.by(), command.at()));
  }

  public List<ConcernEvent> changeOwner(ChangeOwner command) {
    requireNotWithdrawn();
    return owner.equals(command.owner())
        ? List.of()
        : List.of(new OwnerChanged(id, command.owner(), command.by(), command.at()));
  }

  /** Only while it waits for an answer: what was answered stays. */
  public List<ConcernEvent> withdraw(WithdrawConcern command) {
    if (status == Status.ANSWERED) {
      throw new Rejected("CONCERN_ANSWERED");
    }
    return status == Status.WITHDRAWN ? List.of() : List.of(new ConcernWithdrawn(id, command.at()));
  }

  public List<ConcernEvent> reopen(ReopenConcern command) {
    requireNotWithdrawn();
    return status == Status.OPEN
        ? List.of()
        : List.of(new ConcernReopened(id, command.dueAt(), command.at()));
  }

  /** Tells once for each deadline that it has passed; a wake-up before that changes nothing. */
  public List<ConcernEvent> check(CheckConcern command) {
    return status != Status.OPEN || overdue || command.at().isBefore(dueAt)
        ? List.of()
        : List.of(new ConcernOverdue(id, owner, command.at()));
  }

  /** Whether gates wait for it. */
  public boolean keepsGatesClosed() {
    return status == Status.OPEN && mark != null;
  }

  private void requireNotWithdrawn() {
    if (status == Status.WITHDRAWN) {
      throw new Rejected("CONCERN_WITHDRAWN");
    }
  }

  /** The state after one event; the first one begins it. */
  public static Concern evolve(@Nullable Concern concern, ConcernEvent event) {
    if (event instanceof ConcernRaised raised) {
      return new Concern(
          raised.concern(),
          raised.campaign(),
          raised.department(),
          raised.origin(),
          raised.asker(),
          raised.category(),
          raised.owner(),
          raised.mark(),
          Status.OPEN,
          0,
          raised.dueAt(),
          false);
    }
    if (concern == null) {
      throw new IllegalStateException("a concern can't begin with " + event);
    }
    return concern.after(event);
  }

  private Concern after(ConcernEvent event) {
    if (event instanceof ConcernMarked marked) {
      return with(owner, marked.mark(), status, answers, dueAt, overdue);
    } else if (event instanceof ConcernUnmarked) {
      return with(owner, null, status, answers, dueAt, overdue);
    } else if (event instanceof ConcernAnswered answered) {
      return with(owner, mark, Status.ANSWERED, answered.version(), dueAt, overdue);
    } else if (event instanceof OwnerChanged changed) {
      return with(changed.owner(), mark, status, answers, dueAt, overdue);
    } else if (event instanceof ConcernWithdrawn) {
      return with(owner, mark, Status.WITHDRAWN, answers, dueAt, overdue);
    } else if (event instanceof ConcernReopened reopened) {
      return with(owner, mark, Status.OPEN, answers, reopened.dueAt(), false);
    } else if (event instanceof ConcernOverdue) {
      return with(owner, mark, status, answers, dueAt, true);
    }
    throw new IllegalStateException("a concern doesn't know " + event);
  }

  private Concern with(
      PersonId nextOwner,
      @Nullable Mark nextMark,
      Status nextStatus,
      int nextAnswers,
      Instant nextDue,
      boolean nextOverdue) {
    return new Concern(
        id,
        campaign,
        department,
        origin,
        asker,
        category,
        nextOwner,
        nextMark,
        nextStatus,
        nextAnswers,
        nextDue,
        nextOverdue);
  }
}
