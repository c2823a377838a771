package org.uitrol.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.uitrol.adapters.app.UitrolApplication;
import org.uitrol.adapters.security.Accounts;
import org.uitrol.adapters.security.ApiTokens;
import org.uitrol.adapters.security.ApiTokens.Scope;
import org.uitrol.adapters.security.Role;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;

class BringingFilesOnTheCommandLine {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Path SAMPLE = Path.of("src/main/resources/sample");

  @TempDir private static Path tokens = Path.of("");

  private static String writing = "";
  private static String reading = "";

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void somebody_has_tokens() throws IOException {
    AccountId account =
        UITROL
            .bean(Accounts.class)
            .add(
                "runner",
                "Runner",
                Set.of(Role.ADMIN, Role.CHANGE_MANAGER),
                null,
                "a long enough password");
    ApiTokens issued = UITROL.bean(ApiTokens.class);
    writing = token("w", issued.issue(account, "w", Set.of(Scope.READ, Scope.WRITE), 1));
    reading = token("r", issued.issue(account, "r", Set.of(Scope.READ), 1));
  }

  @Test
  void tells_what_people_would_come_then_brings_them_and_a_second_time_changes_nothing()
      throws IOException {
    Path people =
        csv(
            """
            employee number;e-mail;family name;department
            c1;c1@cli.example;Smit;Finance
            c2;c2@cli.example;Bakker;Finance
            """);
    PersonVault vault = UITROL.bean(PersonVault.class);

    assertThat(with(writing, "import", "--dry-run", people.toString())).isZero();
    assertThat(out.toString()).startsWith("would be: 2 new, 0 changed");
    assertThat(vault.findByEmail("c1@cli.example")).isEmpty();
    assertThat(with(writing, "import", people.toString())).isZero();
    assertThat(out.toString()).startsWith("2 new, 0 changed");
    assertThat(vault.findByEmail("c1@cli.example")).isPresent();
    assertThat(with(writing, "import", people.toString())).isZero();
    assertThat(out.toString()).startsWith("0 new, 0 changed, 2 unchanged");
  }

  @Test
  void tells_how_an_import_ended_and_can_ask_one_to_stop() throws IOException {
    Path people = csv("employee number;family name;department\nc11;Smit;Finance\n");

    assertThat(with(writing, "import", "--json", people.toString())).isZero();
    assertThat(out.toString())
        .contains("\"preview\":false", "\"state\":\"FINISHED\"", "\"percent\":100")
        .contains("\"complete\":true")
        .doesNotContain("\"stage\"");
    String number = out.toString().replaceAll("(?s).*\"import\":(\\d+).*", "$1");
    assertThat(with(writing, "import", "--stop", number)).isZero();
    assertThat(err.toString()).contains("import " + number + ": 100%, 1 of 1 people done");
    assertThat(with(writing, "import", "--stop", "999999")).isEqualTo(1);
    assertThat(with(reading, "import", "--stop", number)).isEqualTo(3);
    assertThat(with(writing, "import", "--stop", number, people.toString())).isEqualTo(2);
  }

  @Test
  void names_the_line_of_a_broken_people_file_and_changes_nothing() throws IOException {
    Path people =
        csv(
            """
            employee number,family name,department
            c8,Smit,Finance
            c9,"Smit,x
            """);

    assertThat(with(writing, "import", people.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("line 3", "quote");
    assertThat(UITROL.bean(PersonVault.class).findByEmployeeNumber("c8")).isEmpty();
    assertThat(with(writing, "import", "--json", people.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("\"code\":\"QUOTE_NOT_CLOSED\"", "\"line\":3");
  }

  @Test
  void tells_which_rows_are_refused() throws IOException {
    Path people =
        csv(
            """
            employee number,e-mail,department
            c5,x@,Finance
            """);

    assertThat(with(writing, "import", "--dry-run", people.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("people.csv:2: e-mail: ", "(refused)");
  }

  @Test
  void drafts_a_plan_once_however_often_it_is_applied() throws IOException {
    assertThat(with(writing, "import", SAMPLE.resolve("people.csv").toString())).isLessThan(2);
    String plan = SAMPLE.resolve("campaign.yaml").toString();

    assertThat(with(writing, "apply", plan)).as(() -> err.toString()).isZero();
    assertThat(out.toString()).contains("version 1 is drafted");
    assertThat(with(writing, "apply", plan)).isZero();
    assertThat(out.toString()).contains("version 1 is drafted");
    assertThat(with(writing, "apply", "--json", plan)).isZero();
    assertThat(out.toString()).contains("\"version\":1");
  }

  @Test
  void shows_the_mistakes_of_a_plan_with_file_line_and_column() throws IOException {
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(
        wrong, Files.readString(SAMPLE.resolve("campaign.yaml")).replace("tool:", "toool:"));

    assertThat(with(writing, "apply", wrong.toString())).isEqualTo(1);
    assertThat(err.toString()).containsPattern("wrong\\.yaml:\\d+:\\d+: .*toool");
  }

  @Test
  void tells_by_its_exit_code_what_went_wrong() throws IOException {
    String people = csv("employee number,department\nc7,Finance\n").toString();

    assertThat(with(reading, "import", people)).isEqualTo(3);
    assertThat(with(token("wrong", "uitrol_wrong"), "import", people)).isEqualTo(3);
    assertThat(run("import", people, "--server", "http://localhost:1", "--token-file", writing))
        .isEqualTo(3);
    assertThat(err.toString()).contains("can't be reached");
    assertThat(with(writing, "import", folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(with(folder.resolve("none").toString(), "apply", people)).isEqualTo(2);
    assertThat(with(writing, "import")).isEqualTo(2);
    assertThat(with(writing, "import", people, "--token", "x")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  private Path csv(String content) throws IOException {
    return Files.writeString(folder.resolve("people.csv"), content);
  }

  private static String token(String name, String token) throws IOException {
    return Files.writeString(tokens.resolve(name), token + "\n").toString();
  }

  private int with(String tokenFile, String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--server";
    all[arguments.length + 1] = UITROL.uri("").toString();
    all[arguments.length + 2] = "--token-file";
    all[arguments.length + 3] = tokenFile;
    return run(all);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    return Cli.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
