package org.uitrol.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.uitrol.architecture.Project.APPLICATION;
import static org.uitrol.architecture.Project.DOMAIN;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import org.junit.jupiter.api.Test;

class TimeComesFromOutside {

  @Test
  void the_domain_never_asks_what_time_it_is() {
    asksForTheTime(DOMAIN).check(Project.with(DOMAIN));
  }

  @Test
  void the_application_never_asks_what_time_it_is() {
    asksForTheTime(APPLICATION).check(Project.onceThereIs(APPLICATION));
  }

  @Test
  void the_domain_holds_no_clock() {
    noClasses()
        .that()
        .resideInAPackage(DOMAIN)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(Project.with(DOMAIN));
  }

  @Test
  void in_the_application_only_the_command_desk_holds_a_clock() {
    noClasses()
        .that(resideInAPackage(APPLICATION).and(not(simpleNameStartingWith("CommandDesk"))))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(Project.onceThereIs(APPLICATION));
  }

  private static ArchRule asksForTheTime(String pattern) {
    return noClasses()
        .that()
        .resideInAPackage(pattern)
        .should()
        .callMethodWhere(
            target(owner(resideInAPackage("java.time..")))
                .and(target(nameMatching("now|systemDefault"))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callConstructor(Date.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Calendar.class);
  }
}
