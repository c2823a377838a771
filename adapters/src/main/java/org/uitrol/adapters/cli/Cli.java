package org.uitrol.adapters.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What one can ask on the command line. */
@Command(
    name = "uitrol",
    mixinStandardHelpOptions = true,
    version = "Uitrol",
    description = "Leads departments through the rollout of AI tools.",
    footer = {
      "",
      "Without a subcommand, or with 'serve', it starts the server; options such as",
      "--server.port=9000 are its settings then."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {Exit.GOOD_WORDS, Exit.REFUSED_WORDS, Exit.USAGE_WORDS, Exit.AWAY_WORDS},
    subcommands = {
      TakeTemplate.class,
      CheckPlan.class,
      PlanCommands.class,
      ApplyPlan.class,
      ImportPeople.class,
      ErasePerson.class,
      HoldCommands.class,
      AskHistory.class,
      AskWhy.class,
      TakeDossier.class,
      AskWhatIf.class,
      Prove.class,
      Verify.class,
      Completion.class
    })
public final class Cli {

  private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

  private Cli() {}

  /** Whether the arguments are for the command line; else they are settings of the server. */
  public static boolean isMeant(String... arguments) {
    if (arguments.length == 0 || arguments[0].equals("serve")) {
      return false;
    }
    return !arguments[0].startsWith("-") || ABOUT.contains(arguments[0]);
  }

  /**
   * Does what is asked, and writes to the terminal.
   *
   * @return the exit code
   */
  public static int run(String... arguments) {
    PrintWriter out = terminal(FileDescriptor.out);
    PrintWriter err = terminal(FileDescriptor.err);
    int code = run(out, err, arguments);
    out.flush();
    err.flush();
    return code;
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Cli())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  private static PrintWriter terminal(FileDescriptor where) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(where), StandardCharsets.UTF_8));
  }
}
