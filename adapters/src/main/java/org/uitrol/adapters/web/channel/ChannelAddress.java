package org.uitrol.adapters.web.channel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.uitrol.domain.shared.Rejected;

/** Reads the address of a channel as somebody typed it. */
final class ChannelAddress {

  private static final int LONGEST = 2_000;
  private static final String REFUSED = "CHANNEL_ADDRESS";

  private ChannelAddress() {}

  /**
   * The address. Where it leads to is looked at when a message is sent.
   *
   * @param unencrypted whether {@code http} will do
   * @throws Rejected when it is none that messages can be sent to
   */
  static URI of(String typed, boolean unencrypted) {
    URI address;
    try {
      address = new URI(typed.strip());
    } catch (URISyntaxException e) {
      throw new Rejected(REFUSED);
    }
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    boolean encrypted = scheme.equals("https");
    if (!encrypted && !(unencrypted && scheme.equals("http"))) {
      throw new Rejected(scheme.equals("http") ? "CHANNEL_UNENCRYPTED" : REFUSED);
    }
    if (address.getHost() == null
        || address.getHost().isBlank()
        || address.getUserInfo() != null
        || address.getFragment() != null
        || typed.length() > LONGEST) {
      throw new Rejected(REFUSED);
    }
    return address;
  }
}
