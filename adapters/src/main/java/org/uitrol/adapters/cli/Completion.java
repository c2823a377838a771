package org.uitrol.adapters.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes what makes a shell complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the completion script of bash and zsh for a command or alias named uitrol:",
      "source <(uitrol completion)"
    })
final class Completion implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(AutoComplete.bash("uitrol", spec.root().commandLine()));
    return Exit.GOOD;
  }
}
