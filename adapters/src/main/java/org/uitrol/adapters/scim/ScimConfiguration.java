package org.uitrol.adapters.scim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.application.directory.DepartmentSync;
import org.uitrol.application.directory.PeopleSync;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.directory.port.SyncRegister;
import org.uitrol.application.directory.view.DirectoryStore;
import org.uitrol.application.erasure.port.ErasedPeople;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.shared.Streams;

/** Wires what follows the organisation's own directory. */
@Configuration(proxyBeanMethods = false)
class ScimConfiguration {

  @Bean
  DepartmentSync departmentSync(
      SyncRegister register, DirectoryStore directory, Streams streams, CommandDesk desk) {
    return new DepartmentSync(register, directory, streams, desk);
  }

  @Bean
  PeopleSync peopleSync(
      PersonVault vault,
      SyncRegister register,
      DepartmentSync departments,
      Streams streams,
      CommandDesk desk,
      IdSource ids,
      PlatformTransactionManager transactions,
      ErasedPeople erased) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    return new PeopleSync(
        vault,
        register,
        departments,
        streams,
        desk,
        ids,
        work -> template.executeWithoutResult(status -> work.run()),
        erased);
  }
}
