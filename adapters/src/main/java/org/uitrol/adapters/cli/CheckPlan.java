package org.uitrol.adapters.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.files.campaign.CampaignFile.Bad;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;
import org.uitrol.adapters.files.campaign.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a campaign file without a server. Whether its people exist only the server knows. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Checks a campaign file. Whether its people exist only a server knows.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the file is right",
      "1:it has mistakes or can't be read",
      "2:not understood"
    })
final class CheckPlan implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "The campaign file, YAML.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    CampaignFile.Read read;
    try {
      read = PlanOnDisk.read(file);
    } catch (IOException e) {
      err.println("uitrol: " + file + " can't be read");
      return 1;
    }
    List<Problem> problems = read instanceof Bad bad ? bad.problems() : ((Good) read).warnings();
    problems.forEach(err::println);
    if (read instanceof Good) {
      spec.commandLine().getOut().println(file + " is right");
    }
    return read instanceof Good ? 0 : 1;
  }
}
