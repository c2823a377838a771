package org.uitrol.adapters.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.uitrol.adapters.persistence.embedded.WithoutOwnDatabase;

/**
 * Somebody of each kind, for a newcomer to try; with the embedded database only. The passwords are
 * made at the first start, kept in the data folder in a file that only its owner can read, and
 * shown at every start. When the file is gone, there are new ones.
 */
@Component
@Conditional(WithoutOwnDatabase.class)
class SampleAccounts {

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("manager", "Sanne de Vries", "change manager", Role.CHANGE_MANAGER),
          new Sample(
              "manager2", "Karim El Amrani", "change manager, approves", Role.CHANGE_MANAGER),
          new Sample("presenter", "Joris Bakker", "presenter", Role.PRESENTER),
          new Sample("council", "Maria Jansen", "works council", Role.WORKS_COUNCIL),
          new Sample("employee", "Tess Visser", "employee", Role.EMPLOYEE),
          new Sample("admin", "Ada Beheer", "administrator", Role.ADMIN));

  private final Accounts accounts;
  private final Path file;
  private final Environment environment;

  SampleAccounts(
      Accounts accounts, @Value("${uitrol.data:data}") Path data, Environment environment) {
    this.accounts = accounts;
    this.file = data.resolve("accounts.txt");
    this.environment = environment;
  }

  private record Sample(String username, String displayName, String what, Role role) {}

  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void show() {
    Map<String, String> known = read();
    Map<String, String> passwords = new LinkedHashMap<>();
    for (Sample sample : SAMPLES) {
      passwords.put(sample.username(), passwordOf(sample, known.get(sample.username())));
    }
    if (!passwords.equals(known)) {
      write(passwords);
    }
    print(passwords);
  }

  private String passwordOf(Sample sample, @org.jspecify.annotations.Nullable String known) {
    Optional<Account> account = accounts.find(sample.username());
    if (account.isPresent() && (known != null || account.get().passwordChosen())) {
      return account.get().passwordChosen() || known == null ? "" : known;
    }
    String password = Passwords.random();
    if (account.isPresent()) {
      accounts.password(account.get().user().id(), password, false);
    } else {
      accounts.add(sample.username(), sample.displayName(), Set.of(sample.role()), null, password);
    }
    return password;
  }

  private Map<String, String> read() {
    Map<String, String> passwords = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          String[] cells = line.split("\t", -1);
          if (cells.length >= 2 && !line.startsWith("#")) {
            passwords.put(cells[0], cells[1]);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the log-ins in " + file + " can't be read", e);
      }
    }
    return passwords;
  }

  /** Whole or not at all, and never readable for others. */
  private void write(Map<String, String> passwords) {
    List<String> lines = new ArrayList<>();
    lines.add("# Log-ins of the sample. Delete this file and start again to get new passwords.");
    passwords.forEach((username, password) -> lines.add(username + "\t" + password));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(draft);
      if (Files.getFileStore(draft.toAbsolutePath().getParent())
          .supportsFileAttributeView("posix")) {
        Files.createFile(
            draft,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(draft, lines, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the log-ins can't be kept in " + file, e);
    }
  }

  /** To the terminal and not to the log, which others may keep. */
  private void print(Map<String, String> passwords) {
    String port = environment.getProperty("local.server.port");
    if (port == null) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add("Uitrol is ready: http://localhost:" + port + "/");
    lines.add("");
    lines.add(String.format("%-11s %-21s %s", "user name", "password", "who"));
    for (Sample sample : SAMPLES) {
      String password = String.valueOf(passwords.get(sample.username()));
      lines.add(
          String.format(
              "%-11s %-21s %s",
              sample.username(), password.isEmpty() ? "(your own)" : password, sample.what()));
    }
    lines.add("");
    lines.add("These stand in " + file + " too. For trying out only.");
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder box = new StringBuilder("\n  ┌" + "─".repeat(width + 2) + "┐\n");
    lines.forEach(
        line ->
            box.append("  │ ")
                .append(line)
                .append(" ".repeat(width - line.length()))
                .append(" │\n"));
    box.append("  └").append("─".repeat(width + 2)).append("┘\n");
    System.out.println(box);
  }
}
