package org.uitrol.application.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.rollout.gate.Conditions;
import org.uitrol.domain.rollout.gate.Facts;
import org.uitrol.domain.rollout.gate.Finding;
import org.uitrol.domain.rollout.gate.Finding.Result;

/**
 * Conditions of the forms {@code fact >= 1}, {@code fact < 1}, {@code fact == 'text'} and {@code
 * !fact}, with &&.
 */
public final class SimpleConditions implements Conditions {

  @Override
  public Finding check(String condition, Facts facts) {
    SortedMap<String, Object> seen = new TreeMap<>();
    List<Result> results = new ArrayList<>();
    for (String term : condition.split("&&", -1)) {
      results.add(term(term.strip(), facts.values(), seen));
    }
    Result result =
        results.contains(Result.FAILS)
            ? Result.FAILS
            : results.contains(Result.UNKNOWN) ? Result.UNKNOWN : Result.HOLDS;
    return new Finding(condition, result, seen);
  }

  private static Result term(String term, Map<String, Object> facts, Map<String, Object> seen) {
    String[] parts = term.startsWith("!") ? new String[] {term.substring(1)} : term.split(" ", -1);
    @Nullable Object value = facts.get(parts[0]);
    if (value == null) {
      return Result.UNKNOWN;
    }
    seen.put(parts[0], value);
    boolean holds =
        parts.length == 1
            ? value.equals(false)
            : switch (parts[1]) {
              case ">=" -> (Double) value >= Double.parseDouble(parts[2]);
              case "<" -> (Double) value < Double.parseDouble(parts[2]);
              default -> value.equals(parts[2].replace("'", ""));
            };
    return holds ? Result.HOLDS : Result.FAILS;
  }
}
