package org.uitrol.adapters.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.uitrol.application.audit.explanation.Line.RuleKind;
import org.uitrol.application.audit.explanation.Question;
import org.uitrol.application.audit.explanation.Reason;
import org.uitrol.domain.communication.SuppressReason;
import org.uitrol.domain.rollout.RolloutEvent.RefusalReason;
import org.uitrol.domain.rollout.gate.Blocker;
import org.uitrol.domain.shared.Id;

class EveryReasonIsTold {

  private static final List<Class<?>> REASONS = List.of(Reason.class.getPermittedSubclasses());

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void with_values_that_it_has_and_words_for_each_of_them(String language) {
    ResourceBundle texts = BundledWording.texts(language);
    Set<String> wanted = new TreeSet<>();
    for (Class<?> reason : REASONS) {
      check("why." + reason.getSimpleName(), reason, texts, wanted);
      String then = "why.then." + reason.getSimpleName();
      if (texts.containsKey(then)) {
        check(then, reason, texts, wanted);
      }
    }

    assertThat(REASONS).hasSizeGreaterThan(50);
    assertThat(wanted).contains("NoSeat.NO_ROOM", "MemberRules.Joiner.NEXT_STAGE");
    assertThat(wanted).allSatisfy(key -> assertThat(texts.containsKey(key)).as(key).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void with_what_would_have_to_happen_for_each_kind_of_it(String language) {
    ResourceBundle texts = BundledWording.texts(language);
    List<String> wanted = new ArrayList<>();
    for (Enum<?>[] kinds :
        List.of(SuppressReason.values(), RefusalReason.values(), Blocker.Reason.values())) {
      String outer =
          kinds[0] instanceof SuppressReason
              ? "Suppressed"
              : kinds[0] instanceof RefusalReason ? "Refused" : "Blocked";
      Arrays.stream(kinds).forEach(kind -> wanted.add("why.then." + outer + "." + kind.name()));
    }
    wanted.add("why.then.Turned.FAILS");
    wanted.add("why.then.Turned.UNKNOWN");
    for (Question question : Question.values()) {
      wanted.add("Question." + question.name());
    }
    for (RuleKind kind : RuleKind.values()) {
      wanted.add("Line.RuleKind." + kind.name());
    }

    assertThat(wanted).allSatisfy(key -> assertThat(texts.containsKey(key)).as(key).isTrue());
  }

  private static void check(String key, Class<?> reason, ResourceBundle texts, Set<String> wanted) {
    assertThat(texts.containsKey(key)).as(key).isTrue();
    assertThat(new Sentence(texts.getString(key)).fill(path -> "x"))
        .as(key)
        .doesNotContain("{", "}", "[", "]");
    for (String hole : new Sentence(texts.getString(key)).holes()) {
      Type type =
          Arrays.stream(reason.getRecordComponents())
              .filter(component -> component.getName().equals(hole))
              .findFirst()
              .map(RecordComponent::getGenericType)
              .orElseThrow(() -> new AssertionError(key + ": " + reason + " has no " + hole));
      if (type instanceof Class<?> one && one.isEnum()) {
        for (Object constant : one.getEnumConstants()) {
          wanted.add(ValueWords.key(one) + "." + ((Enum<?>) constant).name());
        }
      } else if (type instanceof Class<?> one
          && one.isRecord()
          && !Id.class.isAssignableFrom(one)) {
        wanted.add("record." + one.getSimpleName());
      }
    }
  }
}
