package org.uitrol.application.communication.port;

import org.jspecify.annotations.Nullable;

/**
 * In whose name mail goes out.
 *
 * @param from whom readers see as sender; also the organizer of invitations
 * @param replyTo whom answers go to, or null for the sender
 * @param returnPath the envelope's sender, whom servers tell what they couldn't deliver
 */
public record MailIdentity(MailAddress from, @Nullable MailAddress replyTo, ReturnPath returnPath) {

  /** With one address for all reports. */
  public MailIdentity(MailAddress from, @Nullable MailAddress replyTo, MailAddress bouncesTo) {
    this(from, replyTo, ReturnPath.shared(bouncesTo));
  }

  /** Where reports go that are about no mail in particular. */
  public MailAddress bouncesTo() {
    return returnPath.address();
  }

  /** The same, with other addresses for reports. */
  public MailIdentity returningTo(ReturnPath other) {
    return new MailIdentity(from, replyTo, other);
  }
}
