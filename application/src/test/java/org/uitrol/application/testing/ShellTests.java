package org.uitrol.application.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.uitrol.application.shared.CommandTargets;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.DomainEvent;

/**
 * Proves that a shell hands every command to the rules of its aggregate, stores what they decide
 * and keeps the state that they make of every event.
 *
 * @param <S> the aggregate's state
 * @param <C> its sealed commands
 * @param <E> its sealed events
 */
public final class ShellTests<S, C extends Command, E extends DomainEvent> {

  private record Case<E>(List<E> given, Command command, List<E> then) {}

  private final Class<?> shell;
  private final Class<C> commands;
  private final Class<E> events;
  private final BiFunction<@Nullable S, E, S> evolve;
  private final List<Object> resources = new ArrayList<>();
  private final List<Case<E>> cases = new ArrayList<>();

  public ShellTests(
      Class<?> shell, Class<C> commands, Class<E> events, BiFunction<@Nullable S, E, S> evolve) {
    this.shell = shell;
    this.commands = commands;
    this.events = events;
    this.evolve = evolve;
  }

  /** What command handlers ask for besides the command. */
  public ShellTests<S, C, E> with(Object resource) {
    resources.add(resource);
    return this;
  }

  /** A command that begins the aggregate, and what the rules decide about it. */
  public ShellTests<S, C, E> begins(C command, List<E> decided) {
    cases.add(new Case<>(List.of(), command, decided));
    return this;
  }

  /** A command after some events, and what the rules decide about it. */
  public ShellTests<S, C, E> after(List<E> given, C command, Function<S, List<E>> decide) {
    cases.add(new Case<>(given, command, decide.apply(state(given))));
    return this;
  }

  public Stream<DynamicTest> all() {
    Stream<DynamicTest> routed =
        cases.stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        one.command().getClass().getSimpleName() + " after " + one.given().size(),
                        () -> check(one)));
    return Stream.concat(
        Stream.of(
            DynamicTest.dynamicTest("no command is forgotten", this::everyCommandIsTried),
            DynamicTest.dynamicTest("no event is forgotten", this::everyEventHasAHandler)),
        routed);
  }

  private void everyCommandIsTried() {
    assertThat(names(Arrays.stream(commands.getPermittedSubclasses()))).isNotEmpty();
    assertThat(
            names(
                cases.stream()
                    .filter(one -> !one.then().isEmpty())
                    .map(one -> one.command().getClass())))
        .isEqualTo(names(Arrays.stream(commands.getPermittedSubclasses())));
    assertThat(names(handled(CommandHandler.class)))
        .isEqualTo(names(Arrays.stream(commands.getPermittedSubclasses())));
  }

  private void everyEventHasAHandler() {
    List<Class<?>> handlers = handled(EventSourcingHandler.class).toList();

    assertThat(events.getPermittedSubclasses())
        .isNotEmpty()
        .allSatisfy(
            event -> assertThat(handlers).anyMatch(handler -> handler.isAssignableFrom(event)));
  }

  private void check(Case<E> one) {
    List<E> history = new ArrayList<>(one.given());
    history.addAll(one.then());
    run(shell, one, state(history));
  }

  private <T> void run(Class<T> type, Case<E> one, S expected) {
    AggregateTestFixture<T> fixture = new AggregateTestFixture<>(type);
    fixture.registerCommandTargetResolver(new CommandTargets());
    resources.forEach(fixture::registerInjectableResource);
    (one.given().isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(one.given()))
        .when(one.command())
        .expectSuccessfulHandlerExecution()
        .expectEvents(one.then().toArray())
        .expectState(kept -> assertThat(stateOf(kept, expected.getClass())).isEqualTo(expected));
  }

  private S state(List<E> history) {
    @Nullable S state = null;
    for (E event : history) {
      state = evolve.apply(state, event);
    }
    if (state == null) {
      throw new IllegalStateException("nothing has happened");
    }
    return state;
  }

  private static Object stateOf(Object shell, Class<?> type) {
    for (Field field : shell.getClass().getDeclaredFields()) {
      if (field.getType() == type) {
        field.setAccessible(true);
        try {
          return field.get(shell);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    throw new IllegalStateException(shell.getClass() + " keeps no " + type);
  }

  private Stream<Class<?>> handled(Class<? extends Annotation> annotation) {
    return Arrays.stream(shell.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(annotation))
        .map(Method::getParameterTypes)
        .map(parameters -> parameters[0]);
  }

  private static Set<String> names(Stream<? extends Class<?>> types) {
    return types
        .map(Class::getSimpleName)
        .sorted()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
