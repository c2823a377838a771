package org.uitrol.adapters.web.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChangesInPlainWords {

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void have_a_word_for_each_key_of_a_campaign_file(String language) throws IOException {
    Properties texts = new Properties();
    try (InputStream file = open("/messages_" + language + ".properties")) {
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    Set<String> keys = new TreeSet<>();
    try (InputStream schema = open("/schema/campaign.schema.json")) {
      JsonNode definitions = JsonMapper.builder().build().readTree(schema).get("$defs");
      for (String definition : definitions.propertyNames()) {
        definitions.get(definition).path("properties").propertyNames().forEach(keys::add);
      }
    }

    assertThat(keys).hasSizeGreaterThan(90);
    assertThat(keys)
        .allSatisfy(key -> assertThat(texts.getProperty("plan.key." + key)).as(key).isNotBlank());
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(
        ChangesInPlainWords.class.getResourceAsStream(resource), resource);
  }
}
