package org.uitrol.adapters.web.me;

import org.springframework.stereotype.Component;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.MailConsent;
import org.uitrol.domain.communication.MailConsentEvent;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.StreamId;

/** What people want to be sent, as their own history says it. */
@Component
class Consents {

  private final Streams streams;

  Consents(Streams streams) {
    this.streams = streams;
  }

  boolean wantsOptionalMail(PersonId person) {
    return streams
        .state(StreamId.of("consent", person), MailConsentEvent.class, MailConsent::evolve)
        .map(MailConsent::optional)
        .orElse(true);
  }
}
