package org.uitrol.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.uitrol.architecture.Project.ADAPTERS;
import static org.uitrol.architecture.Project.APPLICATION;
import static org.uitrol.architecture.Project.DOMAIN;
import static org.uitrol.architecture.Project.SCHEDULER;
import static org.uitrol.architecture.Project.STARTER;

import org.junit.jupiter.api.Test;

class ModulesLookInward {

  @Test
  void the_domain_knows_no_other_module() {
    noClasses()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .dependOnClassesThat(resideInAPackage("org.uitrol..").and(resideOutsideOfPackages(DOMAIN)))
        .check(Project.with(DOMAIN, ADAPTERS));
  }

  @Test
  void the_application_knows_the_domain_only() {
    noClasses()
        .that()
        .resideInAPackage(APPLICATION)
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.uitrol..").and(resideOutsideOfPackages(DOMAIN, APPLICATION)))
        .check(Project.onceThereIs(APPLICATION));
  }

  @Test
  void the_application_knows_no_database_no_web_and_no_file_format() {
    noClasses()
        .that()
        .resideInAPackage(APPLICATION)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "java.nio.file..",
            "jakarta..",
            "tools.jackson..",
            "com.fasterxml..",
            "org.quartz..",
            "org.springframework.boot..",
            "org.springframework.http..",
            "org.springframework.jdbc..",
            "org.springframework.mail..",
            "org.springframework.security..",
            "org.springframework.web..")
        .check(Project.onceThereIs(APPLICATION));
  }

  @Test
  void the_scheduler_does_not_know_the_adapters() {
    noClasses()
        .that()
        .resideInAPackage(SCHEDULER)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ADAPTERS)
        .check(Project.onceThereIs(SCHEDULER));
  }

  @Test
  void only_the_part_that_starts_everything_knows_the_scheduler() {
    classes()
        .that()
        .resideInAPackage(SCHEDULER)
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(SCHEDULER, STARTER)
        .check(Project.onceThereIs(SCHEDULER, STARTER));
  }

  @Test
  void nothing_knows_the_part_that_starts_everything() {
    classes()
        .that()
        .resideInAPackage(STARTER)
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage(STARTER)
        .check(Project.with(STARTER));
  }
}
