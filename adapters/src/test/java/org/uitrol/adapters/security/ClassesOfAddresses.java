package org.uitrol.adapters.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.uitrol.application.shared.Source.Network;

class ClassesOfAddresses {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, LOOPBACK",
    "::1, LOOPBACK",
    "::ffff:127.0.0.1, LOOPBACK",
    "10.1.2.3, PRIVATE",
    "172.16.0.1, PRIVATE",
    "172.32.0.1, PUBLIC",
    "192.168.1.1, PRIVATE",
    "169.254.3.4, PRIVATE",
    "100.64.0.1, PRIVATE",
    "100.127.255.255, PRIVATE",
    "100.128.0.1, PUBLIC",
    "fd12:3456::1, PRIVATE",
    "fe80::1, PRIVATE",
    "203.0.113.7, PUBLIC",
    "2001:db8::1, PUBLIC"
  })
  void are_told_by_their_digits(String address, Network network) {
    assertThat(AddressClass.of(address)).isEqualTo(network);
  }

  @Test
  void are_not_looked_up_by_name() {
    assertThat(AddressClass.of("localhost")).isNull();
    assertThat(AddressClass.of("proxy.example")).isNull();
    assertThat(AddressClass.of("")).isNull();
    assertThat(AddressClass.of(null)).isNull();
  }
}
