package org.uitrol.adapters.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * How channels may be reached.
 *
 * @param networks of the organisation's own in which a channel may be, also without encryption, as
 *     {@code 10.1.0.0/16} or a single address; without any, channels are on the internet only
 */
@ConfigurationProperties("uitrol.channels")
public record ChannelSettings(@DefaultValue List<String> networks) {

  /** Refuses to start with what is no network, so that nothing is let through by mistake. */
  public ChannelSettings {
    networks = List.copyOf(networks);
    networks.forEach(IpAddressMatcher::new);
  }

  /** Whether a channel may be without encryption: where that is, is looked at when connecting. */
  public boolean unencrypted() {
    return !networks.isEmpty();
  }

  /** Which addresses are in one of the networks. */
  Predicate<InetAddress> inNetworks() {
    List<IpAddressMatcher> matchers = networks.stream().map(IpAddressMatcher::new).toList();
    return address -> isIn(matchers, address);
  }

  /** Whether an address is in one of these networks. */
  static boolean isIn(List<IpAddressMatcher> networks, InetAddress address) {
    String plain = plain(address);
    return networks.stream().anyMatch(network -> network.matches(plain));
  }

  /** As text, without the name of a network interface. */
  private static String plain(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress()).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has four or sixteen bytes", e);
    }
  }
}
