package org.uitrol.adapters.persistence.eventstore;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;
import sample.pots.PotApplication;
import sample.pots.PotCommand.OpenPot;
import sample.pots.PotCommand.PutCoinIn;
import sample.pots.PotId;

/** The sample application as the tests of the event store use it. */
final class Pots {

  static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  static final Actor ANN = Actor.account(new AccountId("ann"));

  private final RunningApplication app;

  Pots(RunningApplication app) {
    this.app = app;
  }

  static RunningApplication application() {
    return RunningApplication.of(PotApplication.class)
        .with("spring.main.web-application-type=none");
  }

  CommandDesk desk() {
    return app.bean(CommandDesk.class);
  }

  void open(String pot, int size) {
    desk().send(new OpenPot(new PotId(pot), size, AT), ANN);
  }

  void putIn(String pot, int coins) {
    desk().send(new PutCoinIn(new PotId(pot), coins, AT), ANN);
  }

  /** Opens a pot for one coin and puts that in: the process will open the next one. */
  void fill(String pot) {
    open(pot, 1);
    putIn(pot, 1);
  }

  void awaitCaughtUp() {
    await().atMost(Duration.ofSeconds(30)).until(app.bean(Processors.class)::caughtUp);
  }

  List<Map<String, Object>> rows(String pot) {
    return app.database()
        .sql(
            "select * from domain_event_entry where aggregate_identifier = ? order by global_index")
        .param(pot)
        .query()
        .listOfRows();
  }

  List<Object> names(String pot) {
    return rows(pot).stream().map(row -> row.get("payload_type")).toList();
  }

  /** How many events the view has counted. */
  int seen(String pot) {
    return app.jdbc()
        .sql("select coalesce(max(events), 0) from pot_view where pot = ?")
        .param(pot)
        .query(Integer.class)
        .single();
  }

  /** Stores an event as another server would: committed at once. */
  void write(String pot, long number, String name, String revision, String payload) {
    app.database()
        .sql(
            """
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number,
                   type, time_stamp, payload_type, payload_revision, payload, meta_data)
            values (:id, :pot, :number, 'pot', '2027-01-11T08:00:00.000Z', :name, :revision,
                    :payload, '{}')
            """)
        .param("id", pot + "-" + number)
        .param("pot", pot)
        .param("number", number)
        .param("name", name)
        .param("revision", revision)
        .param("payload", payload)
        .update();
  }

  /** Takes events out again as nobody but the owner of the database can. */
  void undo(String which) {
    app.database().sql("alter table domain_event_entry disable trigger all").update();
    app.database().sql("delete from domain_event_entry where " + which).update();
    app.database().sql("alter table domain_event_entry enable trigger all").update();
    app.database()
        .sql("alter table domain_event_entry enable always trigger refuse_to_alter_history")
        .update();
  }
}
