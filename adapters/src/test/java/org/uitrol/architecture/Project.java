package org.uitrol.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.regex.Pattern;

/** The compiled classes of all modules, without tests and without the classes of package-info. */
final class Project {

  static final String DOMAIN = "org.uitrol.domain..";
  static final String APPLICATION = "org.uitrol.application..";
  static final String SCHEDULER = "org.uitrol.scheduler..";
  static final String ADAPTERS = "org.uitrol.adapters..";
  static final String STARTER = "org.uitrol.adapters.app..";

  private static final Pattern PACKAGE_INFO = Pattern.compile(".*/package-info\\.class");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.matches(PACKAGE_INFO))
          .importPackages("org.uitrol");

  private Project() {}

  /** All classes, after making sure that each package pattern matches at least one of them. */
  static JavaClasses with(String... packages) {
    for (String pattern : packages) {
      assertThat(count(pattern)).as("classes in %s", pattern).isPositive();
    }
    return CLASSES;
  }

  /** As {@link #with}, but the test is skipped as long as a pattern matches no class. */
  static JavaClasses onceThereIs(String... packages) {
    for (String pattern : packages) {
      assumeTrue(count(pattern) > 0, () -> "no class in " + pattern + " yet");
    }
    return CLASSES;
  }

  private static long count(String pattern) {
    DescribedPredicate<JavaClass> inside = JavaClass.Predicates.resideInAPackage(pattern);
    return CLASSES.stream().filter(inside).count();
  }
}
