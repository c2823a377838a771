package org.uitrol.adapters.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Resolves names to addresses that messages may go to, looked at in the moment of connecting: a
 * channel must not be a way to reach what stands behind the organisation's firewall, whatever its
 * name resolves to later.
 */
final class ReachableAddresses implements DnsResolver {

  /**
   * What isn't the internet, by IANA's registries of special-purpose addresses (RFC 6890) and of
   * multicast; also what wraps an address of version 4 (RFC 6052, RFC 3056, RFC 4380).
   */
  private static final List<IpAddressMatcher> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/8",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "100:0:0:1::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(IpAddressMatcher::new)
          .toList();

  private final DnsResolver names;
  private final Predicate<InetAddress> reachable;

  ReachableAddresses(DnsResolver names, Predicate<InetAddress> reachable) {
    this.names = names;
    this.reachable = reachable;
  }

  /** Those of the system's names that may be reached. */
  ReachableAddresses(Predicate<InetAddress> reachable) {
    this(SystemDefaultDnsResolver.INSTANCE, reachable);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = names.resolve(host);
    if (all == null || all.length == 0 || !Arrays.stream(all).allMatch(reachable)) {
      throw new OutOfReach(host);
    }
    return all;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }

  /** Whether an address is one of the internet. */
  static boolean isPublic(InetAddress address) {
    return !ChannelSettings.isIn(SPECIAL, address);
  }

  /** A name that leads to where no message goes. */
  static final class OutOfReach extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    OutOfReach(String host) {
      super(host + " leads to where no message goes");
    }
  }
}
