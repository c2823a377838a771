package org.uitrol.adapters.web.me;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Which addresses a page may offer to open. */
final class Links {

  private Links() {}

  /** The address when it is one of the web, else null. */
  static @Nullable String web(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      String scheme = new URI(address).getScheme();
      return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme) ? address : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
