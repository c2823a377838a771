package org.uitrol.application.communication.view;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.stereotype.Component;
import org.uitrol.domain.communication.AddressEvent.AddressReleased;
import org.uitrol.domain.communication.AddressEvent.AddressSuppressed;
import org.uitrol.domain.communication.Dispatch.State;
import org.uitrol.domain.communication.DispatchEvent;
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
import org.uitrol.domain.communication.Letter;
import org.uitrol.domain.communication.MailConsentEvent.ConsentGiven;
import org.uitrol.domain.communication.MailConsentEvent.ConsentWithdrawn;

/** Follows every mail from its request to its end, and who wants no optional mail. */
@Component
@ProcessingGroup("view.mail")
public class MailProjector {

  private final MailStore store;

  public MailProjector(MailStore store) {
    this.store = store;
  }

  @EventHandler
  void on(DispatchRequested event) {
    Letter letter = event.letter();
    store.put(
        new MailRow(
            event.dispatch(),
            event.person(),
            letter.template(),
            letter.rollout(),
            letter.mandatory(),
            letter.topic(),
            event.at(),
            event.notBefore(),
            State.WAITING,
            0,
            null,
            null,
            event.at()));
  }

  @EventHandler
  void on(DispatchPostponed event) {
    store.put(mail(event).waiting(event.until(), event.at()));
  }

  @EventHandler
  void on(DispatchSuppressed event) {
    store.put(mail(event).suppressed(event.reason(), event.at()));
  }

  @EventHandler
  void on(HandOverBegun event) {
    store.put(mail(event).attempt(event.attempt(), event.at()));
  }

  @EventHandler
  void on(HandedOver event) {
    store.put(mail(event).in(State.HANDED_OVER, event.at()));
  }

  @EventHandler
  void on(DispatchDeferred event) {
    store.put(mail(event).waiting(event.retryAt(), event.at()).reply(event.reply()));
  }

  @EventHandler
  void on(DispatchReleased event) {
    store.put(mail(event).in(State.WAITING, event.at()));
  }

  @EventHandler
  void on(DispatchFailed event) {
    store.put(mail(event).in(State.FAILED, event.at()).reply(event.reply()));
  }

  @EventHandler
  void on(DispatchUnknown event) {
    store.put(mail(event).in(State.UNKNOWN, event.at()));
  }

  @EventHandler
  void on(DispatchBounced event) {
    store.put(mail(event).in(State.BOUNCED, event.at()).reply(event.status()));
  }

  @EventHandler
  void on(SendAgainDecided event) {
    store.put(mail(event).waiting(event.at(), event.at()));
  }

  @EventHandler
  void on(DispatchLeft event) {
    store.put(mail(event).in(State.LEFT, event.at()));
  }

  @EventHandler
  void on(DispatchGathered event) {
    store.put(mail(event).in(State.GATHERED, event.at()));
  }

  @EventHandler
  void on(SentWithin event) {
    store.put(mail(event).in(State.HANDED_OVER, event.at()));
  }

  @EventHandler
  void on(ConsentWithdrawn event) {
    store.consent(event.person(), false);
  }

  @EventHandler
  void on(ConsentGiven event) {
    store.consent(event.person(), true);
  }

  @EventHandler
  void on(AddressSuppressed event) {
    store.suppress(new SuppressedRow(event.person(), event.why(), event.status(), event.at()));
  }

  @EventHandler
  void on(AddressReleased event) {
    store.release(event.person());
  }

  @ResetHandler
  void reset() {
    store.clear();
  }

  private MailRow mail(DispatchEvent event) {
    return store
        .find(event.dispatch())
        .orElseThrow(() -> new IllegalStateException("no mail " + event.dispatch()));
  }
}
