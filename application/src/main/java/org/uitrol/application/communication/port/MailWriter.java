package org.uitrol.application.communication.port;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes mails from texts. A text is Markdown with logic-less Mustache: it can mention a {@link
 * MailVariable} and leave words out when one is absent; no code runs from it. Safe for use by
 * several threads; the same arguments give the same mail.
 */
public interface MailWriter {

  /**
   * Writes one of the built-in mails.
   *
   * @param language what the reader prefers (BCP 47); when there is no such text, the language
   *     without its region is tried and then English. The mail tells which it became.
   * @param values what the mail mentions; an absent one is the same as a blank one
   * @throws IllegalArgumentException if a value that the mail needs is absent; the text names it
   */
  WrittenMail write(BuiltInMail mail, String language, Map<MailVariable, String> values);

  /**
   * Writes a mail from a text of the plan.
   *
   * @param subject one line of Mustache
   * @param body Markdown with Mustache
   * @param language the language that subject and body are in (BCP 47)
   * @throws IllegalArgumentException if the text has problems or mentions a variable that has no
   *     value, outside a section that depends on it
   */
  WrittenMail write(String subject, String body, String language, Map<MailVariable, String> values);

  /**
   * Writes several texts of plans as one mail, each under its subject, within the words of {@link
   * BuiltInMail#DIGEST}.
   *
   * @param language what the reader prefers (BCP 47), as for a built-in mail
   * @param values what the words around the parts mention
   * @throws IllegalArgumentException if a part, or what is around them, can't be written
   */
  WrittenMail together(List<MailPart> parts, String language, Map<MailVariable, String> values);

  /**
   * What is wrong with a text of the plan, in order of line; empty when it can be used.
   *
   * @param available what will have a value when the mail is written
   */
  List<TextProblem> check(String subject, String body, Set<MailVariable> available);
}
