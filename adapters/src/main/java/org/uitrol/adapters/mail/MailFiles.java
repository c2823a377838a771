package org.uitrol.adapters.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mails on disk, one file each. A mail that was kept is on the disk, not only in its cache. Safe
 * for use by several threads of one process.
 */
final class MailFiles {

  private static final Session SESSION = Session.getInstance(new Properties());
  private static final Pattern NAME = Pattern.compile("(\\d{1,12})\\.eml");
  private static final Pattern ID = Pattern.compile("\\d{1,12}");
  private static final String DELIVERED_TO = "Delivered-To";

  private final Path directory;
  private final NavigableMap<Long, ReceivedMail> mails = new ConcurrentSkipListMap<>();

  /** The highest number of a mail that was removed since the start. */
  private long taken;

  /** Opens the directory, which is made when it isn't there, and reads what it holds. */
  MailFiles(Path directory) {
    this.directory = directory;
    try {
      Files.createDirectories(directory);
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          var name = NAME.matcher(file.getFileName().toString());
          if (name.matches()) {
            long number = Long.parseLong(name.group(1));
            mails.put(number, summary(number, parsed(Files.readAllBytes(file))));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a mail under the next number. */
  synchronized ReceivedMail keep(String recipient, byte[] message) {
    long number = Math.max(mails.isEmpty() ? 0 : mails.lastKey(), taken) + 1;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.length + 80);
    bytes.writeBytes(
        (DELIVERED_TO + ": " + recipient.replaceAll("[\\r\\n]", "") + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(message);
    write(file(number), bytes.toByteArray());
    ReceivedMail mail = summary(number, parsed(bytes.toByteArray()));
    mails.put(number, mail);
    return mail;
  }

  /**
   * @param address only mail to this one, or null for all
   * @param page from 0
   */
  ReceivedMail.Page list(@Nullable String address, int page, int size) {
    String wanted = address == null ? null : address.strip().toLowerCase(Locale.ROOT);
    List<ReceivedMail> found =
        mails.descendingMap().values().stream()
            .filter(mail -> wanted == null || mail.to().equals(wanted))
            .toList();
    return new ReceivedMail.Page(
        found.stream().skip((long) page * size).limit(size).toList(), found.size());
  }

  /** The addresses that have mail, in alphabetical order. */
  List<String> addresses() {
    return mails.values().stream().map(ReceivedMail::to).distinct().sorted().toList();
  }

  /** The mail as it was received, below one line that tells whom it was delivered to. */
  Optional<byte[]> raw(String id) {
    return find(id)
        .map(
            mail -> {
              try {
                return Files.readAllBytes(file(Long.parseLong(id)));
              } catch (NoSuchFileException removed) {
                return new byte[0];
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  Optional<ReceivedMail.Content> read(String id) {
    return find(id).flatMap(mail -> raw(id).map(bytes -> content(mail, parsed(bytes))));
  }

  /** The ids of the mails of which the file fits. */
  List<String> matching(BiPredicate<ReceivedMail, byte[]> wanted) {
    return mails.values().stream()
        .filter(mail -> wanted.test(mail, raw(mail.id()).orElse(new byte[0])))
        .map(ReceivedMail::id)
        .toList();
  }

  /** Removes a mail and its file; one that isn't there changes nothing. Its number isn't reused. */
  synchronized void remove(String id) {
    long number = Long.parseLong(id);
    try {
      if (!mails.isEmpty() && mails.lastKey() == number) {
        taken = Math.max(taken, number);
      }
      Files.deleteIfExists(file(number));
      mails.remove(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ReceivedMail> find(String id) {
    return ID.matcher(id).matches()
        ? Optional.ofNullable(mails.get(Long.parseLong(id)))
        : Optional.empty();
  }

  private Path file(long number) {
    return directory.resolve(String.format(Locale.ROOT, "%08d.eml", number));
  }

  private static void write(Path file, byte[] bytes) {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              partial,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MimeMessage parsed(byte[] bytes) {
    try {
      return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
    } catch (MessagingException e) {
      throw new IllegalStateException("a file in the mailbox is no mail", e);
    }
  }

  /** What a mail to somebody is, that is on no disk. */
  static ReceivedMail summary(String recipient, byte[] raw) {
    ReceivedMail mail = summary(0, parsed(raw));
    return new ReceivedMail(
        mail.id(),
        recipient.strip().toLowerCase(Locale.ROOT),
        mail.from(),
        mail.subject(),
        mail.date(),
        mail.invitation());
  }

  private static ReceivedMail summary(long number, MimeMessage message) {
    try {
      String to = message.getHeader(DELIVERED_TO, null);
      Date date = message.getSentDate();
      String subject = message.getSubject();
      Contents contents = new Contents();
      contents.collect(message);
      return new ReceivedMail(
          Long.toString(number),
          to == null ? "" : to.strip().toLowerCase(Locale.ROOT),
          from(message),
          subject == null ? "" : subject.replaceAll("\\s+", " "),
          date == null ? null : date.toInstant(),
          contents.method);
    } catch (MessagingException | IOException e) {
      return new ReceivedMail(Long.toString(number), "", "", "(unreadable)", null, null);
    }
  }

  private static String from(MimeMessage message) throws MessagingException {
    String header = message.getHeader("From", null);
    if (header == null) {
      return "";
    }
    InternetAddress[] addresses = InternetAddress.parseHeader(header, false);
    return addresses.length == 0 ? "" : addresses[0].toUnicodeString();
  }

  private static ReceivedMail.Content content(ReceivedMail mail, MimeMessage message) {
    Contents contents = new Contents();
    try {
      contents.collect(message);
    } catch (MessagingException | IOException e) {
      return new ReceivedMail.Content(mail, "(unreadable)", "", null, List.of());
    }
    return new ReceivedMail.Content(
        mail,
        contents.text,
        contents.htmlWithPictures(),
        contents.calendar,
        List.copyOf(contents.files));
  }

  private static final class Contents {

    private String text = "";
    private String html = "";
    private @Nullable String calendar;
    private @Nullable String method;
    private final List<String> files = new ArrayList<>();
    private final Map<String, String> pictures = new HashMap<>();

    /** The HTML with what goes along with the mail in place of its references (RFC 2392). */
    String htmlWithPictures() {
      String whole = html;
      for (Map.Entry<String, String> picture : pictures.entrySet()) {
        whole = whole.replace("cid:" + picture.getKey(), picture.getValue());
      }
      return whole;
    }

    void collect(Part part) throws MessagingException, IOException {
      String fileName = part.getFileName();
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          BodyPart each = parts.getBodyPart(i);
          collect(each);
        }
      } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
        files.add(fileName == null ? "" : fileName);
      } else if (part.isMimeType("image/*")
          && part instanceof MimePart image
          && image.getContentID() != null) {
        pictures.put(
            image.getContentID().replaceAll("[<>]", ""),
            "data:" + type(image) + ";base64," + base64(image));
      } else if (part.isMimeType("text/plain") && text.isEmpty()) {
        text = decoded(part);
      } else if (part.isMimeType("text/html") && html.isEmpty()) {
        html = decoded(part);
      } else if (part.isMimeType("text/calendar") && calendar == null) {
        calendar = decoded(part);
        method = method(part);
      } else {
        files.add(fileName == null ? part.getContentType() : fileName);
      }
    }

    private static String type(Part part) throws MessagingException {
      return new ContentType(part.getContentType()).getBaseType();
    }

    private static String base64(Part part) throws MessagingException, IOException {
      return Base64.getEncoder().encodeToString(part.getInputStream().readAllBytes());
    }

    private static String decoded(Part part) throws MessagingException, IOException {
      // The content of an unknown text type is a stream: always read the bytes.
      return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static @Nullable String method(Part part) throws MessagingException {
      try {
        String method = new ContentType(part.getContentType()).getParameter("method");
        return method == null ? null : method.toUpperCase(Locale.ROOT);
      } catch (ParseException e) {
        return null;
      }
    }
  }
}
