package org.uitrol.adapters.web.me;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.web.shared.Languages;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.communication.MailConsentCommand.OptIn;
import org.uitrol.domain.communication.MailConsentCommand.OptOut;
import org.uitrol.domain.directory.Employee;
import org.uitrol.domain.directory.EmployeeCommand.PutEmployee;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.shared.StreamId;

/** What people choose for themselves. */
@Component
class Preferences {

  private final PersonVault vault;
  private final Streams streams;
  private final CommandDesk desk;
  private final TransactionTemplate transaction;

  Preferences(
      PersonVault vault,
      Streams streams,
      CommandDesk desk,
      PlatformTransactionManager transactions) {
    this.vault = vault;
    this.streams = streams;
    this.desk = desk;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A language that pages don't have changes nothing; the history says that it changed only. */
  void language(Visit visit, String language) {
    if (!Languages.has(language)) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          PersonalData before = vault.find(visit.person()).orElseThrow(LinkNotGood::new);
          if (before.language().equals(language)) {
            return;
          }
          vault.put(visit.person(), before.with(Map.of(PersonField.LANGUAGE, language)));
          streams
              .state(StreamId.of("employee", visit.person()), EmployeeEvent.class, Employee::evolve)
              .filter(Employee::active)
              .ifPresent(
                  employee ->
                      desk.send(
                          new PutEmployee(
                              visit.person(),
                              employee.department(),
                              employee.manager(),
                              Set.of(PersonField.LANGUAGE.key()),
                              desk.now()),
                          visit.actor()));
        });
  }

  void optionalMail(Visit visit, boolean wanted) {
    desk.send(
        wanted ? new OptIn(visit.person(), desk.now()) : new OptOut(visit.person(), desk.now()),
        visit.actor());
  }
}
