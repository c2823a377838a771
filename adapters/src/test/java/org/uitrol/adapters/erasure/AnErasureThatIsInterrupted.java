package org.uitrol.adapters.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.persistence.eventstore.Processors;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.port.OwnGoals;
import org.uitrol.application.directory.port.OwnGoals.Goal;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.application.erasure.Erasures;
import org.uitrol.application.shared.Processing;
import org.uitrol.domain.erasure.DataKind;
import org.uitrol.domain.erasure.Erasure;
import org.uitrol.domain.erasure.Erasure.Status;
import org.uitrol.domain.erasure.ErasureGround;
import org.uitrol.domain.erasure.ErasureStep;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.support.RunningApplication;

@Timeout(300)
class AnErasureThatIsInterrupted {

  private static final AccountId ANN = new AccountId("account-ann");
  private static final AccountId BOB = new AccountId("account-bob");

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class)
          .with("uitrol.data=target/data/interrupted-" + UUID.randomUUID());

  private static SmallTown town;

  /** What a power cut looks like to a transaction. */
  private static final class PowerCut extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  @BeforeAll
  static void a_town_is_under_way() {
    town = new SmallTown(UITROL);
    town.begin();
  }

  @Test
  void before_any_step_is_stored_does_that_step_again() {
    PersonId person = somebody("cut", "3001");
    stopTimers();
    Erasures erasures = UITROL.bean(Erasures.class);
    erasures.request(person, ErasureGround.ASKED, ANN, null);
    erasures.approve(person, BOB, null);
    List<ErasureStep> done = new ArrayList<>();
    for (ErasureStep step : ErasureStep.values()) {
      assertThat(erasure(person).next()).contains(step);
      awaitNoMailUnderWay(person);
      assertThatThrownBy(
              () ->
                  transaction()
                      .executeWithoutResult(
                          status -> {
                            erasures.goOn(person, town.now());
                            throw new PowerCut();
                          }))
          .isInstanceOf(PowerCut.class);
      assertThat(erasure(person).done()).isEqualTo(done);
      if (step == ErasureStep.KEY) {
        assertThat(UITROL.bean(PersonVault.class).find(person)).as("rolled back").isPresent();
      }

      awaitNoMailUnderWay(person);
      transaction().executeWithoutResult(status -> erasures.goOn(person, town.now()));
      done.add(step);
      assertThat(erasure(person).done()).isEqualTo(done);
    }
    transaction().executeWithoutResult(status -> erasures.goOn(person, town.now()));

    Erasure erased = erasure(person);
    assertThat(erased.status()).isEqualTo(Status.ERASED);
    assertThat(UITROL.bean(PersonVault.class).find(person)).isEmpty();
    assertThat(erased.destroyed())
        .containsEntry(DataKind.PROFILE, 1)
        .containsEntry(DataKind.OWN_GOALS, 1)
        .containsEntry(DataKind.MEMBERSHIPS, 1);
    startTimers();
  }

  @Test
  void between_two_steps_goes_on_by_itself_after_a_restart() {
    PersonId person = somebody("restart", "3002");
    stopTimers();
    Erasures before = UITROL.bean(Erasures.class);
    before.request(person, ErasureGround.ASKED, ANN, null);
    before.approve(person, BOB, null);
    for (int step = 0; step < 3; step++) {
      awaitNoMailUnderWay(person);
      transaction().executeWithoutResult(status -> before.goOn(person, town.now()));
    }
    assertThat(erasure(person).next()).contains(ErasureStep.WORDS);
    assertThat(UITROL.bean(OwnGoals.class).of(person)).hasSize(1);

    UITROL.restart();
    town = new SmallTown(UITROL);
    await().atMost(Duration.ofSeconds(90)).until(() -> erasure(person).status() == Status.ERASED);

    assertThat(UITROL.bean(PersonVault.class).find(person)).isEmpty();
    assertThat(UITROL.bean(OwnGoals.class).of(person)).isEmpty();
    assertThat(erasure(person).destroyed()).containsEntry(DataKind.OWN_GOALS, 1);
    assertThat(erasure(person).repeated()).isFalse();
  }

  private static PersonId somebody(String name, String number) {
    PersonId person = new PersonId("p-" + name);
    town.employ(person, number, name + "@town.example", "Somebody " + name, "en");
    town.settle();
    town.session(name, ActivityKind.DEMO, 9, 9, person);
    UITROL.bean(OwnGoals.class).put(person, new Goal("goal-1", 1, "Write less", "", false));
    await().atMost(Duration.ofSeconds(30)).until(() -> UITROL.bean(Processors.class).caughtUp());
    return person;
  }

  /** Giving seats back may lead to a last mail, which a step would wait for. */
  private static void awaitNoMailUnderWay(PersonId person) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                UITROL.bean(Processors.class).lag().entrySet().stream()
                        .filter(one -> !one.getKey().equals(Processing.TIMERS))
                        .allMatch(one -> one.getValue() == 0)
                    && UITROL
                        .jdbc()
                        .sql(
                            "select not exists (select from outbox where person_id = :person"
                                + " and state <> 'SETTLED' and due_at <= now())")
                        .param("person", person.value())
                        .query(Boolean.class)
                        .single());
  }

  private static Erasure erasure(PersonId person) {
    return UITROL.bean(Erasures.class).find(person).orElseThrow();
  }

  private static TransactionTemplate transaction() {
    return new TransactionTemplate(UITROL.bean(PlatformTransactionManager.class));
  }

  /** So that nothing but this test does a step. */
  private static void stopTimers() {
    processor().shutDown();
  }

  private static void startTimers() {
    processor().start();
  }

  private static EventProcessor processor() {
    return UITROL
        .bean(EventProcessingConfiguration.class)
        .<EventProcessor>eventProcessor(Processing.TIMERS)
        .orElseThrow();
  }
}
