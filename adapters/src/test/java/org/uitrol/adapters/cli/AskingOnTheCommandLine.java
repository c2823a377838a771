package org.uitrol.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.uitrol.adapters.web.me.SmallTown;
import org.uitrol.domain.shared.AccountId;
import org.uitrol.support.RunningApplication;

class AskingOnTheCommandLine {

  @RegisterExtension
  static final RunningApplication UITROL = RunningApplication.of(UitrolApplication.class);

  private static final Path SAMPLE = Path.of("src/main/resources/sample/campaign.yaml");

  private static final Path PEOPLE = Path.of("src/main/resources/sample/people.csv");

  @TempDir private Path folder = Path.of("");

  private static String token = "";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void a_campaign_is_under_way() {
    new SmallTown(UITROL).begin();
    AccountId account =
        UITROL
            .bean(Accounts.class)
            .add("auditor", "Auditor", Set.of(Role.ADMIN), null, "a long enough password");
    token = UITROL.bean(ApiTokens.class).issue(account, "cli", Set.of(Scope.READ), 1);
  }

  @Test
  void for_the_difference_of_two_plans_gives_it_line_by_line() throws IOException {
    Path after = folder.resolve("after.yaml");
    Files.writeString(
        after,
        Files.readString(SAMPLE).replace("mailsPerPersonPerWeek: 3", "mailsPerPersonPerWeek: 2"));

    assertThat(run("plan", "diff", SAMPLE.toString(), SAMPLE.toString())).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(run("plan", "diff", SAMPLE.toString(), after.toString())).isEqualTo(1);
    assertThat(out.toString().strip()).isEqualTo("~ load.mailsPerPersonPerWeek: 3 -> 2");

    out.getBuffer().setLength(0);
    assertThat(run("plan", "diff", "--json", SAMPLE.toString(), after.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("\"where\":\"load.mailsPerPersonPerWeek\"", "\"after\":\"2\"");
    assertThat(run("plan", "diff", SAMPLE.toString(), folder.resolve("none").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("can't be read");
  }

  @Test
  void for_the_history_gives_it_in_readable_lines_or_for_programs() {
    assertThat(history("--campaign", "copilot-town", "--lang", "nl")).isZero();
    assertThat(out.toString().lines()).hasSizeGreaterThan(2);
    assertThat(out.toString()).contains("Financiën");
    assertThat(err.toString()).isEmpty();

    out.getBuffer().setLength(0);
    assertThat(history("--person", "jan@town.example", "--format", "jsonl")).isZero();
    assertThat(out.toString()).contains("\"name\":\"employee.joined\"");

    out.getBuffer().setLength(0);
    assertThat(history("--campaign", "copilot-town", "--format", "csv")).isZero();
    assertThat(out.toString()).startsWith("position,at,");
  }

  @Test
  void for_the_reason_of_something_gives_it_in_readable_lines_or_for_programs() {
    String rollout = SmallTown.ROLLOUT.value();
    assertThat(why("--rollout", rollout, "--person", "1001", "--activity", "licences")).isZero();
    assertThat(out.toString())
        .contains("Takes part", "Jan de Vries was in the department", "It has not begun")
        .contains("[activity licences]");

    out.getBuffer().setLength(0);
    assertThat(why("--rollout", rollout, "--gate", "announce", "--json")).isZero();
    assertThat(out.toString()).contains("\"question\":\"CONDITION\"", "\"planVersion\":1");
    assertThat(why("--rollout", rollout, "--gate", "party")).isEqualTo(1);
    assertThat(why("--rollout", "none", "--gate", "announce")).isEqualTo(1);
    assertThat(why("--rollout", rollout, "--person", "1001")).isEqualTo(2);
    assertThat(err.toString()).contains("either --person and --activity, or --gate");
  }

  private int why(String... arguments) {
    List<String> all = new ArrayList<>(List.of("why"));
    all.addAll(List.of("--server", UITROL.uri("").toString(), "--token-file", file(token)));
    all.addAll(List.of(arguments));
    return run(all.toArray(String[]::new));
  }

  @Test
  void tells_by_its_exit_code_what_went_wrong() {
    String server = UITROL.uri("").toString();

    assertThat(run("history", "--server", server, "--token-file", file("uitrol_wrong")))
        .isEqualTo(3);
    assertThat(err.toString()).contains("Send a token that is still good");
    assertThat(run("history", "--server", "http://localhost:1", "--token-file", file(token)))
        .isEqualTo(3);
    assertThat(err.toString()).contains("can't be reached");
    assertThat(history("--from", "yesterday")).isEqualTo(1);
    assertThat(err.toString()).contains("'yesterday' is neither a date");
    assertThat(history("--format", "xml")).isEqualTo(2);
    assertThat(run("histroy")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void for_help_gives_it() {
    assertThat(run("--help")).isZero();
    assertThat(run("history", "--help")).isZero();
    assertThat(out.toString()).contains("history", "validate", "--campaign", "Exit codes");
  }

  @Test
  void whether_a_campaign_file_is_right_names_each_mistake() throws IOException {
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(wrong, Files.readString(SAMPLE).replace("tool:", "toool:"));

    assertThat(run("validate", SAMPLE.toString())).isZero();
    assertThat(out.toString()).contains("is right");
    assertThat(run("validate", wrong.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("wrong.yaml:", "toool");
    assertThat(run("validate", folder.resolve("none.yaml").toString())).isEqualTo(2);
  }

  @Test
  void whether_the_people_of_a_campaign_file_exist_looks_into_a_people_file() throws IOException {
    Path nobody = folder.resolve("nobody.csv");
    Files.writeString(nobody, "employee number;department\n1;Finance\n");
    Path broken = folder.resolve("broken.csv");
    Files.writeString(broken, "employee number;department\n1;\"Finance\n");

    assertThat(run("validate", SAMPLE.toString(), "--people", PEOPLE.toString())).isZero();
    assertThat(run("validate", "--json", SAMPLE.toString(), "--people", nobody.toString()))
        .isEqualTo(1);
    assertThat(out.toString()).contains("\"good\":false", "\"line\":");
    assertThat(run("validate", SAMPLE.toString(), "--people", broken.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("broken.csv: line 2");
  }

  @Test
  void how_many_people_a_segment_takes_in_counts_them_by_department() throws IOException {
    Path plan = folder.resolve("segments.yaml");
    Files.writeString(
        plan,
        Files.readString(SAMPLE)
                .replace(
                    "activities:\n      - { id: own-tasks,",
                    "activities:\n      - { id: own-tasks, for: [leaders],")
            + "segments:\n"
            + "  leaders: { title: { nl: Leiding, en: Leaders }, seniority: [Leidinggevend] }\n"
            + "  ghosts: { title: { nl: Spoken, en: Ghosts }, employment: [nooit] }\n");

    assertThat(run("validate", plan.toString(), "--people", PEOPLE.toString())).isZero();
    assertThat(out.toString())
        .containsPattern("Burgerzaken: 42 people; leaders [1-9]\\d*, ghosts 0");
    assertThat(err.toString())
        .contains("nobody is in the segment 'ghosts'", "everything in the stage 'demo'");
    assertThat(run("validate", "--json", plan.toString(), "--people", PEOPLE.toString())).isZero();
    assertThat(out.toString()).contains("\"segments\":{\"departments\":{\"Burgerzaken\"");
  }

  @Test
  void for_completion_gives_a_script_that_knows_every_command() {
    assertThat(run("completion")).isZero();
    assertThat(out.toString()).contains("validate", "import", "apply", "--dry-run", "history");
  }

  @Test
  void for_a_template_gets_a_campaign_file_that_is_right(@TempDir Path folder) throws IOException {
    assertThat(run("template", "machine-learning", "Retail", "--lang", "nl", "--owner", "0042"))
        .isZero();
    Path file = folder.resolve("campaign.yaml");
    Files.writeString(file, out.toString());
    assertThat(out.toString()).contains("# Een hele campagne", "owner: \"0042\"", "Slim bestellen");
    assertThat(run("validate", file.toString())).isZero();

    assertThat(run("template", "copilot", "mining")).isEqualTo(2);
    assertThat(err.toString()).contains("mining", "municipality", "care");
    assertThat(run("template", "copilot")).isEqualTo(2);
  }

  @Test
  void is_told_from_starting_the_server() {
    assertThat(Cli.isMeant()).isFalse();
    assertThat(Cli.isMeant("serve")).isFalse();
    assertThat(Cli.isMeant("--server.port=9000")).isFalse();
    assertThat(Cli.isMeant("history")).isTrue();
    assertThat(Cli.isMeant("--help")).isTrue();
  }

  private String file(String content) {
    try {
      return Files.writeString(folder.resolve("token"), content + "\n").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int history(String... options) {
    String[] all = new String[options.length + 5];
    all[0] = "history";
    all[1] = "--server";
    all[2] = UITROL.uri("").toString();
    all[3] = "--token-file";
    all[4] = file(token);
    System.arraycopy(options, 0, all, 5, options.length);
    return run(all);
  }

  private int run(String... arguments) {
    return Cli.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
