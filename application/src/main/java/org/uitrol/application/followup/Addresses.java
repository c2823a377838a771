package org.uitrol.application.followup;

import org.uitrol.application.directory.PersonField;
import org.uitrol.domain.directory.EmployeeEvent;
import org.uitrol.domain.directory.EmployeeEvent.DetailsChanged;

/** Whether people can be reached by mail again. */
public final class Addresses {

  private Addresses() {}

  /** Whether somebody got another address, after one to which mail couldn't be delivered. */
  public static boolean isMended(EmployeeEvent event) {
    return event instanceof DetailsChanged changed
        && changed.fields().contains(PersonField.EMAIL.key());
  }
}
