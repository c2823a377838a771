package org.uitrol.adapters.mail;

import ch.digitalfondue.mjml4j.Mjml4j;
import ch.digitalfondue.mjml4j.Mjml4j.Configuration;
import ch.digitalfondue.mjml4j.Mjml4j.TextDirection;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.Map;

/**
 * The sheet that a mail is written on. MJML turns it into the nested tables that Outlook needs,
 * once; what a mail says is put in afterwards.
 */
final class MailSheet {

  private final MailLook look;
  private final Template html;

  /**
   * Makes a sheet.
   *
   * @param mjml with values of the look between double square brackets, and those of each mail
   *     between double braces
   */
  MailSheet(MailLook look, String mjml) {
    this.look = look;
    String looked =
        Mustache.compiler()
            .withDelims("[[ ]]")
            .emptyStringIsFalse(true)
            .compile(mjml)
            .execute(look.forSheet());
    this.html =
        Mustache.compiler()
            .compile(
                Mjml4j.render(looked, new Configuration("{{language}}", TextDirection.LTR)).strip()
                    + "\n");
  }

  /**
   * A whole HTML document.
   *
   * @param body a piece of HTML, as is the footer
   * @param subject plain text
   */
  String around(String body, String footer, String subject, String language) {
    return html.execute(
        Map.of(
            "language", language,
            "subject", subject,
            "organisation", look.organisation(),
            "body", body,
            "footer", footer));
  }
}
