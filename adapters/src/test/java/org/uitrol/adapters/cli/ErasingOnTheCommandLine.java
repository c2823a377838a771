package org.uitrol.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;

class ErasingOnTheCommandLine {

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class)
          .with("uitrol.data=target/data/erasing-" + UUID.randomUUID());

  @TempDir private Path folder = Path.of("");

  private static String ann = "";
  private static String bob = "";
  private static String manager = "";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void two_administrators_have_tokens() {
    new SmallTown(UITROL).begin();
    ann = token("ann", Role.ADMIN);
    bob = token("bob", Role.ADMIN);
    manager = token("manager", Role.CHANGE_MANAGER);
  }

  @Test
  void takes_two_administrators_and_gives_a_certificate() throws IOException {
    String jan = SmallTown.JAN.value();
    assertThat(erase(ann, jan)).isZero();
    assertThat(out.toString()).contains("\"PROFILE\"", "\"obstacles\"").doesNotContain("Jan de");
    assertThat(erase(ann, jan, "--certificate")).isEqualTo(1);
    assertThat(erase(manager, jan)).isEqualTo(3);
    assertThat(erase(bob, jan, "--approve")).isEqualTo(1);
    assertThat(erase(ann, jan, "--ask", "asked")).isZero();
    assertThat(erase(ann, jan, "--approve")).isEqualTo(1);
    assertThat(err.toString()).contains("Erasure own request");
    assertThat(erase(bob, jan, "--approve")).isZero();

    await().atMost(Duration.ofSeconds(90)).until(() -> erase(ann, jan, "--certificate") == 0);
    assertThat(out.toString()).contains("\"seal\"");
    assertThat(UITROL.bean(PersonVault.class).find(SmallTown.JAN)).isEmpty();
    assertThat(erase(ann, jan, "--ask", "asked")).isEqualTo(1);
  }

  @Test
  void is_refused_while_something_has_to_be_settled_first() throws IOException {
    assertThat(erase(ann, SmallTown.EVA.value(), "--ask", "objects")).isEqualTo(1);
    assertThat(err.toString()).contains("Erasure obstructed", "OWNS_CAMPAIGN");
    assertThat(erase(ann, SmallTown.EVA.value())).isZero();
    assertThat(out.toString()).contains("OWNS_CAMPAIGN", SmallTown.CAMPAIGN.value());
    assertThat(erase(ann, "nobody", "--ask", "asked")).isEqualTo(1);
    assertThat(err.toString()).contains("Person unknown");
    assertThat(erase(ann, SmallTown.EVA.value(), "--ask", "left_long_ago")).isEqualTo(1);
    assertThat(erase(ann, SmallTown.EVA.value(), "--ask", "asked", "--approve")).isEqualTo(2);
  }

  private int erase(String token, String person, String... more) throws IOException {
    Path file = folder.resolve("token-" + UUID.randomUUID());
    Files.writeString(file, token);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "erase",
                person,
                "--server",
                UITROL.uri("").toString(),
                "--token-file",
                file.toString()));
    arguments.addAll(List.of(more));
    return Cli.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(new String[0]));
  }

  private static String token(String name, Role role) {
    AccountId account =
        UITROL.bean(Accounts.class).add(name, name, Set.of(role), null, "a long enough password");
    return UITROL.bean(ApiTokens.class).issue(account, "cli", Set.of(Scope.READ, Scope.WRITE), 1);
  }
}
