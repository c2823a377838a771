package org.uitrol.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Python with modules of Debian's packages. Where one is missing, the tests of the class
 * are skipped; with {@code UITROL_CI=true} that is an error. Register it as a static field.
 */
public final class DebianPython implements BeforeAllCallback {

  private static final Path PROGRAM = Path.of("/usr/bin/python3");

  private final String check;
  private final String packages;

  private DebianPython(String check, String packages) {
    this.check = check;
    this.packages = packages;
  }

  /**
   * Names what has to be there.
   *
   * @param check a program that fails when something is missing
   * @param packages what to install then
   */
  public static DebianPython with(String check, String packages) {
    return new DebianPython(check, packages);
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    if (!Files.isExecutable(PROGRAM) || run(List.of("-c", check)).code() != 0) {
      String missing = "independent readers are missing; install " + packages;
      if ("true".equals(System.getenv("UITROL_CI"))) {
        throw new IllegalStateException(missing);
      }
      Assumptions.abort(missing);
    }
  }

  /** What a program prints. */
  public String output(Path program, String... arguments) {
    List<String> all = new ArrayList<>(List.of(program.toString()));
    all.addAll(List.of(arguments));
    Outcome outcome = run(all);
    if (outcome.code() != 0) {
      throw new AssertionError(program + " failed:\n" + outcome.text());
    }
    return outcome.text();
  }

  private record Outcome(int code, String text) {}

  private static Outcome run(List<String> arguments) {
    try {
      List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-W", "ignore"));
      command.addAll(arguments);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("no end of " + command);
      }
      return new Outcome(process.exitValue(), text);
    } catch (IOException e) {
      return new Outcome(-1, e.toString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
