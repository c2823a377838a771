package org.uitrol.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's SpamAssassin with the rules of its package, without the network and without anything
 * that it has learned. Where it is missing, the tests of the class are skipped; with {@code
 * UITROL_CI=true} that is an error. Register it as a static field.
 */
public final class SpamAssassin implements BeforeAllCallback {

  private static final Path PROGRAM = Path.of("/usr/bin/spamassassin");
  private static final String HEADER = "X-Spam-Uitrol: ";

  /** As a receiving server would put it above a mail; rules compare its date with the mail's. */
  private static final String RECEIVED =
      """
      Received: from mail.veldbeek.example (mail.veldbeek.example [IPv6:2001:db8::25])
      \tby mx.example.org (Postfix) with ESMTPS id 4F2A1B3C
      \tfor <reader@example.org>; %s
      """;

  private static final Pattern DATE = Pattern.compile("(?m)^Date: (.*)$");

  private SpamAssassin() {}

  public static SpamAssassin installed() {
    return new SpamAssassin();
  }

  /**
   * What it thinks of a mail.
   *
   * @param score the more, the likelier unwanted
   * @param rules the points of each rule that applies
   */
  public record Verdict(double score, Map<String, Double> rules) {}

  @Override
  public void beforeAll(ExtensionContext test) {
    if (!Files.isExecutable(PROGRAM)) {
      String missing = "nothing rates mails here; install spamassassin";
      if ("true".equals(System.getenv("UITROL_CI"))) {
        throw new IllegalStateException(missing);
      }
      Assumptions.abort(missing);
    }
  }

  /**
   * Rates mails in one run, since it takes seconds to begin.
   *
   * @param home for its files; nobody else's are read
   */
  public List<Verdict> rate(List<byte[]> mails, Path home) {
    try {
      Path mbox = home.resolve("mbox");
      Files.writeString(mbox, mbox(mails), StandardCharsets.ISO_8859_1);
      ProcessBuilder command =
          new ProcessBuilder(
              PROGRAM.toString(),
              "--local",
              "--nocreate-prefs",
              "--configpath=/usr/share/spamassassin",
              "--cf=use_bayes 0",
              "--cf=report_safe 0",
              "--cf=fold_headers 0",
              "--cf=add_header all Uitrol _SCORE_ _TESTSSCORES(,)_",
              "--mbox",
              mbox.toString());
      command.environment().put("HOME", home.toString());
      Path errors = home.resolve("errors");
      Process process = command.redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String rated =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("no end of " + command.command());
      }
      return verdicts(rated, mails.size(), Files.readString(errors));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String mbox(List<byte[]> mails) {
    StringBuilder mbox = new StringBuilder();
    for (int number = 0; number < mails.size(); number++) {
      String mail =
          new String(mails.get(number), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
      Matcher date = DATE.matcher(mail);
      mbox.append("From uitrol Mon Oct  4 07:00:03 2027\n")
          .append("X-Number: ")
          .append(number)
          .append('\n')
          .append(date.find() ? RECEIVED.formatted(date.group(1)) : "")
          .append(mail.replaceAll("(?m)^From ", ">From "))
          .append('\n');
    }
    return mbox.toString();
  }

  /** They come in any order. */
  private static List<Verdict> verdicts(String rated, int mails, String errors) {
    Map<Integer, Verdict> verdicts = new TreeMap<>();
    Verdict last = null;
    for (String line : rated.split("\n", -1)) {
      if (line.startsWith(HEADER)) {
        last = verdict(line.substring(HEADER.length()));
      } else if (line.startsWith("X-Number: ") && last != null) {
        verdicts.put(Integer.parseInt(line.substring("X-Number: ".length())), last);
        last = null;
      }
    }
    if (verdicts.size() != mails) {
      throw new AssertionError(
          "of " + mails + " mails " + verdicts.size() + " were rated:\n" + errors);
    }
    return List.copyOf(verdicts.values());
  }

  private static Verdict verdict(String line) {
    List<String> parts = new ArrayList<>(List.of(line.strip().split("[ ,]")));
    double score = Double.parseDouble(parts.remove(0));
    Map<String, Double> rules = new TreeMap<>();
    for (String part : parts) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        rules.put(part.substring(0, equals), Double.valueOf(part.substring(equals + 1)));
      }
    }
    return new Verdict(score, rules);
  }
}
