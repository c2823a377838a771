package org.uitrol.application.training;

import org.springframework.stereotype.Component;
import org.uitrol.application.directory.PersonReferences;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.LearningAccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.training.LearningAccountCommand.MatchAccount;
import org.uitrol.domain.training.LearningAccountCommand.ReleaseAccount;

/** Lets people say whose account at a learning platform it is. */
@Component
public class LearningAccounts {

  private final PersonReferences people;
  private final CommandDesk desk;

  public LearningAccounts(PersonReferences people, CommandDesk desk) {
    this.people = people;
    this.desk = desk;
  }

  /**
   * Says whose it is.
   *
   * @param reference an e-mail address or an employee number
   * @throws Rejected {@code UNKNOWN_PERSON}
   */
  public void match(LearningAccountId account, String reference, Actor actor) {
    PersonId person =
        people.find(reference.strip()).orElseThrow(() -> new Rejected("UNKNOWN_PERSON"));
    desk.send(new MatchAccount(account, person, desk.now()), actor);
  }

  /** Takes back what somebody said; what was told of the account isn't that person's any more. */
  public void release(LearningAccountId account, Actor actor) {
    desk.send(new ReleaseAccount(account, desk.now()), actor);
  }
}
