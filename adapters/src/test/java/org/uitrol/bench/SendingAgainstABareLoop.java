package org.uitrol.bench;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.uitrol.adapters.mail.MailSink;
import org.uitrol.adapters.mail.MimeMailComposer;
import org.uitrol.adapters.mail.PromptSockets;
import org.uitrol.adapters.mail.SendingNode;
import org.uitrol.adapters.mail.SendingNode.Setup;
import org.uitrol.adapters.mail.SmtpMailTransport;
import org.uitrol.adapters.mail.SmtpSettings;
import org.uitrol.application.communication.port.OutgoingMail;
import org.uitrol.application.communication.port.SendingLimits;
import org.uitrol.support.TestDatabases;

/**
 * Sends mails by the dispatcher, as the application does, and the very same mails by a loop of
 * Jakarta Mail that keeps no record of anything.
 */
class SendingAgainstABareLoop {

  private static final int MAILS = Integer.getInteger("mails", 5_000);
  private static final int WARM_UP = 1_000;
  private static final int SENDERS = 2;

  @Test
  void prints_both_rates_and_their_ratio() throws Exception {
    Clock clock =
        Clock.offset(
            Clock.systemUTC(),
            Duration.between(Instant.now(), Instant.parse("2027-01-11T09:00:00Z")));
    ConcurrentLinkedQueue<OutgoingMail> written = new ConcurrentLinkedQueue<>();
    MimeMailComposer composer = new MimeMailComposer();
    try (MailSink sink = new MailSink();
        SmtpMailTransport transport =
            new SmtpMailTransport(SmtpSettings.of("127.0.0.1", sink.port()));
        SendingNode node =
            new SendingNode(
                new Setup(TestDatabases.fresh(), "bench", clock, transport, SendingLimits.none()),
                mail -> {
                  written.add(mail);
                  return composer.compose(mail);
                })) {
      node.withCampaign();
      node.ask("warm", WARM_UP, "example.org");
      dispatch(node);
      bareLoop(sink.port(), List.copyOf(written), false);
      written.clear();
      System.out.printf("%n%,d mails to a server that throws them away%n", MAILS);
      for (int round = 1; round <= 3; round++) {
        node.ask("round" + round, MAILS, "example.org");
        int before = sink.taken().size();
        double ours = timed("dispatcher", () -> dispatch(node));
        assertThat(sink.taken()).hasSize(before + MAILS);
        List<OutgoingMail> same = List.copyOf(written);
        assertThat(same).hasSize(MAILS);
        written.clear();
        double bare = timed("one connection", () -> bareLoop(sink.port(), same, false));
        double naive =
            timed("one for each", () -> bareLoop(sink.port(), same.subList(0, MAILS / 5), true))
                * 5;
        System.out.printf(
            "dispatcher : loop on one connection = %.2f, : loop of Transport.send = %.2f%n",
            bare / ours, naive / ours);
      }
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double timed(String what, Work work) throws Exception {
    long began = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf("%-16s %6.2f s%n", what, seconds);
    return seconds;
  }

  private static void dispatch(SendingNode node) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int number = 0; number < SENDERS; number++) {
        all.add(threads.submit(node::sendAll));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    node.sendAll();
  }

  /**
   * @param connectEachTime as {@code Transport.send} does
   */
  private static void bareLoop(int port, List<OutgoingMail> mails, boolean connectEachTime)
      throws MessagingException, UnsupportedEncodingException {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", "" + port);
    properties.setProperty("mail.from", "uitrol@gemeente.example");
    // Without it, the loop would wait for the sink's acknowledgement with every mail.
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    Session session = Session.getInstance(properties);
    if (connectEachTime) {
      for (OutgoingMail mail : mails) {
        Transport.send(message(session, mail));
      }
      return;
    }
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      for (OutgoingMail mail : mails) {
        MimeMessage message = message(session, mail);
        message.saveChanges();
        transport.sendMessage(message, message.getAllRecipients());
      }
    }
  }

  private static MimeMessage message(Session session, OutgoingMail mail)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(mail.from().address(), mail.from().name(), "UTF-8"));
    message.setRecipient(
        MimeMessage.RecipientType.TO,
        new InternetAddress(mail.to().address(), mail.to().name(), "UTF-8"));
    message.setSubject(mail.content().subject(), "UTF-8");
    message.setSentDate(Date.from(mail.date()));
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.content().text(), "UTF-8", "plain");
    text.setHeader("Content-Transfer-Encoding", "quoted-printable");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.content().html(), "UTF-8", "html");
    html.setHeader("Content-Transfer-Encoding", "quoted-printable");
    message.setContent(new MimeMultipart("alternative", text, html));
    return message;
  }
}
