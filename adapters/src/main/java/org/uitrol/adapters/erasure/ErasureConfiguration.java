package org.uitrol.adapters.erasure;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.application.erasure.port.ErasureList;

/** Wires the erasure of people. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureSettings.class)
class ErasureConfiguration {

  @Bean
  ErasureList erasureList(
      ErasureSettings settings, @Value("${uitrol.data:data}") Path data, MasterKey master) {
    Path directory = Objects.requireNonNullElse(settings.list(), data.resolve("erasures"));
    return new ErasureListFile(directory, new Seal(master, "uitrol erasure list 1"));
  }

  @Bean
  ErasureCertificates erasureCertificates(MasterKey master) {
    return new ErasureCertificates(new Seal(master, "uitrol erasure certificate 1"));
  }

  @Bean
  RestoredDatabase restoredDatabase(Erasures erasures) {
    return new RestoredDatabase(erasures);
  }
}
