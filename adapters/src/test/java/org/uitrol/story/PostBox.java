package org.uitrol.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** One person's mail, as a mail program reads it by IMAP. */
final class PostBox {

  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/[^\\s>)]+)");

  /** All of each mail at once: asking for each part costs a round trip each time. */
  private static final FetchProfile WHOLE = new FetchProfile();

  static {
    WHOLE.add(IMAPFolder.FetchProfileItem.MESSAGE);
  }

  private final int port;
  private final String address;

  PostBox(int port, String address) {
    this.port = port;
    this.address = address;
  }

  /**
   * A mail.
   *
   * @param text its plain text
   * @param calendar the calendar object in it, or empty
   */
  record Mail(String subject, String text, String calendar) {

    /** Where the first link to that kind of page leads, without the server's address. */
    String link(String start) {
      Matcher found = LINK.matcher(text);
      while (found.find()) {
        if (found.group(1).startsWith(start)) {
          return found.group(1);
        }
      }
      throw new AssertionError("no link to " + start + " in:\n" + text);
    }

    String method() {
      return parsed().<Property>getProperty("METHOD").orElseThrow().getValue();
    }

    /** A property of the meeting. */
    String event(String property) {
      return parsed()
          .<VEvent>getComponent("VEVENT")
          .orElseThrow()
          .<Property>getProperty(property)
          .orElseThrow()
          .getValue();
    }

    boolean hasZone() {
      return parsed().getComponent("VTIMEZONE").isPresent();
    }

    private Calendar parsed() {
      try {
        return new CalendarBuilder().build(new StringReader(calendar));
      } catch (IOException | ParserException e) {
        throw new AssertionError("no calendar program would read this:\n" + calendar, e);
      }
    }
  }

  /** All mails, the oldest first. */
  List<Mail> all() {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("localhost", port, address, "anything");
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      List<Mail> mails = new ArrayList<>();
      Message[] messages = inbox.getMessages();
      inbox.fetch(messages, WHOLE);
      for (Message message : messages) {
        mails.add(
            new Mail(
                message.getSubject(), text(message, "text/plain"), text(message, "text/calendar")));
      }
      return mails;
    } catch (MessagingException | IOException e) {
      throw new AssertionError("the mail of " + address + " can't be read", e);
    }
  }

  /** The newest mail of that kind. */
  Mail newest(Predicate<Mail> kind) {
    List<Mail> found = all().stream().filter(kind).toList();
    assertThat(found).as("mail to " + address + " among %s", subjects()).isNotEmpty();
    return found.get(found.size() - 1);
  }

  /** The newest mail whose subject holds those words. */
  Mail about(String words) {
    return newest(mail -> mail.subject().contains(words));
  }

  List<String> subjects() {
    return all().stream().map(Mail::subject).toList();
  }

  private static String text(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String text = text(parts.getBodyPart(i), type);
        if (!text.isEmpty()) {
          return text;
        }
      }
    }
    return "";
  }
}
