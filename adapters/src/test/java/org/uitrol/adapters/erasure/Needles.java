package org.uitrol.adapters.erasure;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.mail.MailSearch;
import org.uitrol.support.RunningApplication;

/** Looks for words everywhere: in each column of each table, in files, mailboxes and the log. */
final class Needles {

  private final RunningApplication uitrol;
  private final Path data;
  private final List<String> words;
  private final Log log = new Log();

  /** Shows what is logged, and keeps it. */
  private static final class Log extends OutputStream {

    private final PrintStream shown = System.out;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int one) {
      shown.write(one);
      kept.write(one);
    }

    @Override
    public synchronized void write(byte[] some, int from, int length) {
      shown.write(some, from, length);
      kept.write(some, from, length);
    }

    synchronized List<String> lines() {
      return kept.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  Needles(RunningApplication uitrol, Path data, String... words) {
    this.uitrol = uitrol;
    this.data = data;
    this.words = Stream.of(words).map(word -> word.toLowerCase(Locale.ROOT)).toList();
    // The console's appender looks for the stream each time it writes.
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  boolean areIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }

  /** Columns of tables in which they are, in any form in which a program could have put them. */
  Set<String> inTables() {
    Set<String> found = new TreeSet<>();
    for (String column : columns()) {
      String table = column.substring(0, column.indexOf('.'));
      String name = column.substring(column.indexOf('.') + 1);
      uitrol
          .jdbc()
          .sql(
              "select \"%1$s\"::text, to_jsonb(\"%1$s\")::text, %2$s from \"%3$s\""
                  .formatted(name, isBytes(column) ? '"' + name + '"' : "null::bytea", table))
          .query(
              row -> {
                String text = row.getString(1) + " " + row.getString(2);
                byte[] bytes = row.getBytes(3);
                if (areIn(text) || (bytes != null && areIn(bytes))) {
                  found.add(column);
                }
              });
    }
    return found;
  }

  /** How many columns are looked at. */
  List<String> columns() {
    return uitrol
        .jdbc()
        .sql(
            "select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 'public' order by 1")
        .query(String.class)
        .list();
  }

  private boolean isBytes(String column) {
    return uitrol
        .jdbc()
        .sql(
            "select data_type = 'bytea' from information_schema.columns"
                + " where table_schema = 'public' and table_name || '.' || column_name = :column")
        .param("column", column)
        .query(Boolean.class)
        .single();
  }

  private boolean areIn(byte[] bytes) {
    if (areIn(MailSearch.text(bytes)) || areIn(new String(bytes, StandardCharsets.UTF_16))) {
      return true;
    }
    return areIn(unpacked(bytes, true)) || areIn(unpacked(bytes, false));
  }

  private static String unpacked(byte[] bytes, boolean zipped) {
    try (var in =
        zipped
            ? new GZIPInputStream(new ByteArrayInputStream(bytes))
            : new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Files of the application in which they are, by their names. */
  Set<String> inFiles() {
    Set<String> found = new TreeSet<>();
    for (Path place : List.of(data, Path.of(System.getProperty("java.io.tmpdir")))) {
      try (Stream<Path> all = Files.walk(place)) {
        all.filter(Files::isRegularFile)
            .filter(file -> place.equals(data) || isOurs(file))
            .filter(file -> areIn(read(file)))
            .forEach(file -> found.add(place.relativize(file).toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (UncheckedIOException gone) {
        // A file that went away meanwhile holds nothing any more.
      }
    }
    return found;
  }

  private static boolean isOurs(Path file) {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    return name.startsWith("uitrol") || file.toString().contains("tomcat");
  }

  private static byte[] read(Path file) {
    try {
      return Files.size(file) > 20_000_000 ? new byte[0] : Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** How many mails a mail program sees in which they are. */
  int inMailboxOf(String address) {
    Properties properties = new Properties();
    properties.setProperty("mail.imap.connectiontimeout", "10000");
    properties.setProperty("mail.imap.timeout", "10000");
    int found = 0;
    try (Store store = Session.getInstance(properties).getStore("imap")) {
      store.connect("127.0.0.1", uitrol.bean(BuiltInMailbox.class).imapPort(), address, "any");
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        for (Message message : inbox.getMessages()) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          message.writeTo(bytes);
          found += areIn(bytes.toByteArray()) ? 1 : 0;
        }
      }
      return found;
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lines of the log in which they are. */
  List<String> inLog() {
    return log.lines().stream().filter(this::areIn).toList();
  }

  /** How many lines were looked at. */
  int loggedLines() {
    return log.lines().size();
  }
}
