package org.uitrol.adapters.mail;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.TextProblem;
import org.uitrol.application.communication.port.TextProblem.Part;

/**
 * A mail text before it is filled in: a subject and a body in Markdown, with logic-less Mustache.
 *
 * <p>Only variables and sections are taken. Partials, unescaped values, other delimiters and access
 * to the inside of a value are not: a text that anybody in the organisation may write can't run
 * code or reach anything but its variables.
 */
final class MailTemplate {

  /**
   * A tag: three braces at most, an optional sigil, what is named, and the end on the same line.
   */
  private static final Pattern TAG =
      Pattern.compile(
          "\\{\\{(\\{?)\\s*([#^/&>=!]?)\\s*([^{}\\n]*?)\\s*(?:\\}\\}\\}?|(?=[\\n{}]|\\z))");

  private static final Mustache.Compiler BASE =
      Mustache.compiler()
          .withCollector(
              new BasicCollector() {
                @Override
                public <K, V> Map<K, V> createFetcherCache() {
                  return new ConcurrentHashMap<>();
                }
              })
          .withLoader(
              name -> {
                throw new MustacheException("a mail text can't include another");
              })
          .strictSections(false)
          .emptyStringIsFalse(true);

  private static final Mustache.Compiler ONE_LINE = BASE.withEscaper(MailTemplate::oneLine);
  private static final Mustache.Compiler MARKDOWN = BASE.withEscaper(MailTemplate::literal);

  private final Template subject;
  private final Template body;

  private MailTemplate(String subject, String body) {
    this.subject = ONE_LINE.compile(subject);
    this.body = MARKDOWN.compile(body);
  }

  /**
   * @throws IllegalArgumentException if the text has problems; the message lists them
   */
  static MailTemplate of(String subject, String body) {
    List<TextProblem> problems = check(subject, body, Set.of(MailVariable.values()));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("mail text can't be used: " + problems);
    }
    return new MailTemplate(subject, linesOf(body));
  }

  /** What is wrong with a text, in order of line. */
  static List<TextProblem> check(String subject, String body, Set<MailVariable> available) {
    List<TextProblem> problems = new ArrayList<>();
    if (subject.isBlank()) {
      problems.add(new TextProblem(Part.SUBJECT, 1, "the subject is empty"));
    }
    if (subject.strip().lines().count() > 1) {
      problems.add(new TextProblem(Part.SUBJECT, 2, "a subject has one line"));
    }
    checkTags(Part.SUBJECT, subject, available, problems);
    if (body.isBlank()) {
      problems.add(new TextProblem(Part.BODY, 1, "the body is empty"));
    }
    String lines = linesOf(body);
    checkTags(Part.BODY, lines, available, problems);
    if (problems.isEmpty()) {
      compile(Part.SUBJECT, subject, problems);
      compile(Part.BODY, lines, problems);
    }
    if (problems.isEmpty()) {
      problems.addAll(MarkdownMail.check(lines, TAG));
    }
    problems.sort(Comparator.comparing(TextProblem::part).thenComparingInt(TextProblem::line));
    return List.copyOf(problems);
  }

  /**
   * The subject, on one line.
   *
   * @throws IllegalArgumentException if a variable has no value; the message names it
   */
  String subject(Map<MailVariable, String> values) {
    return oneLine(fill(subject, values)).strip();
  }

  /**
   * The body as Markdown in which all values stand literally.
   *
   * @throws IllegalArgumentException if a variable has no value; the message names it
   */
  String body(Map<MailVariable, String> values) {
    return fill(body, values);
  }

  private static String fill(Template template, Map<MailVariable, String> values) {
    Map<String, String> named = new HashMap<>();
    values.forEach((variable, value) -> named.put(variable.variableName(), value.strip()));
    try {
      return template.execute(named);
    } catch (MustacheException.Context e) {
      throw new IllegalArgumentException("the mail text needs a value for '" + e.key + "'", e);
    }
  }

  private static void checkTags(
      Part part, String text, Set<MailVariable> available, List<TextProblem> problems) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      int line = (int) text.substring(0, tag.start()).chars().filter(c -> c == '\n').count() + 1;
      String sigil = tag.group(2);
      String name = tag.group(3);
      if (!tag.group().endsWith("}}")) {
        problems.add(
            new TextProblem(part, line, "'" + tag.group() + "' isn't closed: write {{name}}"));
      } else if (!tag.group(1).isEmpty() || sigil.equals("&")) {
        problems.add(
            new TextProblem(part, line, "values always appear literally: write {{" + name + "}}"));
      } else if (sigil.equals(">")) {
        problems.add(new TextProblem(part, line, "a mail text can't include another"));
      } else if (sigil.equals("=")) {
        problems.add(new TextProblem(part, line, "the braces can't be changed"));
      } else if (sigil.equals("/")) {
        if (open.isEmpty() || !open.pop().equals(name)) {
          problems.add(
              new TextProblem(part, line, "{{/" + name + "}} closes a section that isn't open"));
        }
      } else if (!sigil.equals("!")) {
        checkName(part, line, name, available, problems);
        if (!sigil.isEmpty()) {
          open.push(name);
        }
      }
    }
    int lines = (int) text.lines().count();
    open.forEach(
        name ->
            problems.add(
                new TextProblem(part, lines, "the section {{#" + name + "}} is never closed")));
  }

  private static void checkName(
      Part part, int line, String name, Set<MailVariable> available, List<TextProblem> problems) {
    if (MailVariable.named(name).filter(available::contains).isEmpty()) {
      String allowed =
          String.join(", ", available.stream().map(MailVariable::variableName).sorted().toList());
      problems.add(
          new TextProblem(part, line, "there is no '" + name + "' here; allowed: " + allowed));
    }
  }

  private static void compile(Part part, String text, List<TextProblem> problems) {
    try {
      ONE_LINE.compile(text);
    } catch (MustacheException e) {
      Matcher line = Pattern.compile("line (\\d+)").matcher(String.valueOf(e.getMessage()));
      problems.add(
          new TextProblem(
              part, line.find() ? Integer.parseInt(line.group(1)) : 1, "" + e.getMessage()));
    }
  }

  private static String linesOf(String text) {
    String lines = text.replaceAll("\\R", "\n");
    return lines.startsWith("\ufeff") ? lines.substring(1) : lines;
  }

  private static String oneLine(String value) {
    return value.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ");
  }

  /**
   * A value that Markdown shows as it is: on one line, with each punctuation mark escaped
   * (CommonMark 0.31.2, section 2.4: any ASCII punctuation may be).
   */
  private static String literal(String value) {
    return oneLine(value).strip().replaceAll("([!-/:-@\\[-`{-~])", "\\\\$1");
  }

  static String html(String value) {
    return Escapers.HTML.escape(value);
  }
}
