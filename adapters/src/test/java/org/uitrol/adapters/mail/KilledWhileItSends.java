package org.uitrol.adapters.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.mail.SendingNode.Setup;
import org.uitrol.application.communication.port.SendingLimits;
import org.uitrol.domain.communication.Dispatch;
import org.uitrol.domain.shared.DispatchId;
import org.uitrol.support.TestDatabases;

/**
 * A server with the real dispatcher sends 2,000 mails and is killed by {@code SIGKILL} again and
 * again, before or after any answer of the mail server or in between. {@code -Dkills=200} kills it
 * more often than usual.
 */
@Timeout(900)
class KilledWhileItSends {

  private static final int KILLS = Integer.getInteger("kills", 10);
  private static final int MAILS = 2_000;

  /** Of each life about so many answers are seen: two for each of the steps of a mail. */
  private static final int ANSWERS_OF_A_MAIL = 10;

  private static final int SENDERS = 2;
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(20);

  private final Random random = new Random(20270111);

  @TempDir private Path folder = Path.of("");

  @Test
  void sends_no_mail_twice_and_loses_none() throws Exception {
    String url = TestDatabases.fresh();
    Duration ahead = Duration.between(Instant.now(), Instant.parse("2027-01-11T09:00:00Z"));
    Clock clock = Clock.offset(Clock.systemUTC(), ahead);
    try (MailSink sink = new MailSink();
        SmtpMailTransport transport =
            new SmtpMailTransport(SmtpSettings.of("127.0.0.1", sink.port()));
        SendingNode last =
            new SendingNode(new Setup(url, "killed", clock, transport, SendingLimits.none()))) {
      List<DispatchId> mails = last.withCampaign().ask("mail", MAILS, "example.org");
      List<Integer> takenInALife = new ArrayList<>();
      for (int life = 0; life < KILLS; life++) {
        int before = sink.taken().size();
        liveAndDie(url, sink, ahead);
        takenInALife.add(sink.taken().size() - before);
      }
      await()
          .atMost(Duration.ofMinutes(3))
          .until(
              () -> {
                last.dispatcher.markAbandoned();
                last.sendAll();
                return last.outbox.isIdle(last.desk.now());
              });

      Map<Dispatch.State, Integer> states = new EnumMap<>(Dispatch.State.class);
      for (DispatchId mail : mails) {
        Dispatch.State state = last.state(mail);
        states.merge(state, 1, Integer::sum);
        assertThat(state).isIn(Dispatch.State.HANDED_OVER, Dispatch.State.UNKNOWN);
        if (state == Dispatch.State.HANDED_OVER) {
          assertThat(sink.taken()).contains("<" + mail + "@gemeente.example>");
        }
      }
      System.out.printf(
          "%d kills, %d mails: taken %d, %s; taken in a life: %s%n",
          KILLS, MAILS, sink.taken().size(), states, takenInALife);
      assertThat(sink.taken()).doesNotHaveDuplicates();
      assertThat(states.getOrDefault(Dispatch.State.UNKNOWN, 0))
          .isLessThanOrEqualTo(SENDERS * KILLS);
      assertThat(takenInALife.stream().filter(taken -> taken > 0).count())
          .as("lives in which something was sent")
          .isGreaterThan(KILLS / 2);
    }
  }

  private void liveAndDie(String url, MailSink sink, Duration ahead) throws Exception {
    Process child = start(url, sink.port(), ahead);
    AtomicInteger left =
        new AtomicInteger(1 + random.nextInt(3 * ANSWERS_OF_A_MAIL * MAILS / (2 * KILLS)));
    long later = random.nextInt(4) == 0 ? 0 : random.nextInt(3_000_000);
    sink.onStep(
        () -> {
          if (left.decrementAndGet() == 0) {
            LockSupport.parkNanos(later);
            child.destroyForcibly();
          }
        });
    if (!child.waitFor(LONGEST_LIFE.toMillis(), TimeUnit.MILLISECONDS)) {
      child.destroyForcibly().waitFor();
    }
    sink.onStep(() -> {});
  }

  private Process start(String url, int port, Duration ahead) throws IOException {
    return new ProcessBuilder(
            Arrays.asList(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                SendingNode.class.getName(),
                url,
                "" + port,
                "" + ahead.toMillis()))
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(folder.resolve("told.txt").toFile()))
        .start();
  }
}
