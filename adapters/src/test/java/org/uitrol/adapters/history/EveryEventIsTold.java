package org.uitrol.adapters.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Events;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.Text;

class EveryEventIsTold {

  private static final List<EventCatalog.Entry> EVENTS = List.copyOf(Events.all().entries());

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void in_both_languages(String language) {
    ResourceBundle texts = BundledWording.texts(language);

    assertThat(texts.getLocale().getLanguage()).isEqualTo(language);
    assertThat(EVENTS).hasSizeGreaterThan(80);
    assertThat(EVENTS)
        .allSatisfy(event -> assertThat(texts.containsKey(event.name())).as(event.name()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void with_values_that_it_has_and_words_for_each_of_them(String language) {
    ResourceBundle texts = BundledWording.texts(language);
    Set<String> wanted = new TreeSet<>();
    for (EventCatalog.Entry event : EVENTS) {
      follow(event.name(), event.type(), texts, wanted);
    }

    assertThat(wanted).contains("StageName.GO_LIVE", "record.Blocker", "Blocker.Reason.HELD");
    assertThat(wanted).allSatisfy(key -> assertThat(texts.containsKey(key)).as(key).isTrue());
  }

  @Test
  void with_the_same_texts_in_each_language() {
    assertThat(BundledWording.texts("nl").keySet()).isEqualTo(BundledWording.texts("en").keySet());
  }

  /** Checks each hole of a sentence, and collects the keys of the words that it will need. */
  private static void follow(
      String key, Class<?> record, ResourceBundle texts, Set<String> wanted) {
    assertThat(new Sentence(texts.getString(key)).fill(path -> "x"))
        .as("'%s' has holes or brackets that can't be read", key)
        .doesNotContain("{", "}", "[", "]");
    for (String hole : new Sentence(texts.getString(key)).holes()) {
      Type type = record;
      for (String step : hole.split("\\.", -1)) {
        type = component((Class<?>) type, step, key);
      }
      words(type, texts, wanted);
    }
  }

  private static void words(Type type, ResourceBundle texts, Set<String> wanted) {
    if (type instanceof ParameterizedType many) {
      for (Type part : many.getActualTypeArguments()) {
        words(part, texts, wanted);
      }
    } else if (type instanceof Class<?> one && one.isEnum()) {
      for (Object constant : one.getEnumConstants()) {
        wanted.add(ValueWords.key(one) + "." + ((Enum<?>) constant).name());
      }
    } else if (type instanceof Class<?> one
        && one.isRecord()
        && one != Text.class
        && !Id.class.isAssignableFrom(one)) {
      String key = "record." + one.getSimpleName();
      if (wanted.add(key)) {
        assertThat(texts.containsKey(key)).as(key).isTrue();
        follow(key, one, texts, wanted);
      }
    }
  }

  private static Type component(Class<?> record, String name, String key) {
    assertThat(record.isRecord()).as("%s: %s", key, record).isTrue();
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + ": " + record + " has no " + name))
        .getGenericType();
  }
}
