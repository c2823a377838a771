package org.uitrol.adapters.persistence.survey;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.application.survey.source.port.TakenResponses;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.shared.SurveyId;

/**
 * Keyed hashes in PostgreSQL. Those of a source and a survey are one row: ordered by themselves,
 * padded, sealed, and rewritten as a whole, so that neither its place nor its versions tell which
 * response came when.
 */
@Component
final class PostgresTakenResponses implements TakenResponses {

  private static final int HASH = 32;

  /** In hashes; a row is a whole number of such pages long. */
  private static final int PAGE = 256;

  private static final String FIELD = "taken";
  private static final String SOURCE = "source";
  private static final String SURVEY = "survey";

  private final JdbcClient jdbc;
  private final VaultCipher cipher;
  private final byte[] key;

  PostgresTakenResponses(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.cipher = new VaultCipher(master);
    this.key = master.derive("uitrol taken responses 1");
  }

  @Override
  public Predicate<String> of(AnswerSourceId source) {
    Set<String> known = new HashSet<>();
    jdbc.sql("select survey, sealed from answer_source_taken where source = :source")
        .param(SOURCE, source.value())
        .query(
            (row, number) ->
                hashes(new SurveyId(row.getString(SURVEY)), source, row.getBytes("sealed")))
        .list()
        .forEach(known::addAll);
    return response -> known.contains(hash(source, response));
  }

  @Override
  public void add(AnswerSourceId source, SurveyId survey, Collection<String> responses) {
    Optional<byte[]> before =
        jdbc.sql(
                "select sealed from answer_source_taken"
                    + " where source = :source and survey = :survey for update")
            .param(SOURCE, source.value())
            .param(SURVEY, survey.value())
            .query(byte[].class)
            .optional();
    Set<String> all = new TreeSet<>();
    before.ifPresent(bytes -> all.addAll(hashes(survey, source, bytes)));
    responses.forEach(response -> all.add(hash(source, response)));
    jdbc.sql(
            "insert into answer_source_taken (source, survey, sealed)"
                + " values (:source, :survey, :sealed)"
                + " on conflict (source, survey) do update set sealed = excluded.sealed")
        .param(SOURCE, source.value())
        .param(SURVEY, survey.value())
        .param("sealed", cipher.seal(key, survey, field(source), page(all)))
        .update();
  }

  @Override
  public void forget(SurveyId survey) {
    jdbc.sql("delete from answer_source_taken where survey = :survey")
        .param(SURVEY, survey.value())
        .update();
  }

  @Override
  public void forget(AnswerSourceId source) {
    jdbc.sql("delete from answer_source_taken where source = :source")
        .param(SOURCE, source.value())
        .update();
  }

  private Set<String> hashes(SurveyId survey, AnswerSourceId source, byte[] sealed) {
    byte[] plain = cipher.open(key, survey, field(source), sealed);
    Set<String> hashes = new HashSet<>();
    for (int from = 0; from + HASH <= plain.length; from += HASH) {
      hashes.add(HexFormat.of().formatHex(plain, from, from + HASH));
    }
    return hashes;
  }

  /** Noughts behind the hashes fill the page; nothing has such a hash. */
  private static byte[] page(Set<String> hashes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    hashes.stream()
        .filter(hash -> !hash.startsWith("0".repeat(2 * HASH)))
        .forEach(hash -> bytes.writeBytes(HexFormat.of().parseHex(hash)));
    int page = PAGE * HASH;
    return Arrays.copyOf(bytes.toByteArray(), (bytes.size() / page + 1) * page);
  }

  private String hash(AnswerSourceId source, String response) {
    return HexFormat.of().formatHex(cipher.index("response of " + source, response));
  }

  private static String field(AnswerSourceId source) {
    return FIELD + " of " + source;
  }
}
