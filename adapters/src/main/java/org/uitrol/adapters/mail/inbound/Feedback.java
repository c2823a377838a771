package org.uitrol.adapters.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.inbound.Cause;
import org.uitrol.application.communication.inbound.Notice;

/** Reports of unwanted mail (RFC 5965). */
final class Feedback {

  /** Reports of what isn't anybody's wish: RFC 6591, RFC 6430, and the register of RFC 5965. */
  private static final Set<String> NOT_A_WISH = Set.of("auth-failure", "not-spam", "virus");

  private Feedback() {}

  /** One notice for each recipient that the report or the mail in it names; one at the least. */
  static List<Notice> notices(Headers report, @Nullable Headers returned) {
    List<String> recipients = new ArrayList<>();
    report.all("original-rcpt-to").forEach(value -> recipients.addAll(Addresses.all(value)));
    if (recipients.isEmpty()) {
      report.all("removal-recipient").forEach(value -> recipients.addAll(Addresses.all(value)));
    }
    if (recipients.isEmpty() && returned != null) {
      recipients.addAll(Addresses.all(returned.first("x-hmxmroriginalrecipient")));
    }
    if (recipients.isEmpty() && returned != null) {
      recipients.addAll(Addresses.all(returned.first("to")));
    }
    String type = report.first("feedback-type").toLowerCase(Locale.ROOT);
    Cause cause = NOT_A_WISH.contains(type) ? Cause.OTHER_FEEDBACK : Cause.COMPLAINT;
    return (recipients.isEmpty() ? List.of("") : recipients)
        .stream()
            .distinct()
            .map(one -> new Notice(one, "", Notice.Kind.COMPLAINT, cause, "", 0, true))
            .toList();
  }
}
