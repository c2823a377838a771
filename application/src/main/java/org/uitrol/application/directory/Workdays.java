package org.uitrol.application.directory;

import java.time.DayOfWeek;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Weekdays;
import org.uitrol.domain.shared.WorkingCalendar;

/** On which days of the week people work, where that isn't as for everybody. */
@Component
public class Workdays {

  private final PersonVault vault;

  public Workdays(PersonVault vault) {
    this.vault = vault;
  }

  /** A calendar as it is for one person. */
  public WorkingCalendar of(PersonId person, WorkingCalendar calendar) {
    return calendar.on(vault.find(person).map(Workdays::days).orElse(Set.of()));
  }

  /** The days on which somebody works; none for those of everybody. */
  public static Set<DayOfWeek> days(PersonalData data) {
    return Weekdays.read(data.workdays());
  }
}
