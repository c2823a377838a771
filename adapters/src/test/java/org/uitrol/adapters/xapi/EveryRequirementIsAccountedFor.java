package org.uitrol.adapters.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/xapi.md says of each requirement is so: the tests that it names are there. */
class EveryRequirementIsAccountedFor {

  private static final int LAST = 335;
  private static final int NONE = 136;

  private static final Pattern ROW =
      Pattern.compile("\\| XAPI-(\\d{5})(?:–(\\d{5}))? \\| [^|]+ \\| ([^|]+) \\|");

  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");

  private static final Map<String, Class<?>> TESTS =
      Map.of(
          "EachRuleOfAStatement", EachRuleOfAStatement.class,
          "AStoreOfStatements", AStoreOfStatements.class);

  @Test
  void each_has_a_row() throws IOException {
    Set<Integer> missing = new TreeSet<>();
    for (int number = 1; number <= LAST; number++) {
      missing.add(number);
    }
    missing.remove(NONE);
    Matcher row = ROW.matcher(document());
    while (row.find()) {
      int first = Integer.parseInt(row.group(1));
      int last = row.group(2) == null ? first : Integer.parseInt(row.group(2));
      for (int number = first; number <= last; number++) {
        assertThat(missing.remove(number)).as("XAPI-%05d once", number).isTrue();
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void with_a_test_that_is_there_or_a_reason() throws IOException {
    Map<String, String> wrong = new TreeMap<>();
    Set<String> table = EachRuleOfAStatement.shown();
    Set<String> byTable = new TreeSet<>();
    Matcher row = ROW.matcher(document());
    while (row.find()) {
      String id = "XAPI-" + row.group(1);
      String shown = row.group(3);
      Matcher test = TEST.matcher(shown);
      boolean named = false;
      while (test.find()) {
        Class<?> type = TESTS.get(test.group(1));
        if (type != null && test.group(2) == null) {
          byTable.add(id);
        } else if (type != null
            && Arrays.stream(type.getDeclaredMethods())
                .map(Method::getName)
                .noneMatch(test.group(2)::equals)) {
          wrong.put(id, test.group(2));
        }
        named |= type != null;
      }
      if (!named && !shown.matches("(?:not offered|may|`XapiFailures`).*")) {
        wrong.put(id, shown);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(byTable).isNotEmpty().isEqualTo(table);
  }

  private static String document() throws IOException {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("docs/xapi.md");
      if (Files.exists(file)) {
        return Files.readString(file, StandardCharsets.UTF_8);
      }
    }
    throw new IOException("docs/xapi.md isn't there");
  }
}
