package org.uitrol.adapters.mail.inbound;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.adapters.calendar.ItipReplyReading;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.mail.MailboxSettings;
import org.uitrol.application.communication.inbound.InboundMails;
import org.uitrol.application.communication.port.InboundStore;
import org.uitrol.application.communication.port.MailAddress;
import org.uitrol.application.communication.port.MailIdentity;
import org.uitrol.application.communication.port.MailReading;
import org.uitrol.application.communication.port.ReplyReading;
import org.uitrol.application.hold.port.HoldState;

/** Mail that comes in, from one's own IMAP server or from the built-in mailbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InboundSettings.class)
class InboundConfiguration {

  @Bean
  MailReading mailReading() {
    return new MimeMailReading();
  }

  @Bean
  ReplyReading replyReading() {
    return new ItipReplyReading();
  }

  @Bean
  InboundReader inboundReader(
      InboundSettings settings,
      MailboxSettings mailbox,
      ObjectProvider<BuiltInMailbox> builtIn,
      MailIdentity identity,
      InboundMails mails,
      InboundStore store,
      SslBundles bundles,
      HoldState hold) {
    return new InboundReader(
        () -> mailboxes(settings, mailbox, builtIn, identity),
        one -> ImapMailbox.open(one, sockets(one, bundles)),
        mails,
        store,
        Clock.systemUTC()::instant,
        InboundReader.FIRST_PAUSE,
        hold);
  }

  private static @Nullable SSLSocketFactory sockets(InboundSettings settings, SslBundles bundles) {
    String bundle = settings.sslBundle();
    return bundle == null || bundle.isBlank()
        ? null
        : bundles.getBundle(bundle).createSslContext().getSocketFactory();
  }

  private static List<InboundSettings> mailboxes(
      InboundSettings settings,
      MailboxSettings mailbox,
      ObjectProvider<BuiltInMailbox> builtIn,
      MailIdentity identity) {
    if (settings.hasServer()) {
      return List.of(settings);
    }
    BuiltInMailbox own = builtIn.getIfAvailable();
    if (own == null) {
      return List.of();
    }
    return addresses(identity).stream()
        .map(address -> settings.builtIn(mailbox.address(), own.imapPort(), address))
        .toList();
  }

  /** Where answers and reports about our mail go. */
  private static Set<String> addresses(MailIdentity identity) {
    Set<String> addresses = new LinkedHashSet<>();
    addresses.add(identity.from().address().toLowerCase(Locale.ROOT));
    MailAddress replyTo = identity.replyTo();
    if (replyTo != null) {
      addresses.add(replyTo.address().toLowerCase(Locale.ROOT));
    }
    addresses.add(identity.bouncesTo().address().toLowerCase(Locale.ROOT));
    return addresses;
  }
}
