package org.uitrol.adapters.files.campaign;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.uitrol.application.communication.port.MailVariable;
import org.uitrol.application.communication.port.MailWriter;
import org.uitrol.application.communication.port.TextProblem;

/** Knows which Mustache a mail may have. Safe for many threads. */
@FunctionalInterface
public interface MailTextCheck {

  /** What has a value in each mail of a plan, whatever the mail is sent for. */
  Set<MailVariable> ALWAYS_THERE =
      Set.copyOf(
          EnumSet.of(
              MailVariable.GIVEN_NAME,
              MailVariable.ORGANISATION,
              MailVariable.DEPARTMENT,
              MailVariable.CAMPAIGN_TITLE,
              MailVariable.TOOL,
              MailVariable.ACTION_LINK,
              MailVariable.PLAN_LINK,
              MailVariable.PREFERENCES_LINK));

  /** What is wrong with a subject or a body, each in one line; empty when nothing is. */
  List<String> problems(String text);

  /** The check of the writer that will write the mails. */
  static MailTextCheck by(MailWriter writer) {
    return text ->
        writer.check("-", text, ALWAYS_THERE).stream().map(MailTextCheck::inOneLine).toList();
  }

  private static String inOneLine(TextProblem problem) {
    return problem.line() > 1
        ? "line " + problem.line() + " of the text: " + problem.message()
        : problem.message();
  }
}
