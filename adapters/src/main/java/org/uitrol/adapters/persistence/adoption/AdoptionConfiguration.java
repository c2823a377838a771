package org.uitrol.adapters.persistence.adoption;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.uitrol.adapters.persistence.eventstore.RepeatedTransaction;
import org.uitrol.application.adoption.CountedRollouts;
import org.uitrol.application.adoption.UsageIntake;
import org.uitrol.application.adoption.port.UsageStore;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.CommandDesk;

/** Wires the intake of reports of use to PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class AdoptionConfiguration {

  @Bean
  UsageIntake usageIntake(
      PersonReferences people,
      PersonVault vault,
      CountedRollouts counted,
      UsageStore store,
      CommandDesk desk,
      PlatformTransactionManager transactions) {
    return new UsageIntake(
        people, vault, counted::people, store, desk, new RepeatedTransaction(transactions));
  }
}
