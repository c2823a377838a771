package org.uitrol.adapters.persistence.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.SurveyId;
import org.uitrol.support.PostgresExtension;

@ExtendWith(PostgresExtension.class)
@Timeout(60)
class ResponsesThatWereTaken {

  private static final MasterKey MASTER =
      MasterKey.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final SurveyId SURVEY = new SurveyId("q-1");
  private static final SurveyId OTHER = new SurveyId("q-2");

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final PostgresTakenResponses taken;

  ResponsesThatWereTaken(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    taken = new PostgresTakenResponses(jdbc, MASTER);
  }

  @Test
  void are_known_of_their_source_until_their_survey_is_forgotten() {
    AnswerSourceId source = new AnswerSourceId("s-1");
    add(source, SURVEY, "1", "2");
    add(source, OTHER, "3");
    add(source, SURVEY, "4");

    assertThat(List.of("1", "2", "3", "4")).allMatch(taken.of(source));
    assertThat(List.of("5", "", "response/1")).noneMatch(taken.of(source));
    assertThat(taken.of(new AnswerSourceId("s-2")).test("1")).isFalse();

    taken.forget(SURVEY);
    assertThat(List.of("1", "2", "4")).noneMatch(taken.of(source));
    assertThat(taken.of(source).test("3")).isTrue();
    taken.forget(source);
    assertThat(taken.of(source).test("3")).isFalse();
  }

  /** Opened with the key, one row says which there are, and nothing of which came first. */
  @Test
  void lie_in_the_order_of_their_hashes_alone() {
    AnswerSourceId source = new AnswerSourceId("s-3");
    IntStream.range(0, 30).forEach(one -> add(source, SURVEY, "" + one));

    List<byte[]> rows = rows(source);
    assertThat(rows).hasSize(1);
    byte[] plain =
        new VaultCipher(MASTER)
            .open(
                MASTER.derive("uitrol taken responses 1"),
                SURVEY,
                "taken of " + source,
                rows.get(0));
    List<String> hashes =
        IntStream.range(0, 30)
            .mapToObj(at -> HexFormat.of().formatHex(plain, at * 32, at * 32 + 32))
            .toList();
    assertThat(hashes).isSorted().doesNotHaveDuplicates();
    assertThat(
            jdbc.sql(
                    "select column_name from information_schema.columns"
                        + " where table_name = 'answer_source_taken'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("source", "survey", "sealed");
  }

  @Test
  void take_as_much_room_whether_few_or_more() {
    AnswerSourceId few = new AnswerSourceId("s-4");
    AnswerSourceId more = new AnswerSourceId("s-5");
    add(few, SURVEY, "1");
    IntStream.range(0, 200).forEach(one -> add(more, SURVEY, "response-of-ann-" + one));

    assertThat(rows(few).get(0)).hasSameSizeAs(rows(more).get(0));
    assertThat(new String(rows(more).get(0), StandardCharsets.ISO_8859_1)).doesNotContain("ann");
  }

  private List<byte[]> rows(AnswerSourceId source) {
    return jdbc.sql("select sealed from answer_source_taken where source = :source")
        .param("source", source.value())
        .query(byte[].class)
        .list();
  }

  private void add(AnswerSourceId source, SurveyId survey, String... responses) {
    Objects.requireNonNull(
        transactions.execute(
            status -> {
              taken.add(source, survey, List.of(responses));
              return true;
            }));
  }
}
