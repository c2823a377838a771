package org.uitrol.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsOfPages {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java"),
          Path.of("../application/src/main/java"),
          Path.of("../domain/src/main/java"));

  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z0-9.]+)");
  private static final Pattern IN_WORDS =
      Pattern.compile("(?:words\\.|\\b)say\\(\\s*'([^']+)'[,)]");
  private static final Pattern IN_CODE = Pattern.compile("words\\.say\\(\\s*\"([^\"]+)\"\\s*[,)]");
  private static final Pattern REJECTED = Pattern.compile("new Rejected\\(\\s*\"([A-Z_]+)\"");

  private final Properties dutch = texts("nl");
  private final Properties english = texts("en");

  @Test
  void are_there_in_both_languages() {
    assertThat(dutch.stringPropertyNames()).isNotEmpty();
    assertThat(dutch.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
  }

  @Test
  void are_there_whenever_a_page_or_its_code_asks() {
    Set<String> asked = new TreeSet<>();
    files(TEMPLATES, ".html").forEach(file -> asked.addAll(found(IN_TEMPLATE, file)));
    files(TEMPLATES, ".html").forEach(file -> asked.addAll(found(IN_WORDS, file)));
    files(SOURCES.get(0), ".java").forEach(file -> asked.addAll(found(IN_CODE, file)));

    assertThat(asked).hasSizeGreaterThan(50);
    assertThat(english.stringPropertyNames()).containsAll(asked);
  }

  @Test
  void are_there_for_every_rule_that_can_be_broken() {
    Set<String> codes = new TreeSet<>();
    for (Path source : SOURCES) {
      files(source, ".java").forEach(file -> codes.addAll(found(REJECTED, file)));
    }

    assertThat(codes).hasSizeGreaterThan(10);
    assertThat(codes)
        .allSatisfy(code -> assertThat(english.getProperty("rejected." + code)).isNotBlank());
  }

  /** A straight one has a meaning of its own where a text takes values. */
  @Test
  void have_curly_apostrophes() {
    assertThat(english.values()).noneMatch(text -> String.valueOf(text).contains("'"));
    assertThat(dutch.values()).noneMatch(text -> String.valueOf(text).contains("'"));
  }

  @Test
  void take_the_same_values_in_both_languages() {
    Pattern value = Pattern.compile("\\{(\\w+)");
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(found(value, Objects.requireNonNull(dutch.getProperty(key))))
                    .as(key)
                    .isEqualTo(found(value, Objects.requireNonNull(english.getProperty(key)))));
  }

  private static Properties texts(String language) {
    Properties texts = new Properties();
    for (String name : List.of("messages", "me")) {
      try (InputStream file =
          Objects.requireNonNull(
              TextsOfPages.class.getResourceAsStream(
                  "/" + name + "_" + language + ".properties"))) {
        texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private static Set<String> found(Pattern pattern, Path file) {
    try {
      return found(pattern, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
