package org.uitrol.adapters.persistence.survey;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.directory.MasterKey;
import org.uitrol.adapters.persistence.directory.VaultCipher;
import org.uitrol.application.survey.source.port.SourceKeep;
import org.uitrol.domain.shared.AnswerSourceId;
import org.uitrol.domain.survey.source.AnswerWords;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Secrets and words in PostgreSQL, each sealed for its source and under the master key. */
@Component
final class PostgresSourceKeep implements SourceKeep {

  private static final String SOURCE = "source";
  private static final String SECRET = "secret";
  private static final String WORDS = "words";
  private static final TypeReference<Map<String, Map<String, String>>> BY_ITEM =
      new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.builder().build();
  private final JdbcClient jdbc;
  private final VaultCipher cipher;
  private final byte[] key;

  PostgresSourceKeep(JdbcClient jdbc, MasterKey master) {
    this.jdbc = jdbc;
    this.cipher = new VaultCipher(master);
    this.key = master.derive("uitrol answer sources 1");
  }

  @Override
  public boolean add(AnswerSourceId source, byte[] secret) {
    return jdbc.sql(
                "insert into answer_source (source, secret) values (:source, :secret)"
                    + " on conflict do nothing")
            .param(SOURCE, source.value())
            .param(SECRET, cipher.seal(key, source, SECRET, secret))
            .update()
        > 0;
  }

  @Override
  public boolean has(AnswerSourceId source) {
    return jdbc.sql("select exists (select 1 from answer_source where source = :source)")
        .param(SOURCE, source.value())
        .query(Boolean.class)
        .single();
  }

  @Override
  public void renew(AnswerSourceId source, byte[] secret) {
    jdbc.sql("update answer_source set secret = :secret where source = :source")
        .param(SOURCE, source.value())
        .param(SECRET, cipher.seal(key, source, SECRET, secret))
        .update();
  }

  @Override
  public Optional<byte[]> secret(AnswerSourceId source) {
    return jdbc.sql("select secret from answer_source where source = :source")
        .param(SOURCE, source.value())
        .query(byte[].class)
        .optional()
        .map(bytes -> cipher.open(key, source, SECRET, bytes))
        .filter(secret -> secret.length > 0);
  }

  @Override
  public void put(AnswerSourceId source, AnswerWords words) {
    jdbc.sql("update answer_source set words = :words where source = :source")
        .param(SOURCE, source.value())
        .param(WORDS, cipher.seal(key, source, WORDS, json.writeValueAsBytes(words.byItem())))
        .update();
  }

  @Override
  public AnswerWords words(AnswerSourceId source) {
    return jdbc.sql("select words from answer_source where source = :source and words is not null")
        .param(SOURCE, source.value())
        .query(byte[].class)
        .optional()
        .map(bytes -> cipher.open(key, source, WORDS, bytes))
        .map(plain -> new AnswerWords(json.readValue(plain, BY_ITEM)))
        .orElse(AnswerWords.NONE);
  }

  @Override
  public void lock(AnswerSourceId source) {
    jdbc.sql("select source from answer_source where source = :source for update")
        .param(SOURCE, source.value())
        .query(String.class)
        .optional();
  }

  @Override
  public void forget(AnswerSourceId source) {
    jdbc.sql("delete from answer_source where source = :source")
        .param(SOURCE, source.value())
        .update();
    jdbc.sql("delete from answer_source_file where source = :source")
        .param(SOURCE, source.value())
        .update();
  }
}
