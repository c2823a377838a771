package org.uitrol.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.mail.BuiltInMailbox;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.application.hold.Holds;
import org.uitrol.application.hold.port.PastDue.Part;
import org.uitrol.domain.hold.DueItem;
import org.uitrol.domain.rollout.ActivityKind;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;

class HoldingOnTheCommandLine {

  @RegisterExtension
  static final RunningApplication UITROL =
      RunningApplication.of(UitrolApplication.class).with("uitrol.hold=true");

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shows_what_is_past_due_discards_some_and_ends_the_hold_with_a_reason() throws IOException {
    SmallTown town = new SmallTown(UITROL);
    town.begin();
    town.session("plans-1", ActivityKind.PRESENTATION, 20, 9, SmallTown.JAN);
    DueItem mail = UITROL.bean(Holds.class).list(Part.ALL, 0, 9).get(0).item();
    String admin = token("ann", Role.ADMIN);

    assertThat(hold(token("manager", Role.CHANGE_MANAGER))).isEqualTo(3);
    assertThat(hold(admin, "--kind", "mail", "--campaign", SmallTown.CAMPAIGN.value())).isZero();
    assertThat(out.toString())
        .contains("\"on\":true", "CONFIGURED", mail.text(), "\"MAIL\":1")
        .doesNotContain("Jan de");
    assertThat(hold(admin, "--kind", "letter")).isEqualTo(1);
    assertThat(hold(admin, "--discard", mail.text())).isEqualTo(1);
    assertThat(err.toString()).contains("Reason missing");
    assertThat(hold(admin, "--discard", "letter/1", "--reason", "wrong")).isEqualTo(1);
    assertThat(hold(admin, "--discard", mail.text(), "--release-all")).isEqualTo(2);

    assertThat(hold(admin, "--discard", mail.text(), "--reason", "a rehearsal")).isZero();
    assertThat(out.toString()).contains("\"decided\":1");
    assertThat(hold(admin, "--release-all", "--reason", "looked through")).isZero();
    assertThat(out.toString()).contains("\"on\":false");
    assertThat(hold(admin, "--release-all", "--reason", "once more")).isEqualTo(1);
    assertThat(UITROL.bean(BuiltInMailbox.class).count((one, raw) -> true)).isZero();
    assertThat(
            UITROL
                .jdbc()
                .sql(
                    "select meta_data::jsonb ->> 'source' from domain_event_entry"
                        + " where payload_type = 'hold.released'")
                .query(String.class)
                .single())
        .isEqualTo("cli/loopback");
  }

  private int hold(String token, String... more) throws IOException {
    Path file = folder.resolve("token-" + UUID.randomUUID());
    Files.writeString(file, token);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "hold", "--server", UITROL.uri("").toString(), "--token-file", file.toString()));
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
