package org.uitrol.adapters.xapi;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.campaign.Plans;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.rollout.port.RolloutIndex;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.training.ActorSearch;
import org.uitrol.application.training.StatementIntake;
import org.uitrol.application.training.port.StatementStore;
import org.uitrol.application.training.view.LearnerStore;

/** Wires what takes statements. */
@Configuration(proxyBeanMethods = false)
class XapiConfiguration {

  /**
   * @param homes the home pages at which accounts are named by user name, e-mail address or
   *     employee number ({@code UITROL_XAPI_HOME_PAGES}, with commas between them)
   */
  @Bean
  ActorSearch actorSearch(
      PersonVault vault, CommandDesk desk, @Value("${uitrol.xapi.home-pages:}") Set<String> homes) {
    return new ActorSearch(vault, desk, homes);
  }

  @Bean
  StatementIntake statementIntake(
      StatementStore store,
      ActorSearch search,
      LearnerStore learners,
      RolloutIndex rollouts,
      Plans plans,
      CommandDesk desk,
      PlatformTransactionManager transactions) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    return new StatementIntake(
        store,
        search,
        learners,
        rollouts,
        plans,
        desk,
        work -> template.executeWithoutResult(status -> work.run()));
  }
}
