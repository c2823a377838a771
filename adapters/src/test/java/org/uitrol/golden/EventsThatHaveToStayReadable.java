package org.uitrol.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.uitrol.adapters.persistence.eventstore.CatalogSerializer;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.EventCatalog.Entry;
import org.uitrol.application.shared.Events;
import org.uitrol.domain.shared.DomainEvent;
import org.uitrol.golden.GoldenEvents.Sample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each event in each revision has a file {@code golden/<name>.r<revision>.json}, and a second one
 * where components may be absent. The files are never changed and never removed: they are what
 * stands in the stores of those who use Uitrol.
 */
class EventsThatHaveToStayReadable {

  private static final Path FOLDER = Path.of("src/test/resources/golden");
  private static final EventCatalog CATALOG = Events.all();

  private final CatalogSerializer serializer = new CatalogSerializer(CATALOG);
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void each_event_of_the_catalogue_has_a_sample_and_a_file() {
    Set<String> sampled =
        GoldenEvents.all().stream()
            .map(sample -> CATALOG.nameOf(sample.event().getClass()))
            .collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (Entry row : CATALOG.entries()) {
      if (!sampled.contains(row.name())) {
        missing.add(row.name() + ": a sample in GoldenEvents");
      }
      if (!Files.exists(FOLDER.resolve(file(row, "")))) {
        missing.add(row.name() + ": the file " + file(row, ""));
      }
    }

    assertThat(CATALOG.entries()).hasSizeGreaterThan(80);
    assertThat(missing).as("what new events still need").isEmpty();
  }

  @Test
  void each_file_belongs_to_an_event_of_the_catalogue() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (Sample sample : GoldenEvents.all()) {
      expected.add(file(sample));
    }

    assertThat(files()).containsExactlyElementsOf(expected);
  }

  @TestFactory
  Stream<DynamicTest> each_is_read_as_it_was_written() {
    return GoldenEvents.all().stream()
        .map(sample -> DynamicTest.dynamicTest(file(sample), () -> isRead(sample)));
  }

  @TestFactory
  Stream<DynamicTest> each_is_written_as_it_always_was() {
    return GoldenEvents.all().stream()
        .filter(sample -> !sample.older())
        .map(sample -> DynamicTest.dynamicTest(file(sample), () -> isWritten(sample)));
  }

  private void isRead(Sample sample) throws IOException {
    Entry row = CATALOG.entryOf(CATALOG.nameOf(sample.event().getClass()));
    Object event =
        serializer.deserialize(
            new SimpleSerializedObject<>(
                text(sample),
                String.class,
                new SimpleSerializedType(row.name(), Integer.toString(row.revision()))));

    assertThat(event).isEqualTo(sample.event());
  }

  /** Character by character, but for the line breaks and indents that make the file readable. */
  private void isWritten(Sample sample) throws IOException {
    String written = serializer.serialize(sample.event(), String.class).getData();

    assertThat(compact(text(sample))).isEqualTo(written);
  }

  /** The file's text; when there is none, what it would have to be. */
  private String text(Sample sample) throws IOException {
    Path file = FOLDER.resolve(file(sample));
    if (!Files.exists(file)) {
      String written = serializer.serialize(sample.event(), String.class).getData();
      fail("%s is missing; it would be%n%s", file, pretty(written));
    }
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private String compact(String text) {
    return json.writeValueAsString(json.readTree(text));
  }

  private String pretty(String text) {
    JsonNode tree = json.readTree(text);
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.map(path -> Objects.requireNonNull(path.getFileName()).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String file(Sample sample) {
    DomainEvent event = sample.event();
    return file(CATALOG.entryOf(CATALOG.nameOf(event.getClass())), sample.variant());
  }

  private static String file(Entry row, String variant) {
    String revision = ".r" + row.revision();
    return row.name() + revision + (variant.isEmpty() ? "" : "." + variant) + ".json";
  }
}
