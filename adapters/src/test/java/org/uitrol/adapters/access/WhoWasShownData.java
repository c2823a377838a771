package org.uitrol.adapters.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.adapters.api.Program;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.audit.access.AccessLog;
import org.uitrol.application.audit.access.AccessLog.Asked;
import org.uitrol.application.audit.access.AccessLog.Kept;
import org.uitrol.application.audit.access.DataAccess;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.RunningApplication;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhoWasShownData {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final String JAN = "/people/" + SmallTown.JAN;

  private static SmallTown town;
  private static Visitor manager;
  private static Visitor council;
  private static Visitor admin;

  @BeforeAll
  static void people_are_known() {
    town = new SmallTown(UITROL);
    town.begin();
    manager = Visitor.signedIn(UITROL, "manager", Role.CHANGE_MANAGER);
    council = Visitor.signedIn(UITROL, "council", Role.WORKS_COUNCIL);
    admin = Visitor.signedIn(UITROL, "admin", Role.ADMIN);
  }

  @Test
  @Order(1)
  void is_noted_with_whose_and_where() {
    assertThat(manager.get(JAN).body()).contains("Jan de Vries");

    DataAccess access = latest();
    assertThat(access.path()).isEqualTo(JAN);
    assertThat(access.way()).isEqualTo("page");
    assertThat(access.people()).contains(SmallTown.JAN);
    assertThat(access.knownOn()).isNull();
    assertThat(of(SmallTown.JAN)).hasSize(1);
    assertThat(of(SmallTown.HOSTILE)).as("nobody looked at them").isEmpty();
  }

  @Test
  @Order(2)
  void is_noted_of_everybody_on_a_list_and_of_files() {
    assertThat(manager.get("/people?department=finance").body()).contains("Jan de Vries");
    assertThat(latest().people())
        .contains(SmallTown.JAN, SmallTown.EVA, SmallTown.HOSTILE)
        .hasSize(latest().count());

    manager.get("/history/export.csv?person=" + SmallTown.EVA);
    assertThat(latest().path()).isEqualTo("/history/export.csv");
    assertThat(latest().people()).contains(SmallTown.EVA);
  }

  @Test
  @Order(3)
  void is_noted_when_a_program_asks_and_when_the_past_is_shown() {
    Program program = Program.of(UITROL, "program", Role.CHANGE_MANAGER, Set.of(Scope.READ));
    program.get("/api/v1/history?format=text&person=" + SmallTown.JAN);
    assertThat(latest().way()).isEqualTo("api");

    Instant now = UITROL.bean(CommandDesk.class).now();
    manager.get(JAN + "?known-on=" + now);
    assertThat(latest().knownOn()).isEqualTo(now);
  }

  @Test
  @Order(4)
  void is_not_noted_where_nobody_is_shown_or_people_look_at_their_own() {
    long before = noted();
    council.get("/campaigns");
    council.get("/history?campaign=" + SmallTown.CAMPAIGN);
    manager.get("/campaigns");
    new Visitor(UITROL).get(town.ownPage(SmallTown.JAN));
    assertThat(new Visitor(UITROL).get(JAN).statusCode()).as("nobody").isEqualTo(302);
    assertThat(council.get(JAN).statusCode()).isEqualTo(403);
    assertThat(noted()).isEqualTo(before);
  }

  @Test
  @Order(5)
  void is_read_by_the_works_council_without_their_names() {
    String page = council.get("/history/accesses?person=" + SmallTown.JAN).body();
    assertThat(page).contains(JAN, SmallTown.JAN.value(), "manager").doesNotContain("Jan de Vries");
    assertThat(admin.get("/history/accesses").body()).contains("Jan de Vries");
    assertThat(latest().path()).as("that was a look too").isEqualTo("/history/accesses");
    assertThat(manager.get("/history/accesses").statusCode()).isEqualTo(403);
    assertThat(council.get("/history/accesses?person=nobody").body())
        .contains("Nobody was shown anything");
  }

  @Test
  @Order(6)
  void is_kept_in_pages_and_goes_when_it_is_old() {
    AccessLog log = UITROL.bean(AccessLog.class);
    Instant old = UITROL.bean(CommandDesk.class).now().minus(Duration.ofDays(900));
    List<PersonId> many =
        IntStream.range(0, AccessLog.MOST_PEOPLE + 5)
            .mapToObj(number -> new PersonId("p-" + number))
            .toList();
    for (int i = 0; i < 60; i++) {
      log.add(new DataAccess(old, new AccountId("a"), "page", "/people", null, many, many.size()));
    }
    Kept first = list(null, null).get(0);
    assertThat(first.access().people()).hasSize(AccessLog.MOST_PEOPLE);
    assertThat(first.access().count()).isEqualTo(many.size());
    String page = admin.get("/history/accesses?person=p-7").body();
    assertThat(page).contains("and 1,000 more", "before=");

    assertThat(log.forgetBefore(old.plusSeconds(1))).isEqualTo(60);
    assertThat(of(new PersonId("p-7"))).isEmpty();
    assertThat(of(SmallTown.JAN)).isNotEmpty();
  }

  private static DataAccess latest() {
    return list(null, null).get(0).access();
  }

  private static List<Kept> of(PersonId person) {
    return list(person, null);
  }

  private static List<Kept> list(@Nullable PersonId person, @Nullable AccountId account) {
    return UITROL.bean(AccessLog.class).list(new Asked(person, account, null), 1_000);
  }

  private static long noted() {
    return UITROL.jdbc().sql("select count(*) from data_access").query(Long.class).single();
  }
}
