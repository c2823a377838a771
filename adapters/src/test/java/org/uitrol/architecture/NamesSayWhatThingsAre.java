package org.uitrol.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.uitrol.architecture.Project.ADAPTERS;
import static org.uitrol.architecture.Project.DOMAIN;

import org.junit.jupiter.api.Test;

class NamesSayWhatThingsAre {

  /** A sealed parent may be called {@code CampaignEvent}; what it permits has a name of its own. */
  @Test
  void no_class_is_named_after_the_kind_of_thing_it_is() {
    classes()
        .that()
        .resideInAPackage("org.uitrol..")
        .and()
        .areNotInterfaces()
        .should()
        .haveNameNotMatching(".*(Command|Event|Impl|Manager|Helper|Utils?)")
        .check(Project.with(DOMAIN, ADAPTERS));
  }
}
