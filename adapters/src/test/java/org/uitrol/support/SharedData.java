package org.uitrol.support;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Samples that aren't part of the project, in {@code shared/data} of some folder above it. Where
 * there are none, the test is skipped; with {@code UITROL_CI=true} that is an error.
 */
public final class SharedData {

  private SharedData() {}

  /** A folder of samples. */
  public static Path folder(String name) {
    @Nullable Path above = Path.of("").toAbsolutePath();
    while (above != null) {
      Path folder = above.resolve("shared").resolve("data").resolve(name);
      if (Files.isDirectory(folder)) {
        return folder;
      }
      above = above.getParent();
    }
    String missing = "there is no folder shared/data/" + name + " beside or above the project";
    if ("true".equals(System.getenv("UITROL_CI"))) {
      throw new IllegalStateException(missing);
    }
    return Assumptions.abort(missing);
  }
}
