package org.uitrol.adapters.proof;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.uitrol.adapters.demo.DemoClock;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.proof.SealedSeed;
import org.uitrol.application.proof.CheckpointSchedule;
import org.uitrol.application.proof.port.CheckpointKey;
import org.uitrol.domain.proof.Hash;

/** Wires proofs to a key and a time of day. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProofSettings.class)
public class ProofConfiguration {

  /** While time is simulated nobody wants to jump from night to night: then only when asked. */
  @Bean
  CheckpointSchedule checkpointSchedule(
      ProofSettings settings,
      ObjectProvider<DemoClock> demo,
      @Value("${uitrol.zone:Europe/Amsterdam}") ZoneId zone) {
    return new CheckpointSchedule(demo.getIfAvailable() == null ? settings.daily() : null, zone);
  }

  @Bean
  @DependsOnDatabaseInitialization
  CheckpointKey checkpointKey(ProofSettings settings, JdbcClient jdbc, MasterKey master) {
    Set<Hash> former =
        settings.formerKeys().stream().map(Hash::of).collect(Collectors.toUnmodifiableSet());
    return settings.keyFile() == null
        ? SigningKey.of(new SealedSeed(jdbc, master).get(), former)
        : SigningKey.in(settings.keyFile(), former);
  }
}
