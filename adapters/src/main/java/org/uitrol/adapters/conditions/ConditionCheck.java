package org.uitrol.adapters.conditions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.uitrol.adapters.shared.Nearest;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.Fact;
import org.uitrol.domain.rollout.gate.EvidenceCatalog.ValueType;

/** Checks a condition when the plan is read. Has no state; safe for many threads. */
public final class ConditionCheck {

  /**
   * What is wrong with a condition.
   *
   * @param offset where, in code points from the start of the condition
   * @param message what is wrong and what is allowed
   */
  public record Issue(int offset, String message) {}

  /**
   * What came of it.
   *
   * @param issues what is wrong, in the order of the text; empty when the condition is right
   * @param names the facts that it asks for, sorted
   */
  public record Outcome(List<Issue> issues, Set<String> names) {

    public Outcome {
      issues = List.copyOf(issues);
      names = Collections.unmodifiableSet(new TreeSet<>(names));
    }
  }

  /**
   * Checks that a condition can be read, uses known facts only, and is true or false.
   *
   * @param known the facts that it may ask for
   */
  public Outcome check(String condition, List<Fact> known) {
    Expression expression;
    try {
      expression = Expression.parse(condition);
    } catch (Expression.Unreadable e) {
      return new Outcome(List.of(new Issue(e.issue().offset(), e.issue().message())), Set.of());
    }
    Map<String, ValueType> types = new LinkedHashMap<>();
    known.forEach(fact -> types.put(fact.name(), fact.type()));
    Set<String> names = new TreeSet<>();
    List<Issue> issues = new ArrayList<>();
    expression.issues().forEach(i -> issues.add(new Issue(i.offset(), i.message())));
    for (Expression.Name name : expression.names()) {
      names.add(name.name());
      if (!types.containsKey(name.name())) {
        issues.add(new Issue(name.offset(), unknown(name.name(), List.copyOf(types.keySet()))));
      }
    }
    if (issues.isEmpty()) {
      expression
          .check(types)
          .getErrors()
          .forEach(
              error ->
                  issues.add(
                      new Issue(
                          Expression.offset(condition, error.getSourceLocation()),
                          Wording.types(error.getMessage()))));
    }
    issues.sort(Comparator.comparingInt(Issue::offset));
    return new Outcome(issues, names);
  }

  private static String unknown(String name, List<String> known) {
    return Wording.unknownName(name, known, Nearest.to(name, known).orElse(""));
  }
}
