package org.uitrol.domain.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.uitrol.domain.testing.Plans.COPILOT;
import static org.uitrol.domain.testing.Plans.FINANCE;
import static org.uitrol.domain.testing.Plans.OWNER;
import static org.uitrol.domain.testing.Plans.WRITER;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.concern.Concern.Mark;
import org.uitrol.domain.concern.Concern.Origin;
import org.uitrol.domain.concern.Concern.Status;
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
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.ConcernId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.testing.History;

class AConcern {

  private static final ConcernId ID = new ConcernId("c-1");
  private static final AccountId COUNCIL = new AccountId("council");
  private static final Instant MONDAY = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2027-01-12T08:00:00Z");
  private static final Instant DUE = Instant.parse("2027-01-18T16:00:00Z");
  private static final Instant LATER = Instant.parse("2027-01-25T16:00:00Z");
  private static final ConcernRule RULE =
      new ConcernRule(5, List.of(ConcernCategory.DATA, ConcernCategory.JOB));

  @Test
  void that_an_employee_raises_by_name_is_owed_an_answer() {
    assertThat(Concern.raise(null, asking(Origin.EMPLOYEE, person(1), ConcernCategory.TIME, false)))
        .containsExactly(
            new ConcernRaised(
                ID,
                COPILOT,
                FINANCE,
                Origin.EMPLOYEE,
                person(1),
                ConcernCategory.TIME,
                OWNER,
                null,
                DUE,
                MONDAY));
  }

  @Test
  void that_was_raised_is_not_raised_again() {
    assertThat(
            Concern.raise(
                raised(), asking(Origin.EMPLOYEE, person(2), ConcernCategory.TIME, false)))
        .isEmpty();
  }

  @Test
  void of_a_category_of_the_rule_must_be_answered() {
    assertThat(firstMark(asking(Origin.ANONYMOUS, null, ConcernCategory.DATA, false)))
        .isEqualTo(Mark.RULE);
    assertThat(firstMark(asking(Origin.ANONYMOUS, null, ConcernCategory.SKILLS, false))).isNull();
  }

  @Test
  void is_marked_by_who_enters_it() {
    assertThat(firstMark(asking(Origin.WORKS_COUNCIL, null, ConcernCategory.TIME, true)))
        .isEqualTo(Mark.WORKS_COUNCIL);
    assertThat(firstMark(asking(Origin.ON_BEHALF, person(1), ConcernCategory.TIME, true)))
        .isEqualTo(Mark.MANAGER);
    isRefused(
        "MARK_NOT_YOURS",
        () -> Concern.raise(null, asking(Origin.EMPLOYEE, person(1), ConcernCategory.TIME, true)));
  }

  @Test
  void knows_its_asker_exactly_when_that_was_meant() {
    isRefused(
        "ASKER_KNOWN",
        () ->
            Concern.raise(null, asking(Origin.ANONYMOUS, person(1), ConcernCategory.TIME, false)));
    isRefused(
        "ASKER_KNOWN",
        () ->
            Concern.raise(
                null, asking(Origin.WORKS_COUNCIL, person(1), ConcernCategory.TIME, false)));
    isRefused(
        "ASKER_UNKNOWN",
        () -> Concern.raise(null, asking(Origin.EMPLOYEE, null, ConcernCategory.TIME, false)));
    assertThat(Concern.raise(null, asking(Origin.ON_BEHALF, null, ConcernCategory.TIME, false)))
        .hasSize(1);
  }

  @Test
  void is_marked_once_and_by_the_works_council_above_all() {
    Concern marked = after(raised(), new ConcernMarked(ID, Mark.MANAGER, WRITER, MONDAY));
    Concern council = after(marked, new ConcernMarked(ID, Mark.WORKS_COUNCIL, COUNCIL, MONDAY));

    assertThat(raised().mark(new MarkConcern(ID, Mark.MANAGER, WRITER, TUESDAY)))
        .containsExactly(new ConcernMarked(ID, Mark.MANAGER, WRITER, TUESDAY));
    assertThat(marked.mark(new MarkConcern(ID, Mark.MANAGER, WRITER, TUESDAY))).isEmpty();
    assertThat(marked.mark(new MarkConcern(ID, Mark.WORKS_COUNCIL, COUNCIL, TUESDAY))).hasSize(1);
    assertThat(council.mark(new MarkConcern(ID, Mark.WORKS_COUNCIL, COUNCIL, TUESDAY))).isEmpty();
    assertThat(council.mark(new MarkConcern(ID, Mark.MANAGER, WRITER, TUESDAY)))
        .as("the council's mark is not replaced")
        .isEmpty();
  }

  @Test
  void loses_its_mark_only_with_a_reason() {
    Concern marked = after(raised(), new ConcernMarked(ID, Mark.MANAGER, WRITER, MONDAY));

    isRefused(
        "REASON_MISSING", () -> marked.unmark(new UnmarkConcern(ID, false, WRITER, " ", TUESDAY)));
    assertThat(marked.unmark(new UnmarkConcern(ID, false, WRITER, "told in the hall", TUESDAY)))
        .containsExactly(new ConcernUnmarked(ID, WRITER, "told in the hall", TUESDAY));
    assertThat(raised().unmark(new UnmarkConcern(ID, false, WRITER, "told", TUESDAY))).isEmpty();
  }

  @Test
  void loses_the_mark_of_the_works_council_by_the_works_council_alone() {
    Concern marked = after(raised(), new ConcernMarked(ID, Mark.WORKS_COUNCIL, COUNCIL, MONDAY));

    isRefused(
        "MARK_OF_COUNCIL",
        () -> marked.unmark(new UnmarkConcern(ID, false, WRITER, "not needed", TUESDAY)));
    assertThat(marked.unmark(new UnmarkConcern(ID, true, COUNCIL, "talked about it", TUESDAY)))
        .hasSize(1);
  }

  @Test
  void keeps_gates_closed_while_it_is_open_and_marked() {
    Concern marked = after(raised(), new ConcernMarked(ID, Mark.MANAGER, WRITER, MONDAY));
    Concern answered = after(marked, new ConcernAnswered(ID, 1, true, WRITER, TUESDAY));

    assertThat(raised().keepsGatesClosed()).isFalse();
    assertThat(marked.keepsGatesClosed()).isTrue();
    assertThat(answered.keepsGatesClosed()).isFalse();
    assertThat(after(answered, new ConcernReopened(ID, LATER, TUESDAY)).keepsGatesClosed())
        .isTrue();
    assertThat(after(marked, new ConcernWithdrawn(ID, TUESDAY)).keepsGatesClosed()).isFalse();
    assertThat(after(marked, new ConcernUnmarked(ID, WRITER, "told", TUESDAY)).keepsGatesClosed())
        .isFalse();
  }

  @Test
  void is_answered_and_answered_better_version_by_version() {
    Concern answered = after(raised(), new ConcernAnswered(ID, 1, true, WRITER, TUESDAY));

    assertThat(raised().answer(new AnswerConcern(ID, 1, true, WRITER, TUESDAY)))
        .containsExactly(new ConcernAnswered(ID, 1, true, WRITER, TUESDAY));
    assertThat(answered.answer(new AnswerConcern(ID, 2, false, WRITER, TUESDAY)))
        .containsExactly(new ConcernAnswered(ID, 2, false, WRITER, TUESDAY));
    isRefused(
        "ANSWERED_MEANWHILE",
        () -> answered.answer(new AnswerConcern(ID, 1, true, COUNCIL, TUESDAY)));
  }

  @Test
  void that_was_withdrawn_stays_so() {
    Concern withdrawn = after(raised(), new ConcernWithdrawn(ID, MONDAY));

    assertThat(raised().withdraw(new WithdrawConcern(ID, TUESDAY)))
        .containsExactly(new ConcernWithdrawn(ID, TUESDAY));
    assertThat(withdrawn.withdraw(new WithdrawConcern(ID, TUESDAY))).isEmpty();
    for (ThrowingCallable change :
        List.<ThrowingCallable>of(
            () -> withdrawn.answer(new AnswerConcern(ID, 1, true, WRITER, TUESDAY)),
            () -> withdrawn.mark(new MarkConcern(ID, Mark.MANAGER, WRITER, TUESDAY)),
            () -> withdrawn.changeOwner(new ChangeOwner(ID, person(3), WRITER, TUESDAY)),
            () -> withdrawn.reopen(new ReopenConcern(ID, LATER, TUESDAY)))) {
      isRefused("CONCERN_WITHDRAWN", change);
    }
    assertThat(withdrawn.check(new CheckConcern(ID, LATER))).isEmpty();
  }

  @Test
  void that_was_answered_is_not_withdrawn_but_reopened() {
    Concern answered = after(raised(), new ConcernAnswered(ID, 1, true, WRITER, TUESDAY));

    isRefused("CONCERN_ANSWERED", () -> answered.withdraw(new WithdrawConcern(ID, TUESDAY)));
    assertThat(answered.reopen(new ReopenConcern(ID, LATER, TUESDAY)))
        .containsExactly(new ConcernReopened(ID, LATER, TUESDAY));
    assertThat(raised().reopen(new ReopenConcern(ID, LATER, TUESDAY))).isEmpty();
    Concern reopened = after(answered, new ConcernReopened(ID, LATER, TUESDAY));
    assertThat(reopened.status()).isEqualTo(Status.OPEN);
    assertThat(reopened.answers()).isEqualTo(1);
    assertThat(reopened.dueAt()).isEqualTo(LATER);
  }

  @Test
  void changes_its_owner_once() {
    assertThat(raised().changeOwner(new ChangeOwner(ID, person(3), WRITER, TUESDAY)))
        .containsExactly(new OwnerChanged(ID, person(3), WRITER, TUESDAY));
    assertThat(raised().changeOwner(new ChangeOwner(ID, OWNER, WRITER, TUESDAY))).isEmpty();
  }

  @Test
  void is_overdue_once_for_each_deadline_and_never_before() {
    Concern overdue = after(raised(), new ConcernOverdue(ID, OWNER, DUE));
    Concern answered = after(overdue, new ConcernAnswered(ID, 1, true, WRITER, DUE));
    Concern reopened = after(answered, new ConcernReopened(ID, LATER, DUE));

    assertThat(raised().check(new CheckConcern(ID, DUE.minusSeconds(1)))).isEmpty();
    assertThat(raised().check(new CheckConcern(ID, DUE)))
        .containsExactly(new ConcernOverdue(ID, OWNER, DUE));
    assertThat(overdue.check(new CheckConcern(ID, LATER))).isEmpty();
    assertThat(answered.check(new CheckConcern(ID, LATER))).isEmpty();
    assertThat(reopened.check(new CheckConcern(ID, DUE))).isEmpty();
    assertThat(reopened.check(new CheckConcern(ID, LATER))).hasSize(1);
  }

  private static @Nullable Mark firstMark(RaiseConcern command) {
    return History.of(Concern::evolve, Concern.raise(null, command)).mark();
  }

  private static RaiseConcern asking(
      Origin origin, @Nullable PersonId asker, ConcernCategory category, boolean mustAnswer) {
    return new RaiseConcern(
        ID, COPILOT, FINANCE, origin, asker, category, OWNER, RULE, mustAnswer, DUE, MONDAY);
  }

  private static Concern raised() {
    return History.of(
        Concern::evolve,
        Concern.raise(null, asking(Origin.EMPLOYEE, person(1), ConcernCategory.TIME, false)));
  }

  private static Concern after(Concern concern, ConcernEvent... events) {
    return Arrays.stream(events).reduce(concern, Concern::evolve, (one, other) -> other);
  }

  private static void isRefused(String code, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
