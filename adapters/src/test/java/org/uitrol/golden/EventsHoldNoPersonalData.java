package org.uitrol.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.shared.Events;
import org.uitrol.domain.shared.Id;
import org.uitrol.domain.shared.Text;
import org.uitrol.domain.survey.Ballot;

/** Who somebody is stands in the vault only (decision 0007), and what somebody answered nowhere. */
class EventsHoldNoPersonalData {

  /** Components that sound personal but are not; each with its reason. */
  private static final Set<String> KNOWN_TO_BE_HARMLESS =
      Set.of(
          "DepartmentNamed.name", // of a department
          "Wave.name", // of a wave
          "Room.name", // of a room
          "RoomFeatures.location", // of a room
          "SessionPlanned.language", // of a session
          "ChannelOpened.name", // of a channel
          "ChannelOpened.language", // of a channel
          "ChannelChanged.name", // of a channel
          "ChannelChanged.language", // of a channel
          "SourceConnected.name", // of a form
          "DossierTaken.language", // of a document
          "Governance.answers", // what a plan says of the tool
          "QuestionAnswered.answer", // what a manager says of the tool
          "ConditionMet.note" // what the works council says of its own condition
          );

  /** Texts that somebody types. They are about a plan or a decision, and the pages say so. */
  private static final Set<String> TYPED_REASONS =
      Set.of(
          "PlanReturned.reason",
          "CampaignPaused.reason",
          "CampaignCancelled.reason",
          "AmendmentDropped.reason",
          "AdviceSetAside.reason",
          "StageSkipped.reason",
          "StageRolledBack.reason",
          "ActivitySkipped.reason",
          "ConditionWaived.reason",
          "RolloutHeld.reason",
          "RolloutReleased.reason",
          "ConcernUnmarked.reason",
          "SessionCancelled.reason",
          "Invitation.reason",
          "DueReleased.reason",
          "DueDiscarded.reason",
          "HoldReleased.reason",
          "FollowUpOpened.reason"); // the reaction that opened it

  private static final Pattern SUSPICIOUS =
      Pattern.compile(
          ".*(name|mail.*address|email|address|phone|birth|gender|salary|function|seniority"
              + "|location|language\\b|answer|comment|note\\b|free|typed|ip\\b|password|token).*");

  private static final Set<Class<?>> FORBIDDEN = Set.of(PersonalData.class, Ballot.class);

  @Test
  void by_the_names_of_their_components() {
    List<RecordComponent> components = components();

    assertThat(components).hasSizeGreaterThan(300);
    assertThat(components.stream().map(EventsHoldNoPersonalData::name))
        .contains("Letter.template", "SeatTaken.person", "Question.ask");
    assertThat(
            components.stream()
                .filter(one -> holdsText(one.getGenericType()))
                .map(EventsHoldNoPersonalData::name)
                .filter(EventsHoldNoPersonalData::soundsPersonal))
        .isEmpty();
  }

  @Test
  void by_the_types_of_their_components() {
    assertThat(types()).doesNotContainAnyElementsOf(FORBIDDEN);
  }

  @Test
  void but_for_reasons_that_are_about_the_campaign() {
    assertThat(
            components().stream()
                .filter(one -> one.getType() == String.class && one.getName().equals("reason"))
                .map(EventsHoldNoPersonalData::name))
        .containsExactlyInAnyOrderElementsOf(TYPED_REASONS);
  }

  @Test
  void and_what_is_allowed_is_really_there() {
    assertThat(components().stream().map(EventsHoldNoPersonalData::name))
        .containsAll(KNOWN_TO_BE_HARMLESS);
  }

  @Test
  void while_what_is_personal_would_be_noticed() {
    assertThat(Stream.of("Joined.email", "Joined.givenName", "Joined.mailAddress", "Cast.answers"))
        .allMatch(EventsHoldNoPersonalData::soundsPersonal);
    assertThat(Stream.of("SeatTaken.person", "Letter.template", "Question.ask"))
        .noneMatch(EventsHoldNoPersonalData::soundsPersonal);
  }

  private static boolean soundsPersonal(String component) {
    String name = component.substring(component.indexOf('.') + 1).toLowerCase(Locale.ROOT);
    return SUSPICIOUS.matcher(name).matches() && !KNOWN_TO_BE_HARMLESS.contains(component);
  }

  private static String name(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
  }

  private static List<RecordComponent> components() {
    List<RecordComponent> components = new ArrayList<>();
    for (Class<?> type : types()) {
      if (type.isRecord() && !Id.class.isAssignableFrom(type) && type != Text.class) {
        components.addAll(List.of(type.getRecordComponents()));
      }
    }
    return components;
  }

  /** Every type that can be reached from an event. */
  private static Set<Class<?>> types() {
    Set<Class<?>> seen = new LinkedHashSet<>();
    Events.all().entries().forEach(row -> visit(row.type(), seen));
    return seen;
  }

  private static void visit(Type type, Set<Class<?>> seen) {
    for (Class<?> raw : rawTypes(type)) {
      if (seen.add(raw)) {
        if (raw.isSealed()) {
          for (Class<?> permitted : raw.getPermittedSubclasses()) {
            visit(permitted, seen);
          }
        }
        if (raw.isRecord()) {
          for (RecordComponent component : raw.getRecordComponents()) {
            visit(component.getGenericType(), seen);
          }
        }
      }
    }
  }

  private static boolean holdsText(Type type) {
    return rawTypes(type).stream()
        .anyMatch(raw -> raw == String.class || raw == Object.class || raw == Text.class);
  }

  private static Set<Class<?>> rawTypes(Type type) {
    Set<Class<?>> raw = new LinkedHashSet<>();
    if (type instanceof Class<?> plain) {
      raw.add(plain);
    } else if (type instanceof ParameterizedType generic) {
      raw.addAll(rawTypes(generic.getRawType()));
      for (Type argument : generic.getActualTypeArguments()) {
        raw.addAll(rawTypes(argument));
      }
    } else if (type instanceof WildcardType wildcard) {
      raw.addAll(rawTypes(wildcard.getUpperBounds()[0]));
    } else {
      throw new IllegalStateException("what is " + type + "?");
    }
    return raw;
  }
}
