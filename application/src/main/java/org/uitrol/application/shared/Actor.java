package org.uitrol.application.shared;

import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.PersonId;

/**
 * Who or what asked for something, as the history shows it. Holds an opaque identifier, never a
 * name or an address.
 *
 * @param value kind and identifier, for instance {@code account:7f3a} or {@code timer}
 */
public record Actor(String value) {

  public Actor {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an actor can't be blank");
    }
  }

  /** Somebody who is signed in to the console. */
  public static Actor account(AccountId account) {
    return new Actor("account:" + account.value());
  }

  /** An employee, by a personal link or an answered invitation. */
  public static Actor person(PersonId person) {
    return new Actor("person:" + person.value());
  }

  /** An employee, by a mail that answers an invitation or complains of one. */
  public static Actor byMail(PersonId person) {
    return new Actor("mail:" + person.value());
  }

  /** A process or policy that reacts to an event, by the name of its class. */
  public static Actor process(Class<?> process) {
    return new Actor("process:" + process.getSimpleName());
  }

  /** A form elsewhere that sends answers to a survey by itself. */
  public static Actor source(AnswerSourceId source) {
    return new Actor("source:" + source.value());
  }

  /** A due moment that has come. */
  public static Actor timer() {
    return new Actor("timer");
  }

  /** A file that was read in. */
  public static Actor fileImport() {
    return new Actor("import");
  }

  /** Whether it is a process or policy. */
  public boolean isProcess() {
    return value.startsWith("process:");
  }

  /** Whether it is somebody with an account. */
  public boolean isAccount() {
    return value.startsWith("account:");
  }

  /** Whether it is somebody by a mail. */
  public boolean isMail() {
    return value.startsWith("mail:");
  }

  /** Whether it is somebody who wants to stay unknown. */
  public boolean isAnonymous() {
    return value.equals("anonymous");
  }

  @Override
  public String toString() {
    return value;
  }
}
