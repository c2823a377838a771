package org.uitrol.adapters.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Uitrol. */
@SpringBootApplication(scanBasePackages = "org.uitrol")
public class UitrolApplication {

  public static void main(String[] args) {
    // Axon looks for newer versions of itself and advertises its console unless told not to.
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.setProperty("disable-axoniq-console-message", "true");
    SpringApplication.run(UitrolApplication.class, args);
  }
}
