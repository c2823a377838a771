package org.uitrol.adapters.persistence.concern;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.concern.Concerns;
import org.uitrol.application.concern.port.ConcernTexts;
import org.uitrol.application.directory.port.Memberships;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.shared.Holidays;

/** Wires concerns to PostgreSQL. */
@Configuration(proxyBeanMethods = false)
public class ConcernConfiguration {

  @Bean
  ConcernTexts concernTexts(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      PersonVault vault,
      MasterKey masterKey) {
    return new PostgresConcernTexts(
        jdbc, new TransactionTemplate(transactions), vault, new VaultCipher(masterKey));
  }

  @Bean
  Concerns concerns(
      ConcernTexts texts,
      CommandDesk desk,
      IdSource ids,
      PlatformTransactionManager transactions,
      Streams streams,
      Plans plans,
      RolloutIndex rollouts,
      Memberships memberships,
      Holidays holidays) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    return new Concerns(
        texts,
        desk,
        ids,
        work -> template.executeWithoutResult(status -> work.run()),
        streams,
        plans,
        rollouts,
        memberships,
        holidays);
  }
}
