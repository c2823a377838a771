package org.uitrol.application.erasure.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.erasure.ErasureEvent;
import org.uitrol.domain.erasure.ErasureEvent.ErasureApproved;
import org.uitrol.domain.erasure.ErasureEvent.ErasureCarriedOut;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRepeated;
import org.uitrol.domain.erasure.ErasureEvent.ErasureRequested;
import org.uitrol.domain.erasure.ErasureEvent.PersonReadmitted;
import org.uitrol.domain.erasure.ErasureEvent.StepDone;
import org.uitrol.domain.erasure.ErasureGround;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.CertificateId;
import org.uitrol.domain.shared.PersonId;

class ErasuresInAList {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");
  private static final PersonId SANNE = new PersonId("p-1");
  private static final PersonId JOOST = new PersonId("p-2");

  private final MemoryErasureStore store = new MemoryErasureStore();
  private final ErasureProjector projector = new ErasureProjector(store);

  @Test
  void are_the_same_when_everything_is_heard_twice() {
    twice(
        List.of(
            requested(SANNE, AT),
            new ErasureApproved(SANNE, 1, BOB, AT),
            new StepDone(SANNE, 1, ErasureStep.LEAVE, Map.of(DataKind.SEATS, 2), AT),
            new ErasureCarriedOut(SANNE, 1, CertificateId.of(SANNE, 1), AT),
            new ErasureRepeated(SANNE, 1, AT, AT.plusSeconds(60)),
            new StepDone(SANNE, 1, ErasureStep.LEAVE, Map.of(DataKind.SEATS, 1), AT),
            new ErasureCarriedOut(SANNE, 1, CertificateId.of(SANNE, 1), AT.plusSeconds(90)),
            new PersonReadmitted(SANNE, BOB, AT)));

    Erasure erased = store.find(CertificateId.of(SANNE, 1)).orElseThrow();
    assertThat(erased.destroyed()).isEqualTo(Map.of(DataKind.SEATS, 3));
    assertThat(erased.decidedBy()).isEqualTo(BOB);
    assertThat(erased.erasedAt()).isEqualTo(AT);
    assertThat(erased.readmitted()).isTrue();
  }

  @Test
  void begin_with_those_that_wait_for_somebody() {
    twice(
        List.of(
            requested(SANNE, AT.plusSeconds(60)),
            new ErasureApproved(SANNE, 1, BOB, AT.plusSeconds(60)),
            requested(JOOST, AT)));

    assertThat(store.list())
        .extracting(Erasure::status)
        .containsExactly(Status.REQUESTED, Status.APPROVED);
    projector.reset();
    assertThat(store.list()).isEmpty();
  }

  private void twice(List<ErasureEvent> events) {
    for (ErasureEvent event : events) {
      projector.on(event);
      projector.on(event);
    }
  }

  private static ErasureRequested requested(PersonId person, Instant at) {
    return new ErasureRequested(
        person, 1, ErasureGround.ASKED, ANN, null, at.plusSeconds(3_600), at);
  }
}
