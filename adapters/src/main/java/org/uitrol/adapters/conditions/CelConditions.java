package org.uitrol.adapters.conditions;

import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.gate.Conditions;
import org.uitrol.domain.rollout.gate.EvidenceCatalog;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.Fact;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.ValueType;
import org.uitrol.domain.rollout.gate.Facts;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.Finding.Result;

/**
 * Conditions in the Common Expression Language. A fact that is missing, isn't a number or has the
 * wrong type leaves the result unknown, unless the rest of the condition decides: {@code false &&
 * unknown} is false, {@code true || unknown} is true (CEL language definition, "Logical
 * Operators").
 */
public final class CelConditions implements Conditions {

  /** Plans have dozens of conditions; a full cache means that many plans came by. */
  private static final int MOST_COMPILED = 2_000;

  private final CelRuntime runtime =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(Expression.OPTIONS).build();
  private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

  private record Compiled(CelRuntime.Program program, SortedMap<String, ValueType> types) {}

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException for a condition that {@link ConditionCheck} would have refused
   */
  @Override
  public Finding check(String condition, Facts facts) {
    Compiled ready = compiled.get(condition);
    if (ready == null) {
      ready = compile(condition);
      if (compiled.size() >= MOST_COMPILED) {
        compiled.clear();
      }
      compiled.put(condition, ready);
    }
    SortedMap<String, Object> seen = new TreeMap<>();
    ready
        .types()
        .forEach(
            (name, type) ->
                value(facts.values().get(name), type).ifPresent(value -> seen.put(name, value)));
    return new Finding(condition, evaluate(ready.program(), seen), seen);
  }

  private static Result evaluate(CelRuntime.Program program, Map<String, Object> seen) {
    try {
      // What isn't a truth value is CEL's own set of unknowns.
      if (program.eval(seen) instanceof Boolean truth) {
        return truth ? Result.HOLDS : Result.FAILS;
      }
      return Result.UNKNOWN;
    } catch (CelEvaluationException e) {
      return Result.UNKNOWN;
    }
  }

  private static Optional<Object> value(@Nullable Object value, ValueType type) {
    if (type == ValueType.NUMBER && value instanceof Number number) {
      double decimal = number.doubleValue();
      return Double.isFinite(decimal) ? Optional.of(decimal) : Optional.empty();
    }
    if (type == ValueType.TRUTH && value instanceof Boolean truth) {
      return Optional.of(truth);
    }
    if (type == ValueType.TEXT && value instanceof String text) {
      return Optional.of(text);
    }
    return Optional.empty();
  }

  private Compiled compile(String condition) {
    try {
      Expression expression = Expression.parse(condition);
      if (!expression.issues().isEmpty()) {
        throw unchecked(condition, expression.issues().get(0).message());
      }
      SortedMap<String, ValueType> types = new TreeMap<>();
      for (Expression.Name name : expression.names()) {
        Fact fact =
            EvidenceCatalog.find(name.name())
                .orElseThrow(() -> unchecked(condition, "nothing is called " + name.name()));
        types.put(fact.name(), fact.type());
      }
      CelValidationResult checked = expression.check(types);
      if (checked.hasError()) {
        throw unchecked(condition, checked.getErrorString());
      }
      return new Compiled(runtime.createProgram(Expression.tree(checked)), types);
    } catch (Expression.Unreadable | CelEvaluationException e) {
      throw unchecked(condition, String.valueOf(e.getMessage()));
    }
  }

  private static IllegalStateException unchecked(String condition, String why) {
    return new IllegalStateException(
        "the condition '" + condition + "' wasn't checked when the plan was read: " + why);
  }
}
