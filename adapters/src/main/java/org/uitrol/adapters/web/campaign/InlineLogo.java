package org.uitrol.adapters.web.campaign;

import java.util.Base64;
import org.uitrol.application.communication.port.InlineImage;
import org.uitrol.application.communication.port.WrittenMail;

/** Shows a mail's own picture in a browser, which can't look into a mail (RFC 2392, RFC 2397). */
final class InlineLogo {

  private InlineLogo() {}

  /** The HTML of a mail with its picture in it. */
  static String shown(WrittenMail mail) {
    InlineImage logo = mail.logo();
    if (logo == null) {
      return mail.html();
    }
    String data =
        "data:"
            + logo.file().mediaType()
            + ";base64,"
            + Base64.getEncoder().encodeToString(logo.file().content());
    return mail.html().replace("cid:" + logo.id(), data);
  }
}
