package org.uitrol.adapters.mail.inbound;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.inbound.Cause;
import org.uitrol.application.communication.inbound.Notice;
import org.uitrol.application.communication.inbound.ReadMail;
import org.uitrol.application.communication.port.MailReading;

/**
 * Reads what comes in, the structured before the written: delivery status (RFC 3464), feedback (RFC
 * 5965), notices of sending services, calendar objects (RFC 6047), then reports in words, then
 * automatic replies (RFC 3834).
 */
public final class MimeMailReading implements MailReading {

  private static final int MOST_ORIGINALS = 30;
  private static final int MOST_ADDRESSES = 30;
  private static final int LONGEST_SUBJECT = 500;
  private static final int LONGEST_CALENDAR = 200_000;

  private static final Pattern MESSAGE_ID =
      Pattern.compile("<([^<>\\s]{1,400})>|(\\S{3,400}@\\S{1,200})");

  private static final Pattern FROM_A_SERVER =
      Pattern.compile(
          "(?:mailer[-_.]?daemon|post(?:ma|a)?s?ter|poo?stmaster|mail[-_.]?daemon|mailerdaemon|bounces?|"
              + "mail[-_.]?delivery.{0,20}|no[-_.]?reply|devnull|double[-_.]bounce)(?:[-+].{0,100})?@.*");

  /** What reports say about themselves. */
  private static final Pattern FAILED =
      Pattern.compile(
          "undeliver|(?:not|n't|never|un(?:able|successful)).{0,80}(?:deliver|reach|sent|transmit)|"
              + "deliver[a-z]*.{0,60}(?:fail|delay|error|problem|abort|not possible|unsuccessful|been"
              + " delayed|status)|(?:mail|message).{0,60}(?:fail|return|reject|bounce|was blocked|"
              + "delayed)|fail(?:ed|ure)?.{0,40}(?:deliver|address|recipient)|returned? "
              + "(?:mail|message|to sender)|no valid recipients|permanent (?:fatal )?error|fatal"
              + " errors|non ?recapit|niet (?:worden )?(?:bezorg|afgelever)|onbestelbaar|"
              + "unzustellbar|nicht zugestellt|non remis|no se (?:ha )?(?:pudo|podido) entregar");

  private static final Pattern AWAY =
      Pattern.compile(
          "^(?:(?:re|fw|aw|antw?): ?)?(?:auto(?:matic)?(?:[- ]?(?:generated))?[- ]?(?:re(?:ply|sponse|sponder)"
              + "|antwoord)\\b|out of (?:the )?office|i am (?:away|out)|vacation\\b|on"
              + " vacation|away (?:from|until)|holiday (?:message|reply)|automati(?:sch|ch)"
              + "(?:e|es)?:? (?:antwoord|antwort|beantwoord)|automatisch antwoord|afwezig|"
              + "afwezigheid|niet aanwezig|ik ben (?:niet|afwezig)|abwesen|"
              + "automatische antwort|abwesenheitsnotiz|r.ponse automatique|absence|absent|"
              + "respuesta autom|risposta automatica|fuori sede).{0,400}");

  private static final Pattern REJECTED_GROUP = Pattern.compile(".{1,128}@googlegroups\\.com");

  @Override
  public ReadMail read(byte[] raw) {
    try {
      return understand(MimePart.of(raw));
    } catch (RuntimeException | StackOverflowError unforeseen) {
      // Whatever it is, a person can look at it; it must not hold up the others.
      return new ReadMail(ReadMail.Kind.OTHER, "", "", List.of(), List.of(), List.of(), null);
    }
  }

  @Override
  public String words(byte[] raw) {
    try {
      return OwnWords.of(text(MimePart.of(raw).leaves()));
    } catch (RuntimeException | StackOverflowError unforeseen) {
      return "";
    }
  }

  private static ReadMail understand(MimePart message) {
    List<MimePart> leaves = message.leaves();
    Set<String> ids = new LinkedHashSet<>();
    MimePart returned = leaves.stream().filter(MimePart::isReturnedMail).findFirst().orElse(null);
    Headers old =
        returned == null
            ? null
            : returned.enclosed() == null ? null : returned.enclosed().headers();
    if (old != null) {
      addIds(ids, old.first("message-id"));
    }
    ReportText said = ReportText.of(text(leaves));
    addIds(ids, said.returned().first("message-id"));
    for (String name :
        List.of("original-message-id", "x-original-message-id", "x-failed-message-id")) {
      addIds(ids, message.headers().first(name));
    }
    Optional<ServiceNotices.Found> service =
        leaves.stream()
            .filter(MimePart::isText)
            .findFirst()
            .flatMap(part -> ServiceNotices.in(part.text()));
    service.ifPresent(found -> found.originals().forEach(id -> addIds(ids, id)));
    String calendar = calendar(leaves);
    List<Notice> notices = new ArrayList<>();
    ReadMail.Kind kind = kind(message, leaves, said, old, service.orElse(null), calendar, notices);
    addIds(ids, message.headers().first("in-reply-to"));
    addIds(ids, message.headers().first("references"));
    return new ReadMail(
        kind,
        sender(message.headers()),
        subject(message.headers()),
        addressedTo(message.headers()),
        notices,
        ids.stream().limit(MOST_ORIGINALS).toList(),
        calendar);
  }

  private static ReadMail.Kind kind(
      MimePart message,
      List<MimePart> leaves,
      ReportText said,
      @Nullable Headers old,
      ServiceNotices.@Nullable Found service,
      @Nullable String calendar,
      List<Notice> notices) {
    Optional<Headers> feedback = feedback(message, leaves);
    if (feedback.isPresent()) {
      notices.addAll(Feedback.notices(feedback.get(), old));
      return ReadMail.Kind.COMPLAINT;
    }
    if (service != null) {
      notices.addAll(service.notices());
      return ReadMail.Kind.REPORT;
    }
    notices.addAll(structured(leaves, said, old));
    if (!notices.isEmpty()) {
      return ReadMail.Kind.REPORT;
    }
    if (calendar != null) {
      return ReadMail.Kind.CALENDAR;
    }
    notices.addAll(written(message, said, old));
    if (!notices.isEmpty()) {
      return ReadMail.Kind.REPORT;
    }
    if (isAutomatic(message)) {
      notices.add(
          new Notice(
              sender(message.headers()), "", Notice.Kind.AUTO_REPLY, Cause.AWAY, "", 0, true));
      return ReadMail.Kind.AUTO_REPLY;
    }
    return ReadMail.Kind.OTHER;
  }

  private static Optional<Headers> feedback(MimePart message, List<MimePart> leaves) {
    Optional<Headers> report =
        leaves.stream()
            .filter(leaf -> leaf.is("message/feedback-report"))
            .map(leaf -> Headers.of(leaf.text()))
            .findFirst();
    if (report.isPresent()) {
      return report;
    }
    boolean complaint =
        subject(message.headers())
                .toLowerCase(Locale.ROOT)
                .startsWith("complaint about message from")
            && leaves.stream().anyMatch(MimePart::isReturnedMail);
    return complaint ? Optional.of(new Headers(List.of())) : Optional.empty();
  }

  private static List<Notice> structured(
      List<MimePart> leaves, ReportText said, @Nullable Headers old) {
    if (said.said().contains("This is the MAILER-DAEMON, please DO NOT REPLY")) {
      // OpenSMTPD puts the server's words into its text alone; its fields only say "failed".
      return List.of();
    }
    List<Diagnosis> found = new ArrayList<>();
    for (MimePart leaf : leaves) {
      if (leaf.content().type().matches("message/(?:global-)?delivery-status")) {
        found.addAll(DeliveryFields.in(leaf.text(), said));
      }
    }
    if (found.isEmpty()) {
      String text = said.said();
      int fields = text.toLowerCase(Locale.ROOT).indexOf("final-recipient:");
      int block = fields < 0 ? -1 : text.lastIndexOf("\n\n", fields);
      if (fields >= 0) {
        found.addAll(DeliveryFields.in(text.substring(block < 0 ? 0 : block + 2), said));
      }
    }
    List<ReportText.Entry> named = said.entries();
    return found.stream()
        .map(one -> one.recipient().isEmpty() ? of(one, recipient(named, old)) : one)
        .map(Diagnosis::notice)
        .toList();
  }

  private static String recipient(List<ReportText.Entry> named, @Nullable Headers old) {
    return named.stream()
        .map(ReportText.Entry::recipient)
        .findFirst()
        .orElseGet(() -> old == null ? "" : Addresses.first(old.first("to")));
  }

  private static Diagnosis of(Diagnosis one, String recipient) {
    return new Diagnosis(
        recipient, one.sentTo(), one.action(), one.status(), one.type(), one.words(), one.around());
  }

  /** A report in words, by somebody who may well be a server. */
  private static List<Notice> written(MimePart message, ReportText said, @Nullable Headers old) {
    Headers headers = message.headers();
    List<String> failed =
        headers.all("x-failed-recipients").stream()
            .flatMap(value -> Addresses.all(value).stream())
            .toList();
    String text = said.said();
    String title = subject(headers);
    boolean server =
        FROM_A_SERVER.matcher(sender(headers)).matches()
            || headers.first("return-path").strip().equals("<>")
            || headers.first("from").toLowerCase(Locale.ROOT).contains("mailer-daemon");
    boolean report =
        message.content().parameter("report-type").equalsIgnoreCase("delivery-status")
            || !failed.isEmpty()
            || (server && saysFailed(title + "\n" + text));
    if (!report || AWAY.matcher(Phrases.plain(title)).matches()) {
      return List.of();
    }
    String reader = Addresses.first(headers.first("to"));
    List<ReportText.Entry> entries =
        said.entries().stream()
            .filter(
                entry ->
                    !entry.recipient().equalsIgnoreCase(reader)
                        || contains(failed, reader)
                        || failed.isEmpty())
            .filter(entry -> !entry.recipient().equalsIgnoreCase(sender(headers)))
            .toList();
    List<ReportText.Entry> others =
        entries.stream().filter(entry -> !entry.recipient().equalsIgnoreCase(reader)).toList();
    if (!others.isEmpty()) {
      entries = others;
    }
    if (entries.isEmpty()) {
      List<String> named = failed.isEmpty() ? returnedTo(said, old) : failed;
      entries = named.stream().map(one -> new ReportText.Entry(one, text)).toList();
    }
    List<String> recipients = entries.stream().map(ReportText.Entry::recipient).toList();
    return entries.stream()
        .map(entry -> diagnosis(entry, said, recipients, title))
        .map(Diagnosis::notice)
        .map(MimeMailReading::ofGroup)
        .toList();
  }

  private static List<String> returnedTo(ReportText said, @Nullable Headers old) {
    List<String> to = Addresses.all(said.returned().first("to"));
    return !to.isEmpty() || old == null ? to : Addresses.all(old.first("to"));
  }

  private static Diagnosis diagnosis(
      ReportText.Entry entry, ReportText said, List<String> recipients, String title) {
    String around =
        recipients.size() == 1
            ? title + "\n" + said.said()
            : said.around(entry.recipient(), recipients);
    return new Diagnosis(entry.recipient(), "", "", "", "", entry.words(), around);
  }

  /** A group that nobody may write to says so in the sender's language, without a code. */
  private static Notice ofGroup(Notice notice) {
    boolean group =
        notice.cause() != Cause.REJECTED
            && notice.replyCode() == 0
            && REJECTED_GROUP.matcher(notice.recipient().toLowerCase(Locale.ROOT)).matches();
    return group
        ? new Notice(
            notice.recipient(),
            notice.sentTo(),
            Notice.Kind.SOFT,
            Cause.REJECTED,
            Cause.REJECTED.status(false),
            0,
            true)
        : notice;
  }

  private static boolean contains(List<String> addresses, String address) {
    return addresses.stream().anyMatch(address::equalsIgnoreCase);
  }

  private static boolean saysFailed(String text) {
    return FAILED.matcher(Phrases.plain(text)).find();
  }

  private static boolean isAutomatic(MimePart message) {
    Headers headers = message.headers();
    String submitted = headers.first("auto-submitted").toLowerCase(Locale.ROOT);
    return (!submitted.isEmpty() && !submitted.startsWith("no"))
        || headers.has("x-autoreply")
        || headers.has("x-autorespond")
        || headers.has("x-auto-reply-from")
        || headers.first("x-autogenerated").toLowerCase(Locale.ROOT).contains("reply")
        || headers.first("precedence").toLowerCase(Locale.ROOT).contains("auto_reply")
        || message.content().parameter("report-type").equals("disposition-notification")
        || AWAY.matcher(Phrases.plain(subject(headers))).matches();
  }

  private static @Nullable String calendar(List<MimePart> leaves) {
    return leaves.stream()
        .filter(
            leaf ->
                leaf.is("text/calendar")
                    || leaf.is("application/ics")
                    || leaf.is("text/x-vcalendar"))
        .map(MimePart::text)
        .filter(text -> text.contains("BEGIN:VCALENDAR") && text.length() <= LONGEST_CALENDAR)
        .findFirst()
        .orElse(null);
  }

  private static String text(List<MimePart> leaves) {
    Optional<MimePart> first =
        leaves.stream()
            .filter(leaf -> leaf.is("text/plain") && !leaf.text().isBlank())
            .findFirst()
            .or(() -> leaves.stream().filter(MimePart::isText).findFirst());
    return first
        .map(part -> part.is("text/html") ? Html.text(part.text()) : part.text())
        .orElse("");
  }

  private static void addIds(Set<String> ids, String value) {
    String some = value.length() <= 8_000 ? value : value.substring(0, 8_000);
    Matcher matcher = MESSAGE_ID.matcher(some);
    while (matcher.find() && ids.size() < MOST_ORIGINALS) {
      ids.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
  }

  private static String sender(Headers headers) {
    String from = headers.first("from");
    int bracket = from.lastIndexOf('<');
    String address = Addresses.first(bracket < 0 ? from : from.substring(bracket));
    return address.toLowerCase(Locale.ROOT);
  }

  /** In the order of trust: a server that delivers knows better than whoever wrote it. */
  private static List<String> addressedTo(Headers headers) {
    return Stream.of("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to")
        .flatMap(name -> headers.all(name).stream())
        .flatMap(value -> Addresses.all(value).stream())
        .distinct()
        .limit(MOST_ADDRESSES)
        .toList();
  }

  private static String subject(Headers headers) {
    String raw = headers.first("subject");
    String decoded;
    try {
      decoded = MimeUtility.decodeText(raw);
    } catch (UnsupportedEncodingException | RuntimeException unknown) {
      decoded = raw;
    }
    String line = decoded.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT);
  }
}
