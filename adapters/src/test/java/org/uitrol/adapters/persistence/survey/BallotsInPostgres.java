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
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.TestVault;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;
import org.uitrol.domain.shared.Rejected;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.Ballot;
import org.uitrol.domain.survey.SurveyPlan;
import org.uitrol.domain.survey.SurveyPlan.Kind;
import org.uitrol.domain.survey.SurveyPlan.Question;
import org.uitrol.domain.survey.result.Breakdown;
import org.uitrol.domain.survey.result.Counts;
import org.uitrol.domain.survey.result.Counts.Given;
import org.uitrol.domain.survey.result.Group;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@Timeout(120)
class BallotsInPostgres {

  private static final PersonId VOTER = new PersonId("p-voter");
  private static final Question WORRY =
      new Question(
          "worry",
          Kind.SCALE,
          Text.of("en", "Do you worry?"),
          5,
          null,
          null,
          List.of(),
          false,
          true);
  private static final SurveyPlan PLAN =
      new SurveyPlan(Text.of("en", "Ready?"), null, List.of(WORRY));

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final PersonVault vault;
  private final PostgresBallotBox box;

  BallotsInPostgres(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    vault = TestVault.of(jdbc, transactions);
    box =
        new PostgresBallotBox(
            jdbc, vault, MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
  }

  @Test
  void come_out_as_they_went_in_however_often_the_box_is_closed() {
    SurveyId survey = opened("s-1");
    box.open(survey, PLAN);
    cast(survey, 1);
    box.open(survey, PLAN);
    cast(survey, 2);

    assertThat(close(survey)).containsExactlyInAnyOrder(ballot(1), ballot(2));
    assertThat(close(survey)).containsExactlyInAnyOrder(ballot(1), ballot(2));
  }

  @Test
  void go_into_no_box_that_is_closed_or_that_nobody_opened() {
    SurveyId survey = opened("s-2");
    close(survey);
    box.open(survey, PLAN);

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
        jdbc.sql("select size from ballot_urn" + " where survey_id = 's-3' order by number")
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
        .containsExactlyInAnyOrder(
            "survey_id", "is_open", "counted", "counts", "number", "ballots", "sealed", "size");
  }

  @Test
  void are_counted_by_what_was_known_of_people_when_they_were_asked() {
    SurveyId survey = opened("s-6");
    PersonId leader = new PersonId("p-leader");
    PersonId clerk = new PersonId("p-clerk");
    vault.put(leader, known("Ria", "Head  of Finance "));
    vault.put(clerk, known("Ad", "Clerk"));
    jdbc.sql("insert into process_membership values ('p-clerk', 'finance', 'p-leader')").update();
    box.note(survey, List.of(leader, clerk, VOTER));
    vault.put(clerk, known("Ad", "Director"));
    box.note(survey, List.of(clerk));
    for (PersonId person : List.of(leader, clerk, VOTER)) {
      transactions.executeWithoutResult(voting -> box.cast(survey, person, ballot(3)));
    }

    assertThatThrownBy(() -> box.take(survey, PLAN))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("SURVEY_OPEN"));
    close(survey);
    Counts counts = box.take(survey, PLAN);

    assertThat(counts.given())
        .isEqualTo(
            Map.of(
                given(Breakdown.EVERYBODY, ""), 3,
                given(Breakdown.LEADING, Breakdown.LEADER), 1,
                given(Breakdown.LEADING, Breakdown.STAFF), 1,
                given(Breakdown.FUNCTION, "Head of Finance"), 1,
                given(Breakdown.FUNCTION, "Clerk"), 1));
    assertThat(counts.answered().values()).containsExactly(1, 1, 1);
    assertThat(
            jdbc.sql("select count(*) from ballot_traits where survey_id = 's-6'")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select counts from ballot_box where survey_id = 's-6'")
                .query(byte[].class)
                .optional())
        .isEmpty();
  }

  @Test
  void can_not_be_read_without_the_key_nor_be_told_apart_by_their_length() {
    SurveyId survey = opened("s-7");
    cast(survey, 1);
    List<Integer> lengths = lengths(survey);
    cast(survey, 2);

    assertThat(lengths).hasSize(2).isEqualTo(lengths(survey));
    assertThat(
            jdbc.sql(
                    "select count(*) from ballot_urn where survey_id = 's-7' and (ballots is not"
                        + " null or position('worry'::bytea in sealed) > 0)")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void that_are_half_filled_open_for_their_person_only_and_go_when_cast_or_closed() {
    SurveyId survey = opened("s-9");
    vault.put(VOTER, known("Vic", "Clerk"));
    PersonId other = new PersonId("p-other");
    vault.put(other, known("Otto", "Clerk"));
    box.keep(survey, VOTER, Map.of("worry", "2", "more", "half"));
    box.keep(survey, VOTER, Map.of("worry", "3"));
    box.keep(survey, other, Map.of("worry", "5"));

    assertThat(box.kept(survey, VOTER)).isEqualTo(Map.of("worry", "3"));
    assertThat(box.kept(new SurveyId("s-1"), VOTER)).isEmpty();
    jdbc.sql(
            "update ballot_draft set sealed = (select sealed from ballot_draft"
                + " where survey_id = 's-9' and person_id = 'p-voter')"
                + " where survey_id = 's-9' and person_id = 'p-other'")
        .update();
    assertThatThrownBy(() -> box.kept(survey, other)).isInstanceOf(RuntimeException.class);

    cast(survey, 4);
    assertThat(box.kept(survey, VOTER)).isEmpty();
    close(survey);
    assertThat(box.kept(survey, other)).isEmpty();
    assertThatThrownBy(() -> box.keep(survey, other, Map.of("worry", "1")))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("SURVEY_CLOSED"));
  }

  @Test
  void give_their_texts_alone_and_are_gone_once_the_box_is_emptied() {
    SurveyPlan plan =
        new SurveyPlan(
            Text.of("en", "Ready?"),
            null,
            List.of(
                WORRY,
                new Question(
                    "more",
                    Kind.TEXT,
                    Text.of("en", "More?"),
                    0,
                    null,
                    null,
                    List.of(),
                    false,
                    false)));
    SurveyId survey = opened("s-10");
    cast(survey, 1);
    assertThatThrownBy(() -> transactions.executeWithoutResult(open -> box.empty(survey)))
        .isInstanceOfSatisfying(
            Rejected.class, refused -> assertThat(refused.code()).isEqualTo("SURVEY_OPEN"));
    close(survey);

    assertThat(box.texts(survey, plan)).containsOnlyKeys("more");
    assertThat(box.texts(survey, plan).get("more")).hasSize(1);
    assertThat(box.count(survey)).isEqualTo(1);
    transactions.executeWithoutResult(told -> box.empty(survey));
    transactions.executeWithoutResult(told -> box.empty(survey));
    assertThat(box.count(survey)).isZero();
    assertThat(close(survey)).isEmpty();
  }

  @Test
  void that_were_cast_before_they_were_sealed_are_still_counted() {
    jdbc.sql("insert into ballot_box (survey_id, is_open) values ('s-8', true)").update();
    jdbc.sql(
            "insert into ballot_urn (survey_id, number, ballots, size)"
                + " values ('s-8', 1, '[{\"worry\":\"4\"}]', 1)")
        .update();
    SurveyId survey = new SurveyId("s-8");
    cast(survey, 5);

    assertThat(close(survey)).hasSize(2).contains(new Ballot(Map.of("worry", "4")));
    assertThat(box.take(survey, PLAN).given())
        .containsEntry(new Given("worry", Group.EVERYBODY, "4"), 1)
        .containsEntry(new Given("worry", Group.EVERYBODY, "5"), 1)
        .hasSize(2);
  }

  @Test
  void are_not_there_when_the_transaction_that_cast_them_fails() {
    SurveyId survey = opened("s-4");
    transactions.executeWithoutResult(
        failing -> {
          box.cast(survey, VOTER, ballot(1));
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
    return jdbc.sql("select coalesce(sum(size), 0) from ballot_urn" + " where survey_id = :survey")
        .param("survey", survey.value())
        .query(Integer.class)
        .single();
  }

  private List<Integer> lengths(SurveyId survey) {
    return jdbc.sql(
            "select length(sealed) from ballot_urn where survey_id = :survey union all"
                + " select length(counts) from ballot_box where survey_id = :survey")
        .param("survey", survey.value())
        .query(Integer.class)
        .list();
  }

  private static Given given(Breakdown by, String value) {
    return new Given("worry", new Group(by, value), "3");
  }

  private static PersonalData known(String name, String function) {
    return PersonalData.UNKNOWN.with(
        Map.of(PersonField.GIVEN_NAME, name, PersonField.FUNCTION, function));
  }

  private SurveyId opened(String id) {
    SurveyId survey = new SurveyId(id);
    box.open(survey, PLAN);
    return survey;
  }

  private void cast(SurveyId survey, int number) {
    transactions.executeWithoutResult(voting -> box.cast(survey, VOTER, ballot(number)));
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
