package org.uitrol.application.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.application.testing.ShellTests;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.ErasureCommand;
import org.uitrol.domain.erasure.ErasureCommand.ApproveErasure;
import org.uitrol.domain.erasure.ErasureCommand.ExpireErasure;
import org.uitrol.domain.erasure.ErasureCommand.ReadmitPerson;
import org.uitrol.domain.erasure.ErasureCommand.RecordStep;
import org.uitrol.domain.erasure.ErasureCommand.RefuseErasure;
import org.uitrol.domain.erasure.ErasureCommand.RepeatErasure;
import org.uitrol.domain.erasure.ErasureCommand.RequestErasure;
import org.uitrol.domain.erasure.ErasureCommand.WithdrawErasure;
import org.uitrol.domain.erasure.ErasureEvent;
import org.uitrol.domain.erasure.ErasureEvent.ErasureApproved;
import org.uitrol.domain.erasure.ErasureEvent.ErasureCarriedOut;
import org.uitrol.domain.erasure.ErasureGround;
import org.uitrol.domain.erasure.ErasureRefusal;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CertificateId;
import org.uitrol.domain.shared.PersonId;

class ErasuresAreRouted {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Instant LATE = Instant.parse("2027-02-11T08:00:00Z");
  private static final PersonId SANNE = new PersonId("person-1");
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");

  @TestFactory
  Stream<DynamicTest> to_their_rules() {
    RequestErasure request = new RequestErasure(SANNE, ErasureGround.ASKED, ANN, null, AT);
    List<ErasureEvent> asked = Erasure.request(null, request);
    List<ErasureEvent> approved = with(asked, new ErasureApproved(SANNE, 1, BOB, AT));
    List<ErasureEvent> erased =
        with(approved, new ErasureCarriedOut(SANNE, 1, CertificateId.of(SANNE, 1), AT));
    ApproveErasure approve = new ApproveErasure(SANNE, BOB, null, AT);
    RefuseErasure refuse = new RefuseErasure(SANNE, ErasureRefusal.MISTAKE, BOB, AT);
    WithdrawErasure withdraw = new WithdrawErasure(SANNE, ANN, AT);
    ExpireErasure expire = new ExpireErasure(SANNE, LATE);
    RecordStep step = new RecordStep(SANNE, ErasureStep.LEAVE, Map.of(DataKind.TIMERS, 1), AT);
    RepeatErasure repeat = new RepeatErasure(SANNE, 1, AT, LATE);
    ReadmitPerson readmit = new ReadmitPerson(SANNE, BOB, AT);
    return new ShellTests<>(
            ErasureShell.class, ErasureCommand.class, ErasureEvent.class, Erasure::evolve)
        .begins(request, asked)
        .begins(repeat, Erasure.repeat(null, repeat))
        .after(asked, approve, erasure -> erasure.approve(approve))
        .after(asked, refuse, erasure -> erasure.refuse(refuse))
        .after(asked, withdraw, erasure -> erasure.withdraw(withdraw))
        .after(asked, expire, erasure -> erasure.expire(expire))
        .after(approved, step, erasure -> erasure.record(step))
        .after(erased, repeat, erasure -> Erasure.repeat(erasure, repeat))
        .after(erased, readmit, erasure -> erasure.readmit(readmit))
        .all();
  }

  private static List<ErasureEvent> with(List<ErasureEvent> events, ErasureEvent more) {
    List<ErasureEvent> all = new ArrayList<>(events);
    all.add(more);
    return List.copyOf(all);
  }
}
