package org.uitrol.support;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Lets passwords of tests be worked out fast: hundreds of accounts are made and signed in to, and
 * what takes long for an attacker takes long for them too.
 */
public final class QuickPasswords {

  private static final int WEAKEST = 4;

  private QuickPasswords() {}

  /** Uses them in an application that hasn't been started yet. */
  public static void in(ConfigurableApplicationContext application) {
    ((GenericApplicationContext) application)
        .registerBean(
            "passwordEncoder",
            PasswordEncoder.class,
            () ->
                new DelegatingPasswordEncoder(
                    "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(WEAKEST))));
  }
}
