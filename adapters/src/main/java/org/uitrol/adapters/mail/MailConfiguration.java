package org.uitrol.adapters.mail;

import java.nio.file.Path;
import java.time.Period;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.uitrol.adapters.calendar.ItipInvitationWriter;
import org.uitrol.adapters.calendar.PublishedCalendarWriter;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.application.communication.port.MailComposer;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailTransport;
import org.uitrol.application.communication.port.MailWriter;
import org.uitrol.application.communication.port.SendingLimits;
import org.uitrol.application.session.port.CalendarWriter;
import org.uitrol.application.session.port.InvitationWriter;
import org.uitrol.domain.communication.SendingHours;

/** Mail by one's own server, or into the built-in mailbox when none is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  MailSettings.class,
  DkimSettings.class,
  SendingSettings.class,
  SmtpSettings.class,
  MailboxSettings.class
})
class MailConfiguration {

  @Bean
  MailIdentity mailIdentity(
      MailSettings settings, SmtpSettings server, ObjectProvider<MasterKey> master) {
    MailIdentity identity = settings.identity(server);
    return settings.plusAddressing()
        ? identity.returningTo(
            new SignedReturnPath(
                identity.bouncesTo(), master.getObject().derive("uitrol return paths 1")))
        : identity;
  }

  @Bean
  SendingLimits sendingLimits(SendingSettings settings, SmtpSettings server) {
    return settings.limits(server);
  }

  @Bean
  SendingHours sendingHours(SendingSettings settings) {
    return settings.sendingHours();
  }

  @Bean
  MailWriter mailWriter(MailSettings settings) {
    return new MarkdownMailWriter(settings.look());
  }

  @Bean
  MailComposer mailComposer(DkimSettings settings, MailIdentity sender) {
    MailComposer composer = new MimeMailComposer();
    return settings
        .signer(sender.from())
        .<MailComposer>map(signer -> new SigningMailComposer(composer, signer))
        .orElse(composer);
  }

  @Bean
  InvitationWriter invitationWriter() {
    return new ItipInvitationWriter();
  }

  @Bean
  CalendarWriter calendarWriter() {
    return new PublishedCalendarWriter();
  }

  @Bean
  @Conditional(WithoutMailServer.class)
  BuiltInMailbox builtInMailbox(MailboxSettings settings, @Value("${uitrol.data:data}") Path data) {
    return BuiltInMailbox.start(settings, data.resolve("mailbox"));
  }

  @Bean
  @Conditional(WithoutMailServer.class)
  MailboxCopies mailboxCopies(
      BuiltInMailbox mailbox, @Value("${uitrol.retention.mail-copies:P90D}") Period keep) {
    return new MailboxCopies(mailbox, keep);
  }

  @Bean
  MailTransport mailTransport(
      SmtpSettings settings, MailboxSettings mailbox, ObjectProvider<BuiltInMailbox> builtIn) {
    BuiltInMailbox own = builtIn.getIfAvailable();
    return new SmtpMailTransport(
        own == null ? settings : SmtpSettings.of(mailbox.address(), own.smtpPort()));
  }
}
