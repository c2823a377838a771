package org.uitrol.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EveryPackageExplainsItself {

  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES =
      List.of("domain", "application", "scheduler", "adapters");

  @ParameterizedTest
  @FieldSource("MODULES")
  void in_a_paragraph_of_the_business_and_promises_no_nulls(String module) throws IOException {
    Set<Path> packages = packagesOf(module, "main");

    assertThat(packages).isNotEmpty();
    assertThat(packages)
        .allSatisfy(
            folder ->
                assertThat(folder.resolve("package-info.java"))
                    .content()
                    .containsPattern("(?s)\\A/\\*\\*.{40,}?\\*/\\s+@NullMarked\\s+package "));
  }

  @Test
  void or_promises_no_nulls_where_it_holds_tests_only() throws IOException {
    Set<Path> testsOnly = new TreeSet<>();
    for (String module : MODULES) {
      if (Files.exists(sources(module, "test"))) {
        Set<Path> main = relative(module, "main");
        relative(module, "test").stream()
            .filter(folder -> !main.contains(folder))
            .map(sources(module, "test")::resolve)
            .forEach(testsOnly::add);
      }
    }

    assertThat(testsOnly).isNotEmpty();
    assertThat(testsOnly)
        .allSatisfy(
            folder ->
                assertThat(folder.resolve("package-info.java")).content().contains("@NullMarked"));
  }

  private static Set<Path> relative(String module, String kind) throws IOException {
    return packagesOf(module, kind).stream()
        .map(sources(module, kind)::relativize)
        .collect(Collectors.toSet());
  }

  private static Set<Path> packagesOf(String module, String kind) throws IOException {
    try (Stream<Path> files = Files.walk(sources(module, kind))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::getParent)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Path sources(String module, String kind) {
    return ROOT.resolve(module).resolve("src").resolve(kind).resolve("java");
  }
}
