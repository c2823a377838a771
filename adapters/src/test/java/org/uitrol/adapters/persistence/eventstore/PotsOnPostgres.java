package org.uitrol.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.uitrol.application.shared.Actor;
import org.uitrol.application.shared.CommandDesk;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.support.RunningApplication;
import sample.pots.Bell;
import sample.pots.PotApplication;
import sample.pots.PotCommand.OpenPot;
import sample.pots.PotCommand.PutCoinIn;
import sample.pots.PotCommand.SmashPot;
import sample.pots.PotId;

class PotsOnPostgres {

  private static final Instant AT = Instant.parse("2027-01-11T08:00:00Z");
  private static final Actor ANN = Actor.account(new AccountId("ann"));

  @RegisterExtension
  static final RunningApplication APP =
      RunningApplication.of(PotApplication.class).with("spring.main.web-application-type=none");

  private final CommandDesk desk = APP.bean(CommandDesk.class);

  @Test
  void a_command_is_stored_as_readable_json_under_stable_names() {
    PotId pot = new PotId("json");
    desk.send(new OpenPot(pot, 3, AT), ANN);
    desk.send(new PutCoinIn(pot, 1, AT), ANN);

    assertThat(rows("json"))
        .extracting(row -> row.get("type"), row -> row.get("payload_type"), Rows.REVISION)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("pot", "pot.opened", "2"),
            org.assertj.core.groups.Tuple.tuple("pot", "pot.coin-put-in", "1"));
    assertThat(rows("json").get(0).get("payload"))
        .isEqualTo(
            "{\"pot\":\"json\",\"label\":{\"nl\":\"Spaarpot\"},\"size\":3,"
                + "\"lid\":{\"kind\":\"screw-lid\",\"turns\":2},\"at\":\"2027-01-11T08:00:00Z\"}");
    assertThat(rows("json").get(1).get("payload"))
        .isEqualTo(
            "{\"pot\":\"json\",\"coins\":1,\"tried\":[{\"kind\":\"cork-lid\"},"
                + "{\"kind\":\"screw-lid\",\"turns\":1}],\"others\":{\"other\":1},"
                + "\"at\":\"2027-01-11T08:00:00Z\"}");
    assertThat((String) rows("json").get(0).get("meta_data"))
        .startsWith("{")
        .contains("\"actor\":\"account:ann\"", "\"cause\":\"", "\"correlation\":\"");
  }

  @Test
  void a_rejection_reaches_the_caller_as_it_is_and_stores_nothing() {
    assertThatThrownBy(() -> desk.send(new PutCoinIn(new PotId("none"), 1, AT), ANN))
        .isExactlyInstanceOf(Rejected.class)
        .hasMessageStartingWith("POT_UNKNOWN");
    assertThatThrownBy(() -> desk.send(new SmashPot(new PotId("none"), AT), ANN))
        .isExactlyInstanceOf(IllegalStateException.class);
    assertThat(rows("none")).isEmpty();
  }

  @Test
  void opening_twice_changes_nothing() {
    desk.send(new OpenPot(new PotId("twice"), 3, AT), ANN);
    desk.send(new OpenPot(new PotId("twice"), 3, AT), ANN);
    assertThat(rows("twice")).hasSize(1);
  }

  @Test
  void a_process_reacts_once_and_goes_on_after_a_rejection() {
    desk.send(new OpenPot(new PotId("full"), 1, AT), ANN);
    desk.send(new PutCoinIn(new PotId("full"), 1, AT), ANN);
    await().until(APP.bean(Processors.class)::caughtUp);

    assertThat(rows("full+"))
        .extracting(row -> row.get("payload_type"))
        .containsExactly("pot.opened", "pot.coin-put-in");
    String filled = (String) rows("full").get(2).get("event_identifier");
    assertThat((String) rows("full+").get(1).get("meta_data"))
        .contains("\"actor\":\"process:NextPot\"", "\"cause\":\"" + filled + "\"");
    assertThat(APP.bean(Bell.class).rung()).containsOnlyOnce("full");
    assertThat(
            APP.jdbc()
                .sql("select events from pot_view where pot = 'full+'")
                .query(int.class)
                .single())
        .isEqualTo(2);
  }

  private static List<Map<String, Object>> rows(String pot) {
    return APP.jdbc()
        .sql(
            "select * from domain_event_entry where aggregate_identifier = ? order by global_index")
        .param(pot)
        .query()
        .listOfRows();
  }

  private static final class Rows {
    static final java.util.function.Function<Map<String, Object>, Object> REVISION =
        row -> row.get("payload_revision");
  }
}
