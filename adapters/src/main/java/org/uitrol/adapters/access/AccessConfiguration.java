package org.uitrol.adapters.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the vault. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  static WatchedVault watchedVault() {
    return new WatchedVault();
  }
}
