package org.uitrol.domain.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.communication.AddressCommand.ReleaseAddress;
import org.uitrol.domain.communication.AddressCommand.ReportReturn;
import org.uitrol.domain.communication.AddressEvent.AddressReleased;
import org.uitrol.domain.communication.AddressEvent.AddressSuppressed;
import org.uitrol.domain.communication.AddressEvent.MailReturned;
import org.uitrol.domain.communication.AddressEvent.Why;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DispatchId;

class AnAddressWhoseMailReturns {

  private static final AccountId MANAGER = new AccountId("account-1");

  private @Nullable AddressStanding standing;

  @Test
  void gets_no_mail_once_it_turns_out_not_to_exist() {
    assertThat(report("d-1", true, null, "2027-01-11T08:00:00Z"))
        .hasSize(2)
        .last()
        .isEqualTo(
            new AddressSuppressed(
                person(1), Why.WRONG, "5.1.1", Instant.parse("2027-01-11T08:00:00Z")));
  }

  @Test
  void gets_mail_while_its_trouble_is_short() {
    report("d-1", false, null, "2027-01-11T08:00:00Z");
    report("d-2", false, null, "2027-01-12T08:00:00Z");
    report("d-3", false, null, "2027-01-13T08:00:00Z");
    report("d-4", false, null, "2027-01-18T07:59:59Z");
    assertThat(suppressed()).isNull();
  }

  @Test
  void gets_no_mail_after_three_returns_in_a_row_over_a_week() {
    report("d-1", false, null, "2027-01-11T08:00:00Z");
    report("d-2", false, null, "2027-01-12T08:00:00Z");
    report("d-3", false, null, "2027-01-18T08:00:00Z");
    assertThat(suppressed()).isEqualTo(Why.RETURNS);
  }

  @Test
  void begins_anew_when_a_mail_got_through_in_between() {
    report("d-1", false, null, "2027-01-11T08:00:00Z");
    report("d-2", false, null, "2027-01-12T08:00:00Z");
    report("d-3", false, Instant.parse("2027-01-13T08:00:00Z"), "2027-01-19T08:00:00Z");
    assertThat(suppressed()).isNull();
    assertThat(Objects.requireNonNull(standing).returned()).hasSize(1);
  }

  @Test
  void counts_each_mail_once_however_often_it_is_reported() {
    report("d-1", false, null, "2027-01-01T08:00:00Z");
    assertThat(report("d-1", false, null, "2027-01-11T08:00:00Z")).isEmpty();
    assertThat(report("d-1", true, null, "2027-01-12T08:00:00Z")).hasSize(2);
    assertThat(report("d-2", true, null, "2027-01-13T08:00:00Z")).isEmpty();
  }

  @Test
  void gets_mail_again_when_somebody_decides_so() {
    report("d-1", true, null, "2027-01-11T08:00:00Z");
    Instant later = Instant.parse("2027-01-12T08:00:00Z");
    ReleaseAddress release = new ReleaseAddress(person(1), MANAGER, later);
    List<AddressEvent> released = AddressStanding.release(standing, release);
    assertThat(released).containsExactly(new AddressReleased(person(1), MANAGER, later));
    released.forEach(event -> standing = AddressStanding.evolve(standing, event));
    assertThat(suppressed()).isNull();
    assertThat(AddressStanding.release(standing, release)).isEmpty();
  }

  @Test
  void forgets_what_came_back_when_the_person_has_another_one() {
    report("d-1", false, null, "2027-01-11T08:00:00Z");
    Instant later = Instant.parse("2027-01-12T08:00:00Z");
    ReleaseAddress byHand = new ReleaseAddress(person(1), MANAGER, later);
    ReleaseAddress other = new ReleaseAddress(person(1), null, later);
    assertThat(AddressStanding.release(standing, byHand)).isEmpty();
    assertThat(AddressStanding.release(standing, other))
        .containsExactly(new AddressReleased(person(1), null, later));
    assertThat(AddressStanding.release(null, other)).isEmpty();
    assertThat(other.target()).hasToString("address/p-1");
  }

  private List<AddressEvent> report(
      String dispatch, boolean hard, @Nullable Instant worked, String at) {
    List<AddressEvent> events =
        AddressStanding.report(
            standing,
            new ReportReturn(
                person(1), new DispatchId(dispatch), hard, "5.1.1", worked, Instant.parse(at)));
    events.forEach(event -> standing = AddressStanding.evolve(standing, event));
    assertThat(events).allMatch(event -> event instanceof MailReturned || suppressed() != null);
    return events;
  }

  private @Nullable Why suppressed() {
    return standing == null ? null : standing.suppressed();
  }
}
