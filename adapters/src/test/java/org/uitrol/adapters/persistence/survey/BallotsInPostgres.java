package org.uitrol.adapters.persistence.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@Timeout(120)
class BallotsInPostgres {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final PostgresBallotBox box;

  BallotsInPostgres(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    box = new PostgresBallotBox(jdbc);
  }

  @Test
  void come_out_as_they_went_in_however_often_the_box_is_closed() {
    SurveyId survey = opened("s-1");
    box.open(survey);
    cast(survey, 1);
    box.open(survey);
    cast(survey, 2);

    assertThat(close(survey)).containsExactlyInAnyOrder(ballot(1), ballot(2));
    assertThat(close(survey)).containsExactlyInAnyOrder(ballot(1), ballot(2));
  }

  @Test
  void go_into_no_box_that_is_closed_or_that_nobody_opened() {
    SurveyId survey = opened("s-2");
    close(survey);
    box.open(survey);

    for (SurveyId closed : List.of(survey, new SurveyId("none"))) {
      assertThatThrownBy(() -> cast(closed, 1))
          .isInstanceOfSatisfying(
              Rejected.class, refused -> assertThat(refused.code()).isEqualTo("SURVEY_CLOSED"));
    }
    assertThat(close(survey)).isEmpty();
    assertThat(close(new SurveyId("none"))).isEmpty();
  }

  @Test
  void lie_in_urns_of_fifty_in_which_nothing_tells_who_came_first() {
    SurveyId survey = opened("s-3");
    IntStream.range(0, 120).forEach(number -> cast(survey, number));

    List<Integer> sizes =
        jdbc.sql(
                "select json_array_length(ballots::json) from ballot_urn"
                    + " where survey_id = 's-3' order by number")
            .query(Integer.class)
            .list();
    assertThat(sizes).containsExactly(50, 50, 20);
    List<Ballot> all = close(survey);
    assertThat(all).hasSize(120).doesNotHaveDuplicates();
    List<Ballot> first = IntStream.range(0, 50).mapToObj(BallotsInPostgres::ballot).toList();
    assertThat(all.subList(0, 50)).containsExactlyInAnyOrderElementsOf(first);
    assertThat(all.subList(0, 50)).isNotEqualTo(first);
    assertThat(
            jdbc.sql(
                    "select column_name from information_schema.columns"
                        + " where table_name in ('ballot_box', 'ballot_urn')")
                .query(String.class)
                .set())
        .containsExactlyInAnyOrder("survey_id", "is_open", "number", "ballots");
  }

  @Test
  void are_not_there_when_the_transaction_that_cast_them_fails() {
    SurveyId survey = opened("s-4");
    transactions.executeWithoutResult(
        failing -> {
          box.cast(survey, ballot(1));
          failing.setRollbackOnly();
        });
    assertThat(close(survey)).isEmpty();
  }

  /** Those that were taken are counted, those that came too late were refused: no third way. */
  @Test
  void of_many_people_at_once_are_all_there_until_the_box_is_closed() throws Exception {
    SurveyId survey = opened("s-5");
    List<Callable<Integer>> work = new ArrayList<>();
    for (int voter = 0; voter < 3; voter++) {
      int from = voter * 100;
      work.add(
          () -> {
            int taken = 0;
            for (int number = from; number < from + 100; number++) {
              taken += tryCast(survey, number) ? 1 : 0;
            }
            return taken;
          });
    }
    work.add(
        () -> {
          while (count(survey) < 40) {
            Thread.onSpinWait();
          }
          return -close(survey).size();
        });
    ExecutorService threads = Executors.newFixedThreadPool(4);
    int sum = 0;
    try {
      for (Future<Integer> done : threads.invokeAll(work)) {
        sum += done.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(sum).as("taken and not counted").isZero();
    assertThat(close(survey)).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
  }

  private boolean tryCast(SurveyId survey, int number) {
    try {
      cast(survey, number);
      return true;
    } catch (Rejected closed) {
      return false;
    }
  }

  private int count(SurveyId survey) {
    return jdbc.sql(
            "select coalesce(sum(json_array_length(ballots::json)), 0) from ballot_urn"
                + " where survey_id = :survey")
        .param("survey", survey.value())
        .query(Integer.class)
        .single();
  }

  private SurveyId opened(String id) {
    SurveyId survey = new SurveyId(id);
    box.open(survey);
    return survey;
  }

  private void cast(SurveyId survey, int number) {
    transactions.executeWithoutResult(voting -> box.cast(survey, ballot(number)));
  }

  private List<Ballot> close(SurveyId survey) {
    List<Ballot> ballots = transactions.execute(counting -> box.close(survey));
    return ballots == null ? List.of() : ballots;
  }

  private static Ballot ballot(int number) {
    Map<String, String> answers = new HashMap<>();
    answers.put("worry", "" + number);
    answers.put("more", "“Ä\n'; drop table ballot_urn; --” 🙂");
    return new Ballot(answers);
  }
}
