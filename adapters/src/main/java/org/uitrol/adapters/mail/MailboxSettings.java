package org.uitrol.adapters.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The built-in mailbox, there when no mail server is set.
 *
 * @param address where it listens; anybody who can reach it can read all mail in it
 * @param smtpPort 0 for any free one
 * @param imapPort 0 for any free one
 */
@ConfigurationProperties("uitrol.mailbox")
public record MailboxSettings(
    @DefaultValue("127.0.0.1") String address,
    @DefaultValue("3025") int smtpPort,
    @DefaultValue("3143") int imapPort) {}
