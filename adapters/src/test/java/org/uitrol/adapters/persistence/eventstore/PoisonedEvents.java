package org.uitrol.adapters.persistence.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.uitrol.adapters.persistence.eventstore.DeadLetters.Letter;
import org.uitrol.support.RunningApplication;
import sample.pots.Mishaps;

class PoisonedEvents {

  @RegisterExtension static final RunningApplication APP = Pots.application();

  private final Pots pots = new Pots(APP);
  private final Mishaps mishaps = APP.bean(Mishaps.class);
  private final DeadLetters letters = APP.bean(DeadLetters.class);

  @AfterEach
  void mend() {
    mishaps.mend();
    APP.jdbc().sql("delete from dead_letter_entry").update();
  }

  @Test
  void a_failing_process_leaves_nothing_behind_but_a_letter_and_is_handled_after_mending() {
    mishaps.fail("process", "sick", () -> new IllegalArgumentException("bad luck"));
    pots.fill("sick");
    pots.awaitCaughtUp();

    assertThat(pots.rows("sick+")).isEmpty();
    Letter letter = onlyLetter();
    assertThat(letter.processor()).isEqualTo("process");
    assertThat(letter.event()).isEqualTo("pot.filled");
    assertThat(letter.cause()).contains("IllegalArgumentException", "bad luck");

    assertThat(letters.retry("process", letter.id())).isFalse();
    assertThat(pots.rows("sick+")).isEmpty();
    assertThat(letters.list()).hasSize(1);

    mishaps.mend();
    assertThat(letters.retry("process", letter.id())).isTrue();
    pots.awaitCaughtUp();
    assertThat(pots.names("sick+")).containsExactly("pot.opened", "pot.coin-put-in");
    assertThat(letters.list()).isEmpty();
  }

  @Test
  void what_comes_after_it_in_the_same_sequence_waits_behind_it() {
    mishaps.fail("process", "head", () -> new IllegalArgumentException("bad luck"));
    pots.fill("head");
    pots.fill("tail");
    pots.awaitCaughtUp();

    assertThat(pots.rows("tail+")).isEmpty();
    assertThat(letters.list()).hasSizeGreaterThan(1);
    assertThat(letters.list().get(0).cause()).isNotNull();

    mishaps.mend();
    assertThat(letters.retry("process", letters.list().get(0).id())).isTrue();
    assertThat(pots.rows("head+")).hasSize(2);
    assertThat(pots.rows("tail+")).hasSize(2);
  }

  @Test
  void a_view_goes_on_with_other_aggregates() {
    mishaps.fail("view", "dark", () -> new IllegalArgumentException("bad luck"));
    pots.open("dark", 3);
    pots.open("bright", 3);
    pots.awaitCaughtUp();

    assertThat(pots.seen("dark")).isZero();
    assertThat(pots.seen("bright")).isEqualTo(1);
    mishaps.mend();
    assertThat(letters.retry("view.pots", onlyLetter().id())).isTrue();
    assertThat(pots.seen("dark")).isEqualTo(1);
  }

  @Test
  void a_process_that_hides_a_bug_loses_its_work_all_the_same() {
    mishaps.smash("hidden");
    pots.fill("hidden");
    pots.awaitCaughtUp();
    assertThat(pots.rows("hidden+")).isEmpty();
    assertThat(onlyLetter().cause()).contains("a command failed");
  }

  @Test
  void a_database_that_is_away_is_waited_for_without_a_letter() {
    AtomicInteger attempts = new AtomicInteger();
    mishaps.fail(
        "process",
        "patient",
        () -> {
          if (attempts.incrementAndGet() == 2) {
            mishaps.mend();
          }
          return new TransientDataAccessResourceException("gone for a moment");
        });
    pots.fill("patient");
    await().until(() -> attempts.get() == 2);
    pots.awaitCaughtUp();

    assertThat(letters.list()).isEmpty();
    assertThat(pots.names("patient+")).containsExactly("pot.opened", "pot.coin-put-in");
    assertThat(pots.seen("patient")).isEqualTo(3);
  }

  @Test
  void a_statement_that_can_never_succeed_becomes_a_letter() {
    mishaps.fail("view", "double", () -> new DuplicateKeyException("twice the same"));
    pots.open("double", 3);
    pots.awaitCaughtUp();
    assertThat(onlyLetter().processor()).isEqualTo("view.pots");
  }

  @Test
  void a_letter_is_discarded_with_a_reason_only_and_stays_on_record() {
    mishaps.fail("view", "given up", () -> new IllegalArgumentException("bad luck"));
    pots.open("given up", 3);
    pots.awaitCaughtUp();
    Letter letter = onlyLetter();

    assertThatThrownBy(() -> letters.discard("view.pots", letter.id(), " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> letters.discard("process", letter.id(), "wrong processor"))
        .isInstanceOf(IllegalArgumentException.class);
    letters.discard("view.pots", letter.id(), "the pot was only a test");

    assertThat(letters.list()).isEmpty();
    assertThat(
            APP.jdbc()
                .sql("select reason from discarded_letter where aggregate_identifier = 'given up'")
                .query(String.class)
                .list())
        .isEqualTo(List.of("the pot was only a test"));
  }

  private Letter onlyLetter() {
    assertThat(letters.list()).hasSize(1);
    return letters.list().get(0);
  }
}
