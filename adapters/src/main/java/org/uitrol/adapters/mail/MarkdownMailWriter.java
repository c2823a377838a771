package org.uitrol.adapters.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.application.communication.port.BuiltInMail;
import org.uitrol.application.communication.port.MailPart;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.MailWriter;
import org.uitrol.application.communication.port.TextProblem;
import org.uitrol.application.communication.port.WrittenMail;

/**
 * Writes mails from Markdown with Mustache, into one calm sheet of HTML and into plain text. All
 * built-in texts are read and checked when it is made, so that a broken one stops the start and not
 * a mail.
 */
public final class MarkdownMailWriter implements MailWriter {

  /** The languages that Uitrol itself can write, the fallback last. */
  public static final List<String> LANGUAGES = List.of("nl", "en");

  private static final Set<MailVariable> FOOTER =
      Set.of(
          MailVariable.ORGANISATION,
          MailVariable.TOOL,
          MailVariable.DEPARTMENT,
          MailVariable.PREFERENCES_LINK,
          MailVariable.UNSUBSCRIBE_LINK);

  private static final String FALLBACK = "en";
  private static final String SUBJECT = "Subject:";

  private final MailLook look;
  private final MailHtml htmlOfLook;
  private final MailSheet sheet;
  private final Map<BuiltInMail, Map<String, MailTemplate>> builtIn;
  private final Map<String, MailTemplate> footers;

  /** Writes in the colours of Uitrol itself. */
  public MarkdownMailWriter(String organisation) {
    this(MailLook.plain(organisation));
  }

  /**
   * Writes for an organisation.
   *
   * @throws IllegalStateException if a built-in text is missing or has problems
   */
  MarkdownMailWriter(MailLook look) {
    this.look = look;
    this.htmlOfLook = new MailHtml(look);
    this.sheet = new MailSheet(look, resource("sheet.mjml"));
    this.builtIn = new EnumMap<>(BuiltInMail.class);
    this.footers = new HashMap<>();
    for (String language : LANGUAGES) {
      for (BuiltInMail mail : BuiltInMail.values()) {
        builtIn
            .computeIfAbsent(mail, any -> new HashMap<>())
            .put(language, read(mail.key() + "." + language + ".md", mail.variables()));
      }
      footers.put(language, read("footer." + language + ".md", FOOTER));
    }
  }

  @Override
  public WrittenMail write(BuiltInMail mail, String language, Map<MailVariable, String> values) {
    String written = nearest(language);
    return write(template(mail, written), written, checked(mail, values));
  }

  private MailTemplate template(BuiltInMail mail, String language) {
    return Objects.requireNonNull(Objects.requireNonNull(builtIn.get(mail)).get(language));
  }

  private Map<MailVariable, String> checked(BuiltInMail mail, Map<MailVariable, String> values) {
    Map<MailVariable, String> given = signed(values);
    for (MailVariable needed : mail.needs()) {
      String value = given.get(needed);
      if (value == null || value.isBlank()) {
        throw new IllegalArgumentException(
            "the mail '" + mail.key() + "' needs a value for '" + needed.variableName() + "'");
      }
    }
    return given;
  }

  @Override
  public WrittenMail write(
      String subject, String body, String language, Map<MailVariable, String> values) {
    return write(MailTemplate.of(subject, body), language, signed(values));
  }

  @Override
  public WrittenMail together(
      List<MailPart> parts, String language, Map<MailVariable, String> values) {
    String around = nearest(language);
    MailTemplate template = template(BuiltInMail.DIGEST, around);
    Map<MailVariable, String> given = checked(BuiltInMail.DIGEST, values);
    List<MarkdownMail> pieces = new ArrayList<>(List.of(MarkdownMail.of(template.body(given))));
    for (MailPart part : parts) {
      MailTemplate own = MailTemplate.of(part.subject(), part.body());
      Map<MailVariable, String> mentioned = signed(part.values());
      pieces.add(MarkdownMail.heading(own.subject(mentioned)));
      pieces.add(MarkdownMail.of(own.body(mentioned)));
    }
    return mail(template.subject(given), pieces, around, given);
  }

  @Override
  public List<TextProblem> check(String subject, String body, Set<MailVariable> available) {
    return MailTemplate.check(subject, body, available);
  }

  private WrittenMail write(
      MailTemplate template, String language, Map<MailVariable, String> values) {
    List<MarkdownMail> body = List.of(MarkdownMail.of(template.body(values)));
    return mail(template.subject(values), body, language, values);
  }

  private WrittenMail mail(
      String subject,
      List<MarkdownMail> pieces,
      String language,
      Map<MailVariable, String> values) {
    MailTemplate footerText = Objects.requireNonNull(footers.get(nearest(language)));
    MarkdownMail footer = MarkdownMail.of(footerText.body(values));
    String html =
        sheet.around(
            pieces.stream().map(piece -> piece.html(htmlOfLook)).collect(Collectors.joining()),
            footer.html(htmlOfLook),
            subject,
            language);
    String text = pieces.stream().map(MarkdownMail::text).collect(Collectors.joining("\n"));
    return new WrittenMail(language, subject, text + "\n----\n" + footer.text(), html, look.logo());
  }

  private Map<MailVariable, String> signed(Map<MailVariable, String> values) {
    Map<MailVariable, String> signed = new EnumMap<>(MailVariable.class);
    signed.putAll(values);
    signed.put(MailVariable.ORGANISATION, look.organisation());
    return signed;
  }

  private static String nearest(String language) {
    String base = Locale.forLanguageTag(language).getLanguage();
    return LANGUAGES.contains(base) ? base : FALLBACK;
  }

  private static MailTemplate read(String name, Set<MailVariable> available) {
    String text = resource(name);
    int end = text.indexOf('\n');
    if (!text.startsWith(SUBJECT) || end < 0) {
      throw new IllegalStateException(
          "mail/" + name + ", line 1: the first line has to be '" + SUBJECT + " ...'");
    }
    String subject = text.substring(SUBJECT.length(), end).strip();
    String body = text.substring(end + 1);
    List<TextProblem> problems = MailTemplate.check(subject, body, available);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("mail/" + name + ": " + problems);
    }
    return MailTemplate.of(subject, body);
  }

  private static String resource(String name) {
    try (@Nullable InputStream in = MarkdownMailWriter.class.getResourceAsStream("/mail/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the text mail/" + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
