package org.uitrol.application.communication.port;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How mail programs let the reader opt out of optional mail (RFC 2369, RFC 8058).
 *
 * @param link takes a POST of {@code List-Unsubscribe=One-Click} and opts out; a GET changes
 *     nothing
 * @param mailbox opts out whoever writes to it, or null when there is none
 */
public record Unsubscribe(URI link, @Nullable MailAddress mailbox) {

  public Unsubscribe {
    String scheme = link.getScheme();
    if (!("https".equals(scheme) || "http".equals(scheme)) || link.getHost() == null) {
      throw new IllegalArgumentException("the link to unsubscribe has to be a web address");
    }
  }
}
