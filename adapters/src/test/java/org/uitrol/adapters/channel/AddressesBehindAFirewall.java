package org.uitrol.adapters.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.adapters.channel.ReachableAddresses.OutOfReach;

class AddressesBehindAFirewall {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.1.2.3",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.51.100.7",
        "203.0.113.7",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "3fff::1",
        "::10.0.0.1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "ff02::1"
      })
  void get_no_message(String address) throws UnknownHostException {
    assertThat(ReachableAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    assertThatThrownBy(() -> new ReachableAddresses(ReachableAddresses::isPublic).resolve(address))
        .isInstanceOf(OutOfReach.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.128.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.1.0.1",
        "193.0.0.1",
        "2001:4860::1",
        "2a00:1450::1"
      })
  void are_told_from_those_on_the_internet(String address) throws UnknownHostException {
    assertThat(ReachableAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    assertThat(new ReachableAddresses(ReachableAddresses::isPublic).resolve(address)).hasSize(1);
  }

  @Test
  void are_reached_where_that_is_allowed_and_nowhere_else() throws UnknownHostException {
    Predicate<InetAddress> inNetworks =
        new ChannelSettings(List.of("10.1.0.0/16", "fd00:1::/32")).inNetworks();
    assertThat(inNetworks.test(InetAddress.getByName("10.1.2.3"))).isTrue();
    assertThat(inNetworks.test(InetAddress.getByName("fd00:1::7"))).isTrue();
    assertThat(inNetworks.test(InetAddress.getByName("10.2.0.1"))).isFalse();
    assertThat(inNetworks.test(InetAddress.getByName("169.254.169.254"))).isFalse();
    assertThatThrownBy(() -> new ChannelSettings(List.of("intranet.example")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void get_no_message_when_a_name_leads_there_beside_elsewhere() throws UnknownHostException {
    InetAddress[] both = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
    DnsResolver names =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return both.clone();
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    assertThatThrownBy(
            () ->
                new ReachableAddresses(names, ReachableAddresses::isPublic)
                    .resolve("hooks.example.org"))
        .isInstanceOf(OutOfReach.class);
  }
}
