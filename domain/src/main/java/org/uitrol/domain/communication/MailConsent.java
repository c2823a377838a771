package org.uitrol.domain.communication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.communication.MailConsentCommand.OptIn;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;
import org.uitrol.domain.communication.MailConsentEvent.ConsentGiven;
import org.uitrol.domain.communication.MailConsentEvent.ConsentWithdrawn;

/**
 * What a person may be sent. Optional mail is sent until the person opts out; mandatory mail always
 * is.
 */
public record MailConsent(boolean optional) {

  public static List<MailConsentEvent> optOut(@Nullable MailConsent consent, OptOut command) {
    return consent != null && !consent.optional
        ? List.of()
        : List.of(new ConsentWithdrawn(command.person(), command.at()));
  }

  public static List<MailConsentEvent> optIn(@Nullable MailConsent consent, OptIn command) {
    return consent != null && consent.optional
        ? List.of()
        : List.of(new ConsentGiven(command.person(), command.at()));
  }

  /** The state after one event. */
  public static MailConsent evolve(@Nullable MailConsent consent, MailConsentEvent event) {
    if (event instanceof ConsentWithdrawn) {
      return new MailConsent(false);
    } else if (event instanceof ConsentGiven) {
      return new MailConsent(true);
    }
    throw new IllegalStateException("a consent doesn't know " + event);
  }
}
