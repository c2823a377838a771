package org.uitrol.adapters.retention;

import java.time.Instant;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.directory.view.MemberRow;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.application.retention.port.RetainedData;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.directory.EmployeeEvent.EmployeeLeft;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.retention.HeldBack;
import org.uitrol.domain.retention.RetainedKind;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.StreamId;

/**
 * People who left: some time later their erasure is asked for, and where the organisation has
 * chosen so, carried out without asking anybody. What somebody refused isn't asked for again before
 * the same time has passed once more.
 */
final class KeptLeavers implements RetainedData {

  private final DirectoryStore directory;
  private final PersonVault vault;
  private final Erasures erasures;
  private final Streams streams;
  private final Period keep;
  private final boolean withoutAsking;

  KeptLeavers(
      DirectoryStore directory,
      PersonVault vault,
      Erasures erasures,
      Streams streams,
      Period keep,
      boolean withoutAsking) {
    this.directory = directory;
    this.vault = vault;
    this.erasures = erasures;
    this.streams = streams;
    this.keep = keep;
    this.withoutAsking = withoutAsking;
  }

  @Override
  public RetainedKind kind() {
    return RetainedKind.LEAVERS;
  }

  @Override
  public Period keep() {
    return keep;
  }

  @Override
  public Removal remove(Instant before, Instant at) {
    int asked = 0;
    Map<HeldBack, Integer> held = new EnumMap<>(HeldBack.class);
    for (MemberRow member : directory.left()) {
      PersonId person = member.person();
      if (leftBefore(person, before) && vault.find(person).isPresent() && !isUnderWay(person)) {
        Optional<HeldBack> why = ask(person, before);
        if (why.isPresent()) {
          held.merge(why.get(), 1, Integer::sum);
        } else {
          asked++;
        }
      }
    }
    return new Removal(asked, held);
  }

  private Optional<HeldBack> ask(PersonId person, Instant before) {
    Erasure former = erasures.find(person).orElse(null);
    if (former != null && former.status() == Status.REQUESTED) {
      return Optional.of(HeldBack.WAITS_FOR_SOMEBODY);
    }
    if (former != null && isRefused(former, before)) {
      return Optional.of(HeldBack.REFUSED);
    }
    try {
      erasures.propose(person);
      if (withoutAsking) {
        erasures.approveByRule(person);
      }
      return Optional.empty();
    } catch (Rejected obstructed) {
      if (!obstructed.code().equals("ERASURE_OBSTRUCTED")) {
        throw obstructed;
      }
      return Optional.of(HeldBack.STILL_RESPONSIBLE);
    }
  }

  private boolean isUnderWay(PersonId person) {
    return erasures.find(person).filter(one -> one.status() == Status.APPROVED).isPresent();
  }

  private static boolean isRefused(Erasure erasure, Instant before) {
    Instant decided = erasure.decidedAt();
    return erasure.status() == Status.REFUSED && decided != null && decided.isAfter(before);
  }

  private boolean leftBefore(PersonId person, Instant before) {
    List<EmployeeEvent> events =
        streams.events(StreamId.of("employee", person), EmployeeEvent.class);
    Instant left = null;
    for (EmployeeEvent event : events) {
      left = event instanceof EmployeeLeft gone ? gone.at() : left;
    }
    return left != null && left.isBefore(before);
  }
}
