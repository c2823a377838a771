package org.uitrol.application.communication.port;

import org.jspecify.annotations.Nullable;

/**
 * In whose name mail goes out.
 *
 * @param from whom readers see as sender; also the organizer of invitations
 * @param replyTo whom answers go to, or null for the sender
 * @param bouncesTo the envelope's sender, whom servers tell what they couldn't deliver
 */
public record MailIdentity(
    MailAddress from, @Nullable MailAddress replyTo, MailAddress bouncesTo) {}
