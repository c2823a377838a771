package org.uitrol.adapters.mail;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;

/**
 * In whose name Uitrol sends mail.
 *
 * @param organisation as it stands above and below each mail
 * @param from the address of the sender; has to be set when a mail server is
 * @param fromName what the sender is called; null for the organisation
 * @param replyTo where answers go; null for the sender
 * @param bouncesTo where servers report what they couldn't deliver; null for the sender
 * @param plusAddressing whether the mailbox for reports also takes mail to its address with a plus
 *     and more before the {@code @}; each mail then has a return path of its own
 * @param color of buttons and links, such as {@code #1d5a7a}; null for Uitrol's own
 * @param logo a PNG or JPEG of at most 100 KB that stands above each mail; null for none
 */
@ConfigurationProperties("uitrol.mail")
public record MailSettings(
    @DefaultValue("Uitrol") String organisation,
    @Nullable String from,
    @Nullable String fromName,
    @Nullable String replyTo,
    @Nullable String bouncesTo,
    @DefaultValue("false") boolean plusAddressing,
    @Nullable String color,
    @Nullable Path logo) {

  private static final String FROM_OF_BUILT_IN_MAILBOX = "uitrol@uitrol.example";

  /**
   * @throws IllegalStateException if there is a mail server and no sender, or an address is no
   *     address; names the setting
   */
  MailIdentity identity(SmtpSettings server) {
    String sender = given(from);
    if (sender == null && server.hasServer()) {
      throw new IllegalStateException(
          "uitrol.mail.from has to be set when spring.mail.host is: mail needs a sender");
    }
    String ownName = given(fromName);
    String name = ownName == null ? organisation : ownName;
    MailAddress identity =
        address("from", name, sender == null ? FROM_OF_BUILT_IN_MAILBOX : sender);
    String answers = given(replyTo);
    String bounces = given(bouncesTo);
    return new MailIdentity(
        identity,
        answers == null ? null : address("reply-to", name, answers),
        bounces == null ? identity : address("bounces-to", null, bounces));
  }

  /**
   * @throws IllegalStateException if the colour is none or the logo can't be used; names the
   *     setting
   */
  MailLook look() {
    String own = given(color);
    try {
      return new MailLook(
          organisation,
          own == null ? MailLook.PLAIN_COLOR : Color.of(own),
          logo == null ? null : MailLogo.read(logo));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("uitrol.mail.color: " + e.getMessage(), e);
    }
  }

  private static MailAddress address(String setting, @Nullable String name, String address) {
    try {
      return new MailAddress(name, address);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("uitrol.mail." + setting + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
