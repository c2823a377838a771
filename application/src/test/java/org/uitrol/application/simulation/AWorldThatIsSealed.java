package org.uitrol.application.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.uitrol.application.adoption.process.TellRolloutsOfUse;
import org.uitrol.application.communication.process.ReleaseChangedAddress;
import org.uitrol.application.communication.process.RemindOfOwnGoals;
import org.uitrol.application.directory.MemoryVault;
import org.uitrol.application.directory.PersonField;
import org.uitrol.application.directory.PersonalData;
import org.uitrol.application.shared.EventCatalog;
import org.uitrol.application.shared.Events;
import org.uitrol.application.shared.Processing;
import org.uitrol.application.simulation.VirtualTime.Lateness;
import org.uitrol.application.simulation.World.Outside;
import org.uitrol.application.survey.source.process.ForgetTakenResponses;
import org.uitrol.application.testing.SimpleConditions;
import org.uitrol.application.training.process.FollowStatements;
import org.uitrol.domain.shared.PersonId;

class AWorldThatIsSealed {

  /** What they would need isn't in a world; what they tell is told as it was. */
  private static final Set<Class<?>> STAY_OUTSIDE =
      Set.of(
          FollowStatements.class,
          ForgetTakenResponses.class,
          ReleaseChangedAddress.class,
          RemindOfOwnGoals.class,
          TellRolloutsOfUse.class);

  /** All ports of the application that something in a world holds, with what stands behind. */
  private static final Map<String, String> PORTS =
      Map.of(
          "BallotBox", "CountedBallots",
          "CommandDesk", "Desk",
          "ConcernIndex", "MemoryConcernIndex",
          "Memberships", "MemoryMemberships",
          "OpenFollowUps", "MemoryOpenFollowUps",
          "PersonVault", "TraitsOfPeople",
          "RolloutIndex", "MemoryRolloutIndex",
          "SessionHours", "MemorySessionHours",
          "Timekeeper", "VirtualTime");

  private final World world =
      new World(
          Instant.parse(Story.BEGIN),
          new Outside(new SimpleConditions(), Story.NO_HOLIDAYS, new TraitsOfPeople()),
          Lateness.NONE);

  @Test
  void has_every_process_but_those_that_need_what_is_outside() {
    Set<Class<?>> all =
        scan(new AnnotationTypeFilter(ProcessingGroup.class)).stream()
            .filter(
                type ->
                    type.getAnnotation(ProcessingGroup.class).value().equals(Processing.PROCESS))
            .collect(Collectors.toSet());
    assertThat(all).hasSizeGreaterThan(20).containsAll(STAY_OUTSIDE);

    all.removeAll(STAY_OUTSIDE);

    assertThat(World.TAKING_PART).containsExactlyInAnyOrderElementsOf(all);
    assertThat(handlers())
        .containsAll(World.TAKING_PART.stream().map(Class::getSimpleName).toList())
        .hasSize(World.TAKING_PART.size() + 1)
        .contains("ArmTimers");
  }

  @Test
  void has_no_port_but_those_in_memory() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Object object : reachable(world)) {
      for (Class<?> port : ports(object.getClass())) {
        found
            .computeIfAbsent(port.getSimpleName(), none -> new TreeSet<>())
            .add(object.getClass().getSimpleName());
      }
    }

    assertThat(found.keySet()).isEqualTo(PORTS.keySet());
    found.forEach((port, classes) -> assertThat(classes).containsExactly(PORTS.get(port)));
  }

  @Test
  void has_the_aggregates_whose_events_have_a_bearing() {
    Set<Class<?>> all = scan(new AnnotationTypeFilter(Aggregate.class));

    assertThat(all).hasSizeGreaterThan(20).containsAll(Shells.all());
  }

  @Test
  void knows_of_every_event_whether_it_has_a_bearing() {
    Set<String> without =
        Events.all().entries().stream()
            .map(EventCatalog.Entry::type)
            .filter(type -> Bearing.NONE.stream().anyMatch(none -> none.isAssignableFrom(type)))
            .map(type -> type.getEnclosingClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> with =
        Events.all().entries().stream()
            .map(EventCatalog.Entry::type)
            .filter(type -> Bearing.NONE.stream().noneMatch(none -> none.isAssignableFrom(type)))
            .map(type -> type.getEnclosingClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(without).hasSize(Bearing.NONE.size());
    assertThat(with)
        .containsExactly(
            "CampaignEvent",
            "ConcernEvent",
            "ConsultationEvent",
            "DepartmentEvent",
            "DispatchEvent",
            "EmployeeEvent",
            "FollowUpEvent",
            "LearnerEvent",
            "ParticipationEvent",
            "RolloutEvent",
            "RoomDayEvent",
            "SessionEvent",
            "SkillPathEvent",
            "SurveyEvent");
  }

  @Test
  void knows_of_people_nothing_by_which_they_could_be_recognised() {
    MemoryVault vault = new MemoryVault();
    PersonId person = new PersonId("f1");
    vault.put(
        person,
        PersonalData.UNKNOWN.with(
            Map.of(
                PersonField.EMAIL, "noor@example.org",
                PersonField.GIVEN_NAME, "Noor",
                PersonField.FUNCTION, "Controller",
                PersonField.WORKDAYS, "mon tue")));

    TraitsOfPeople traits = TraitsOfPeople.of(List.of(person), vault);

    assertThat(traits.find(person))
        .hasValue(
            PersonalData.UNKNOWN.with(
                Map.of(
                    PersonField.FUNCTION, "Controller",
                    PersonField.WORKDAYS, "mon tue")));
    assertThatThrownBy(() -> traits.put(person, PersonalData.UNKNOWN))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> traits.erase(person)).isInstanceOf(IllegalStateException.class);
  }

  private List<String> handlers() {
    return reachable(world).stream()
        .filter(AnnotationEventHandlerAdapter.class::isInstance)
        .map(AnnotationEventHandlerAdapter.class::cast)
        .map(one -> one.getTargetType().getSimpleName())
        .toList();
  }

  private static Set<Class<?>> scan(AnnotationTypeFilter filter) {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(filter);
    return scanner.findCandidateComponents("org.uitrol.application").stream()
        .map(found -> named(Objects.requireNonNull(found.getBeanClassName())))
        .collect(Collectors.toSet());
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Class<?>> ports(Class<?> type) {
    return Stream.<Class<?>>iterate(type, one -> one != null, Class::getSuperclass)
        .flatMap(one -> Stream.of(one.getInterfaces()))
        .filter(
            one ->
                one.getPackageName().startsWith("org.uitrol.application")
                    && (one.getPackageName().endsWith(".port")
                        || Set.of("CommandDesk", "Timekeeper").contains(one.getSimpleName())))
        .<Class<?>>map(one -> one)
        .toList();
  }

  /** Every object of the application that can be reached from one, through fields and lists. */
  private static Collection<Object> reachable(Object root) {
    IdentityHashMap<Object, Object> seen = new IdentityHashMap<>();
    Deque<Object> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (seen.put(next, next) != null) {
        continue;
      }
      if (next instanceof Collection<?> some) {
        some.stream().filter(one -> one != null).forEach(open::push);
      } else if (next instanceof Map<?, ?> map) {
        map.values().stream().filter(one -> one != null).forEach(open::push);
      } else if (next instanceof AnnotationEventHandlerAdapter) {
        fields(next, open, "annotatedEventListener");
      } else if (next.getClass().getPackageName().startsWith("org.uitrol.application")) {
        fields(next, open, "");
      }
    }
    return seen.values();
  }

  private static void fields(Object object, Deque<Object> open, String only) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !field.getType().isPrimitive()
            && (only.isEmpty() || field.getName().equals(only))) {
          try {
            field.setAccessible(true);
            Object value = field.get(object);
            if (value != null) {
              open.push(value);
            }
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
  }
}
