package org.uitrol.adapters.web.me;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.security.PersonalLink;
import org.uitrol.adapters.security.PersonalLink.Purpose;
import org.uitrol.adapters.security.SignedLinks;
import org.uitrol.adapters.web.shared.Languages;
import org.uitrol.adapters.web.shared.ReadersLanguage;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.CommandDesk;

/** Finds out who comes by a personal link, and in which language to speak. */
@Component
class Visits {

  /** The parameter by which somebody reads one page in another language. */
  private static final String IN = "in";

  private final SignedLinks links;
  private final PersonVault vault;
  private final CommandDesk desk;

  Visits(SignedLinks links, PersonVault vault, CommandDesk desk) {
    this.links = links;
    this.vault = vault;
    this.desk = desk;
  }

  /**
   * Opens a link.
   *
   * @throws LinkNotGood when it isn't good for that, or its person is unknown
   */
  Visit open(Purpose purpose, String token, HttpServletRequest request) {
    PersonalLink link = links.read(purpose, token, desk.now()).orElseThrow(LinkNotGood::new);
    PersonalData data = vault.find(link.person()).orElseThrow(LinkNotGood::new);
    speak(request, request.getParameter(IN), data.language());
    return new Visit("/" + purpose.code() + "/" + token, link, data);
  }

  /** From now on the request is answered in the first of these languages that pages have. */
  void speak(HttpServletRequest request, String... wanted) {
    for (String tag : wanted) {
      String language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
      if (Languages.has(language)) {
        request.setAttribute(ReadersLanguage.OF_READER, Locale.forLanguageTag(language));
        return;
      }
    }
  }
}
