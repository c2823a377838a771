package org.uitrol.domain.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.uitrol.domain.testing.Plans.person;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.uitrol.domain.communication.MailConsentCommand.OptIn;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;
import org.uitrol.domain.communication.MailConsentEvent.ConsentGiven;
import org.uitrol.domain.communication.MailConsentEvent.ConsentWithdrawn;

class OptingOut {

  private static final Instant NOW = Instant.parse("2027-01-11T08:00:00Z");
  private static final OptOut OUT = new OptOut(person(1), NOW);
  private static final OptIn IN = new OptIn(person(1), NOW);
  private static final ConsentWithdrawn WITHDRAWN = new ConsentWithdrawn(person(1), NOW);
  private static final ConsentGiven GIVEN = new ConsentGiven(person(1), NOW);

  @Test
  void is_recorded_once() {
    assertThat(MailConsent.optOut(null, OUT)).containsExactly(WITHDRAWN);
    MailConsent out = MailConsent.evolve(null, WITHDRAWN);
    assertThat(out.optional()).isFalse();
    assertThat(MailConsent.optOut(out, OUT)).isEmpty();
  }

  @Test
  void can_be_taken_back_and_done_again() {
    MailConsent out = MailConsent.evolve(null, WITHDRAWN);
    assertThat(MailConsent.optIn(out, IN)).containsExactly(GIVEN);
    MailConsent in = MailConsent.evolve(out, GIVEN);
    assertThat(in.optional()).isTrue();
    assertThat(MailConsent.optIn(in, IN)).isEmpty();
    assertThat(MailConsent.optOut(in, OUT)).containsExactly(WITHDRAWN);
  }

  @Test
  void each_person_has_a_consent_of_their_own() {
    assertThat(OUT.target()).isEqualTo(IN.target()).hasToString("consent/p-1");
  }
}
