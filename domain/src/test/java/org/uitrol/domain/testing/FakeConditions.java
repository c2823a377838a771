package org.uitrol.domain.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.gate.Conditions;
import org.uitrol.domain.rollout.gate.Facts;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.Finding.Result;

/** Conditions over one fact each, written as a lambda. */
public final class FakeConditions implements Conditions {

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private record Rule(String fact, Predicate<Object> holds) {}

  /** A condition with that text asks for that fact. */
  public FakeConditions with(String condition, String fact, Predicate<Object> holds) {
    rules.put(condition, new Rule(fact, holds));
    return this;
  }

  /** A condition of the form {@code fact >= number}. */
  public FakeConditions atLeast(String fact, double least) {
    return with(fact + " >= " + least, fact, value -> (Double) value >= least);
  }

  @Override
  public Finding check(String condition, Facts facts) {
    Rule rule = rules.get(condition);
    if (rule == null) {
      throw new IllegalStateException("no test said what '" + condition + "' means");
    }
    @Nullable Object value = facts.values().get(rule.fact());
    if (value == null) {
      return new Finding(condition, Result.UNKNOWN, new TreeMap<>());
    }
    return new Finding(
        condition,
        rule.holds().test(value) ? Result.HOLDS : Result.FAILS,
        new TreeMap<>(Map.of(rule.fact(), value)));
  }
}
