package org.uitrol.adapters.channel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to addresses on the internet only, at the moment of connecting: a channel must not
 * be a way to reach what stands behind the organisation's firewall, whatever its name resolves to
 * later.
 */
final class PublicAddresses implements DnsResolver {

  /** RFC 6598, section 7: shared between customers of a provider. */
  private static final int SHARED = 100;

  private final DnsResolver names;

  PublicAddresses() {
    this(SystemDefaultDnsResolver.INSTANCE);
  }

  PublicAddresses(DnsResolver names) {
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = names.resolve(host);
    if (all == null || all.length == 0 || !Arrays.stream(all).allMatch(PublicAddresses::isPublic)) {
      throw new PrivateAddress(host);
    }
    return all;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }

  static boolean isPublic(InetAddress address) {
    return !(address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isReserved(address.getAddress(), address instanceof Inet6Address));
  }

  private static boolean isReserved(byte[] address, boolean six) {
    int first = address[0] & 0xff;
    int second = address[1] & 0xff;
    if (six) {
      // Unique local (RFC 4193), and what wraps an address of version 4 (RFC 6052, RFC 3056).
      boolean translated = first == 0x00 && second == 0x64;
      boolean sixToFour = first == 0x20 && second == 0x02;
      boolean embedded = first == 0x00 && second == 0x00;
      return (first & 0xfe) == 0xfc || translated || sixToFour || embedded;
    }
    return first == 0
        || first >= 240
        || (first == SHARED && (second & 0xc0) == 64)
        || (first == 192 && second == 0)
        || (first == 198 && (second & 0xfe) == 18);
  }

  /** A name that leads to where no message goes. */
  static final class PrivateAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    PrivateAddress(String host) {
      super(host + " isn't an address on the internet");
    }
  }
}
