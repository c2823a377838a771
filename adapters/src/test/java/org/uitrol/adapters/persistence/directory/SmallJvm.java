package org.uitrol.adapters.persistence.directory;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.uitrol.adapters.files.PeopleFile;
import org.uitrol.application.directory.PeopleImport;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.application.shared.Actor;

/** The import as it runs in a JVM of its own, with little memory. */
final class SmallJvm {

  private SmallJvm() {}

  /**
   * Previews and applies a people file.
   *
   * @param folder for what the JVM writes
   * @return what it told
   */
  static String run(int megabytes, String url, Path people, Path folder)
      throws IOException, InterruptedException {
    Path told = folder.resolve("told.txt");
    Process child =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + megabytes + "m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SmallJvm.class.getName(),
                    url,
                    people.toString(),
                    folder.resolve("data").toString()))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(told.toFile()))
            .start();
    int code = child.waitFor();
    return Files.readString(told) + "\nended with " + code;
  }

  /** Ends by itself: a thread of Axon's that looks after time-outs outlives its application. */
  public static void main(String... arguments) {
    int code = 0;
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(DirectoryOnly.class)
            .run(
                "--spring.datasource.url=" + arguments[0],
                "--uitrol.data=" + arguments[2],
                "--uitrol.master-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "--spring.main.web-application-type=none",
                "--spring.main.banner-mode=off")) {
      PeopleImport people = context.getBean(PeopleImport.class);
      PeopleFile file = PeopleFile.of(Path.of(arguments[1]));
      tell("preview", () -> people.preview(file));
      Actor admin = new Actor("account:admin");
      tell("apply", () -> people.apply(file, file.hash(), admin, (done, of) -> {}));
    } catch (RuntimeException e) {
      System.out.println("stopped: " + e);
      code = 1;
    }
    System.exit(code);
  }

  private static void tell(String what, Runnable work) {
    try {
      work.run();
      System.out.println(what + ": done");
    } catch (UnreadablePeopleFile e) {
      System.out.println(what + ": line " + e.line() + " " + e.code());
    }
  }
}
