package org.uitrol.adapters.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Properties;

/** Everything that a mail says anywhere, to be searched. Never throws. */
public final class MailSearch {

  private static final Session SESSION = Session.getInstance(new Properties());
  private static final int DEEPEST = 20;

  private MailSearch() {}

  /** The mail as it is, and what its headers and parts say once they are decoded. */
  public static String text(byte[] raw) {
    StringBuilder text = new StringBuilder(new String(raw, StandardCharsets.UTF_8));
    try {
      collect(new MimeMessage(SESSION, new ByteArrayInputStream(raw)), text, 0);
    } catch (MessagingException | IOException | RuntimeException e) {
      // What could be read so far is searched.
      text.append('\n');
    }
    return text.toString();
  }

  private static void collect(Part part, StringBuilder text, int depth)
      throws MessagingException, IOException {
    if (depth > DEEPEST) {
      return;
    }
    for (Enumeration<Header> all = part.getAllHeaders(); all.hasMoreElements(); ) {
      text.append('\n').append(MimeUtility.decodeText(unfolded(all.nextElement().getValue())));
    }
    if (part.isMimeType("text/*")) {
      String said = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      // A line of a calendar goes on after a break and a space (RFC 5545, section 3.1).
      text.append('\n').append(part.isMimeType("text/calendar") ? unfolded(said) : said);
      return;
    }
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart each = parts.getBodyPart(i);
        collect(each, text, depth + 1);
      }
    } else if (content instanceof Part enclosed) {
      collect(enclosed, text, depth + 1);
    } else if (part.isMimeType("message/*")) {
      text.append('\n')
          .append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } else if (part.getFileName() != null) {
      String said = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      text.append('\n').append(unfolded(said));
    }
  }

  private static String unfolded(String folded) {
    return folded.replaceAll("\r?\n[ \t]", "");
  }
}
