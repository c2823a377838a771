package org.uitrol.adapters.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Uitrol. */
@SpringBootApplication(scanBasePackages = "org.uitrol")
public class UitrolApplication {

  public static void main(String[] args) {
    SpringApplication.run(UitrolApplication.class, args);
  }
}
