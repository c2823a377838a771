package org.uitrol.adapters.app;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.uitrol.adapters.cli.Cli;

/** Starts Uitrol. */
@SpringBootApplication(scanBasePackages = "org.uitrol")
public class UitrolApplication {

  /** Starts the server, or does what is asked on the command line. */
  public static void main(String[] args) {
    if (Cli.isMeant(args)) {
      System.exit(Cli.run(args));
    }
    // Axon looks for newer versions of itself and advertises its console unless told not to.
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.setProperty("disable-axoniq-console-message", "true");
    SpringApplication.run(UitrolApplication.class, settings(args));
  }

  private static String[] settings(String[] args) {
    return args.length > 0 && args[0].equals("serve")
        ? Arrays.copyOfRange(args, 1, args.length)
        : args;
  }
}
