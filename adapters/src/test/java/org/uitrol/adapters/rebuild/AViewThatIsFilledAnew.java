package org.uitrol.adapters.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.HttpStatus;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.persistence.eventstore.DeadLetters;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.Visitor;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.audit.past.Projections;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.directory.DepartmentCommand.NameDepartment;
import org.uitrol.domain.rebuild.RebuildEvent;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildStopped;
import org.uitrol.domain.rebuild.RebuildEvent.RebuildSwitched;
import org.uitrol.domain.rebuild.StopReason;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.DepartmentId;
import org.uitrol.domain.shared.LearnerRecordId;
import org.uitrol.domain.training.LearnerCommand.Withdraw;
import org.uitrol.support.RunningApplication;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AViewThatIsFilledAnew {

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class).with("uitrol.rebuild.window=3");

  private static final AccountId ADMIN = new AccountId("admin");
  private static final String DIRECTORY = "view.directory";

  @BeforeAll
  static void a_town() {
    new SmallTown(UITROL).begin();
  }

  @Test
  @Order(1)
  void goes_on_where_it_was_when_the_application_is_started_again() {
    Rebuilds rebuilds = rebuilds();
    rebuilds.prepare(DIRECTORY, ADMIN, Actor.account(ADMIN));
    assertThat(rebuilds.step(DIRECTORY)).as("there is more to do").isTrue();
    RebuildRun half = run(DIRECTORY);
    assertThat(half.position()).isEqualTo(3);
    assertThat(half.percent()).isBetween(1, 99);

    UITROL.restart();

    assertThat(awaitLast(DIRECTORY))
        .isInstanceOfSatisfying(
            RebuildSwitched.class,
            switched -> {
              assertThat(switched.run()).isEqualTo(half.run());
              assertThat(switched.events())
                  .as("none twice")
                  .isEqualTo(
                      count(
                          "select count(*) from domain_event_entry where payload_type like"
                              + " 'employee.%' or payload_type like 'department.%'"));
              assertThat(switched.missing() + switched.surplus()).isZero();
            });
    assertThat(tablesBeside()).isEmpty();
  }

  @Test
  @Order(2)
  void is_not_begun_twice_and_can_be_stopped() {
    Rebuilds rebuilds = rebuilds();
    rebuilds.prepare(DIRECTORY, ADMIN, Actor.account(ADMIN));
    assertThatThrownBy(() -> rebuilds.begin(DIRECTORY, ADMIN, Actor.account(ADMIN)))
        .hasMessageContaining("REBUILD_UNDER_WAY");
    assertThatThrownBy(() -> rebuilds.begin("view.of-the-sea", ADMIN, Actor.account(ADMIN)))
        .hasMessageContaining("VIEW_UNKNOWN");
    Map<String, String> before = digests();

    rebuilds.stop(DIRECTORY);

    assertThat(awaitLast(DIRECTORY))
        .isInstanceOfSatisfying(
            RebuildStopped.class,
            stopped -> assertThat(stopped.reason()).isEqualTo(StopReason.BY_SOMEBODY));
    assertThat(digests().get(DIRECTORY)).isEqualTo(before.get(DIRECTORY));
    assertThat(tablesBeside()).isEmpty();
  }

  @Test
  @Order(3)
  void misses_nothing_that_happens_meanwhile() throws InterruptedException {
    CommandDesk desk = UITROL.bean(CommandDesk.class);
    Thread busy =
        new Thread(
            () -> {
              for (int i = 0; i < 40; i++) {
                desk.send(
                    new NameDepartment(new DepartmentId("d-" + i), "Department " + i, desk.now()),
                    new Actor("test"));
              }
            });
    busy.start();
    rebuilds().begin(DIRECTORY, ADMIN, Actor.account(ADMIN));
    RebuildEvent meanwhile = awaitLast(DIRECTORY);
    busy.join();
    settle();
    Map<String, String> live = digests();

    rebuilds().begin(DIRECTORY, ADMIN, Actor.account(ADMIN));

    assertThat(meanwhile).isInstanceOf(RebuildSwitched.class);
    RebuildSwitched again = (RebuildSwitched) awaitLast(DIRECTORY);
    assertThat(again.missing() + again.surplus()).isZero();
    assertThat(digests().get(DIRECTORY)).isEqualTo(live.get(DIRECTORY));
    assertThat(count("select count(*) from directory_department")).isEqualTo(41);
  }

  @Test
  @Order(4)
  void gives_up_letters_that_nobody_could_read() {
    UITROL.jdbc().sql("delete from view_learner").update();
    SmallTown town = new SmallTown(UITROL);
    LearnerRecordId learner = town.enrol(SmallTown.JAN, "practice", "basics");
    UITROL.jdbc().sql("delete from view_learner").update();
    UITROL
        .bean(CommandDesk.class)
        .send(new Withdraw(learner, UITROL.bean(CommandDesk.class).now()), new Actor("test"));
    settle();
    assertThat(letters()).as("its row is gone, so it can't be shown").isEqualTo(1);

    rebuilds().begin("view.learner", ADMIN, Actor.account(ADMIN));

    assertThat(awaitLast("view.learner")).isInstanceOf(RebuildSwitched.class);
    assertThat(letters()).isZero();
    assertThat(count("select count(*) from view_learner")).isEqualTo(1);
    assertThat(count("select count(*) from discarded_letter")).isEqualTo(1);
  }

  @Test
  @Order(5)
  void leaves_the_old_one_when_an_event_can_not_be_shown() {
    Map<String, String> before = digests();
    UITROL
        .jdbc()
        .sql("alter table view_learner add constraint never check (false) not valid")
        .update();

    rebuilds().begin("view.learner", ADMIN, Actor.account(ADMIN));

    assertThat(awaitLast("view.learner"))
        .isInstanceOfSatisfying(
            RebuildStopped.class,
            stopped -> assertThat(stopped.reason()).isEqualTo(StopReason.FAILED));
    UITROL.jdbc().sql("alter table view_learner drop constraint never").update();
    assertThat(digests().get("view.learner")).isEqualTo(before.get("view.learner"));
    assertThat(tablesBeside()).isEmpty();
  }

  @Test
  @Order(6)
  void is_asked_for_on_a_page_of_administrators() {
    Visitor admin = Visitor.signedIn(UITROL, "an-admin", Role.ADMIN);
    Visitor manager = Visitor.signedIn(UITROL, "a-manager", Role.CHANGE_MANAGER);
    String page = admin.get("/operations/views").body();
    assertThat(page)
        .contains("Departments in campaigns", "Never filled anew", "rows are as they were");
    assertThat(manager.get("/operations/views").statusCode())
        .isEqualTo(HttpStatus.FORBIDDEN.value());

    assertThat(admin.post("/operations/views/view.rollout/fill", Map.of()).statusCode())
        .isBetween(302, 303);

    assertThat(awaitLast("view.rollout")).isInstanceOf(RebuildSwitched.class);
    assertThat(admin.get("/operations/views").body()).contains("It is being filled anew");
    assertThat(admin.get("/history?name=rebuild.begun").body())
        .contains("view.rollout", "an-admin");
    assertThat(admin.post("/operations/views/view.sea/fill", Map.of()).statusCode()).isEqualTo(409);
    assertThat(admin.post("/operations/views", Map.of()).statusCode()).isBetween(302, 303);
    awaitAll();
    assertThat(rebuilds().views())
        .allSatisfy(
            view ->
                assertThat(view.last())
                    .isInstanceOfSatisfying(
                        RebuildSwitched.class,
                        switched -> {
                          assertThat(switched.missing()).as("as it was kept up").isZero();
                          assertThat(switched.surplus()).isZero();
                        }));
  }

  @Test
  @Order(7)
  void is_kept_in_tables_that_are_all_known() {
    List<String> tables =
        UITROL
            .jdbc()
            .sql(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and (table_name like 'view\\_%' or table_name like 'trail%'"
                    + " or table_name like 'directory\\_%') order by table_name collate \"C\"")
            .query(String.class)
            .list();
    assertThat(ViewTables.all()).isEqualTo(tables);
    assertThat(UITROL.bean(Projections.class).all())
        .allSatisfy(one -> assertThat(ViewTables.of(one.name())).isNotEmpty());
  }

  private static Rebuilds rebuilds() {
    return UITROL.bean(Rebuilds.class);
  }

  private static RebuildRun run(String view) {
    return rebuilds().views().stream()
        .filter(one -> one.name().equals(view))
        .map(Rebuilds.View::run)
        .findFirst()
        .orElseThrow();
  }

  private static RebuildEvent awaitLast(String view) {
    awaitAll();
    settle();
    return rebuilds().views().stream()
        .filter(one -> one.name().equals(view))
        .map(Rebuilds.View::last)
        .findFirst()
        .orElseThrow();
  }

  /** A test that hangs here would be stopped by the build. */
  private static void awaitAll() {
    while (rebuilds().views().stream().anyMatch(one -> one.run() != null)) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static void settle() {
    Processors processors = UITROL.bean(Processors.class);
    while (!processors.caughtUp()) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private static Map<String, String> digests() {
    return ViewDigests.of(UITROL.jdbc(), UITROL.bean(Projections.class));
  }

  private static int letters() {
    return UITROL.bean(DeadLetters.class).list().size();
  }

  private static long count(String sql) {
    return UITROL.jdbc().sql(sql).query(Long.class).single();
  }

  private static List<String> tablesBeside() {
    return UITROL
        .jdbc()
        .sql(
            "select table_name from information_schema.tables where table_schema = 'uitrol_rebuild'")
        .query(String.class)
        .list();
  }
}
