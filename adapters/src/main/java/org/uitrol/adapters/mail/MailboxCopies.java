package org.uitrol.adapters.mail;

import java.time.Instant;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import org.uitrol.application.erasure.Traces;
import org.uitrol.application.erasure.port.PersonalDataHolder;
import org.uitrol.application.retention.port.RetainedData;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.retention.RetainedKind;

/**
 * The copies of mails in the built-in mailbox: they go with their time, and with whom they name.
 */
final class MailboxCopies implements PersonalDataHolder, RetainedData {

  private final BuiltInMailbox mailbox;
  private final Period keep;

  MailboxCopies(BuiltInMailbox mailbox, Period keep) {
    this.mailbox = mailbox;
    this.keep = keep;
  }

  @Override
  public ErasureStep step() {
    return ErasureStep.MAIL;
  }

  @Override
  public Map<DataKind, Integer> held(Traces traces) {
    return Map.of(DataKind.MAIL_COPIES, traces.isEmpty() ? 0 : mailbox.count(of(traces)));
  }

  @Override
  public Map<DataKind, Integer> destroy(Traces traces, Instant at) {
    return Map.of(DataKind.MAIL_COPIES, traces.isEmpty() ? 0 : mailbox.remove(of(traces)));
  }

  @Override
  public RetainedKind kind() {
    return RetainedKind.MAIL_COPIES;
  }

  @Override
  public Period keep() {
    return keep;
  }

  /** A mail without a date stays: nobody knows how old it is, and it is about a demonstration. */
  @Override
  public Removal remove(Instant before, Instant at) {
    return Removal.of(
        mailbox.remove((mail, raw) -> mail.date() != null && mail.date().isBefore(before)));
  }

  private static BiPredicate<ReceivedMail, byte[]> of(Traces traces) {
    String address = traces.data().email().toLowerCase(Locale.ROOT);
    return (mail, raw) ->
        (!address.isEmpty() && mail.to().equals(address)) || traces.areIn(MailSearch.text(raw));
  }
}
