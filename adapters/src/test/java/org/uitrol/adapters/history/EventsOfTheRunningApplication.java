package org.uitrol.adapters.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.application.audit.Names;
import org.uitrol.application.audit.Trail;
import org.uitrol.application.audit.TrailFilter;
import org.uitrol.application.audit.TrailRow;
import org.uitrol.application.audit.Wording;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.support.RunningApplication;

class EventsOfTheRunningApplication {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  @Test
  void are_in_its_history_with_who_asked_for_them() {
    CommandDesk desk = UITROL.bean(CommandDesk.class);
    DepartmentId finance = new DepartmentId("trail-finance");
    desk.send(
        new NameDepartment(finance, "Financiën", desk.now()), Actor.account(new AccountId("a-1")));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !rows(TrailFilter.ofDepartment(finance)).isEmpty());

    TrailRow row = rows(TrailFilter.ofDepartment(finance)).get(0);
    assertThat(row.name()).isEqualTo("department.named");
    assertThat(row.kind()).isEqualTo("department");
    assertThat(row.stream()).isEqualTo("department/trail-finance");
    assertThat(row.actor()).isEqualTo("account:a-1");
    assertThat(row.cause()).isNotEmpty();
    assertThat(row.position()).isPositive();
    assertThat(UITROL.bean(Wording.class).teller(Locale.ENGLISH, Names.IDS).what(row))
        .isEqualTo("The department is called Financiën.");
    assertThat(UITROL.bean(Trail.class).find(row.event())).contains(row);
  }

  private static List<TrailRow> rows(TrailFilter filter) {
    return UITROL.bean(Trail.class).search(filter, null, 10).rows();
  }
}
