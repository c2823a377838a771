package org.uitrol.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.support.RunningApplication;
import sample.pots.Bell;
import sample.pots.PotCommand.SmashPot;
import sample.pots.PotId;

class PotsOnPostgres {

  @RegisterExtension static final RunningApplication APP = Pots.application();

  private final Pots pots = new Pots(APP);

  @Test
  void a_command_is_stored_as_readable_json_under_stable_names() {
    pots.open("json", 3);
    pots.putIn("json", 1);

    assertThat(pots.rows("json"))
        .extracting(
            row -> row.get("type"),
            row -> row.get("payload_type"),
            row -> row.get("payload_revision"))
        .containsExactly(tuple("pot", "pot.opened", "2"), tuple("pot", "pot.coin-put-in", "1"));
    assertThat(pots.rows("json").get(0).get("payload"))
        .isEqualTo(
            "{\"pot\":\"json\",\"label\":{\"nl\":\"Spaarpot\"},\"size\":3,"
                + "\"lid\":{\"kind\":\"screw-lid\",\"turns\":2},\"at\":\"2027-01-11T08:00:00Z\"}");
    assertThat(pots.rows("json").get(1).get("payload"))
        .isEqualTo(
            "{\"pot\":\"json\",\"coins\":1,\"tried\":[{\"kind\":\"cork-lid\"},"
                + "{\"kind\":\"screw-lid\",\"turns\":1}],\"others\":{\"other\":1},"
                + "\"at\":\"2027-01-11T08:00:00Z\"}");
    assertThat((String) pots.rows("json").get(0).get("meta_data"))
        .startsWith("{")
        .contains("\"actor\":\"account:ann\"", "\"cause\":\"", "\"correlation\":\"");
  }

  @Test
  void a_rejection_reaches_the_caller_as_it_is_and_stores_nothing() {
    assertThatThrownBy(() -> pots.putIn("none", 1))
        .isExactlyInstanceOf(Rejected.class)
        .hasMessageStartingWith("POT_UNKNOWN");
    assertThatThrownBy(() -> pots.desk().send(new SmashPot(new PotId("none"), Pots.AT), Pots.ANN))
        .isExactlyInstanceOf(IllegalStateException.class);
    assertThat(pots.rows("none")).isEmpty();
  }

  @Test
  void opening_twice_changes_nothing() {
    pots.open("twice", 3);
    pots.open("twice", 3);
    assertThat(pots.rows("twice")).hasSize(1);
  }

  @Test
  void a_process_reacts_once_and_goes_on_after_a_rejection() {
    pots.fill("full");
    pots.awaitCaughtUp();

    assertThat(pots.names("full+")).containsExactly("pot.opened", "pot.coin-put-in");
    Object filled = pots.rows("full").get(2).get("event_identifier");
    assertThat((String) pots.rows("full+").get(1).get("meta_data"))
        .contains("\"actor\":\"process:NextPot\"", "\"cause\":\"" + filled + "\"");
    assertThat(APP.bean(Bell.class).rung()).containsOnlyOnce("full");
    assertThat(pots.seen("full+")).isEqualTo(2);
  }

  @Test
  void the_whole_chain_names_the_command_with_which_it_began() {
    pots.fill("chain");
    pots.awaitCaughtUp();
    assertThat(correlation("chain+", 1))
        .isEqualTo(correlation("chain", 2))
        .isNotEqualTo(correlation("chain", 0));
  }

  @Test
  void a_rejection_leaves_a_surrounding_transaction_alone() {
    APP.bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              assertThatThrownBy(() -> pots.putIn("inner", 1)).isInstanceOf(Rejected.class);
              pots.open("inner", 3);
            });
    assertThat(pots.names("inner")).containsExactly("pot.opened");
  }

  @Test
  void any_other_failure_undoes_a_surrounding_transaction() {
    assertThatThrownBy(
            () ->
                APP.bean(TransactionTemplate.class)
                    .executeWithoutResult(
                        status -> {
                          pots.open("lost", 3);
                          assertThatThrownBy(
                                  () ->
                                      pots.desk()
                                          .send(new SmashPot(new PotId("lost"), Pots.AT), Pots.ANN))
                              .isInstanceOf(IllegalStateException.class);
                        }))
        .isInstanceOf(UnexpectedRollbackException.class);
    assertThat(pots.rows("lost")).isEmpty();
  }

  private Object correlation(String pot, int index) {
    return String.valueOf(pots.rows(pot).get(index).get("meta_data"))
        .replaceAll(".*\"correlation\":\"([^\"]*)\".*", "$1");
  }
}
