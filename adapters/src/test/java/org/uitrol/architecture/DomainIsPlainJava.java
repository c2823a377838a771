package org.uitrol.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.uitrol.architecture.Project.DOMAIN;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DomainIsPlainJava {

  @Test
  void it_depends_on_language_collections_and_calendar_only() {
    classes()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                DOMAIN,
                "org.jspecify.annotations",
                "java.lang",
                "java.lang.annotation",
                "java.lang.invoke",
                "java.lang.runtime",
                "java.math",
                "java.nio.charset",
                "java.security", // digests, for identifiers that are derived from their cause
                "java.text",
                "java.time..",
                "java.util",
                "java.util.function",
                "java.util.regex",
                "java.util.stream",
                "")) // arrays of primitives
        .check(Project.with(DOMAIN));
  }

  @Test
  void it_reads_nothing_of_the_machine_it_runs_on() {
    noClasses()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .dependOnClassesThat(
            belongToAnyOf(System.class, Runtime.class, Thread.class, Process.class))
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .check(Project.with(DOMAIN));
  }

  @Test
  void it_draws_no_lots() {
    noClasses()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .check(Project.with(DOMAIN));
  }
}
