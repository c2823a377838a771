package org.uitrol.adapters.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.files.campaign.CampaignFile.Bad;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;
import org.uitrol.adapters.files.campaign.PlanChange;
import org.uitrol.adapters.files.campaign.PlanChanges;
import org.uitrol.domain.campaign.Plan;
import org.uitrol.domain.shared.Keys;
import org.uitrol.domain.shared.PersonId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Tells in what two campaign files differ, without a server. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Tells in what two campaign files differ; comments and layout don't count.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:they say the same",
      "1:they differ",
      "2:not understood, or one has mistakes or can't be read"
    })
final class ComparePlans implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier campaign file.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "The later campaign file.")
  private Path after = Path.of("");

  @Option(names = "--json", description = "Write the changes for programs.")
  private boolean json;

  @Override
  public Integer call() {
    List<Plan> plans = new ArrayList<>();
    for (Path file : List.of(before, after)) {
      PrintWriter err = spec.commandLine().getErr();
      try {
        CampaignFile.Read read = PlanOnDisk.read(file);
        if (read instanceof Good good) {
          plans.add(good.plan());
        } else if (read instanceof Bad bad) {
          bad.problems().forEach(err::println);
        }
      } catch (IOException e) {
        err.println("uitrol: " + file + " can't be read");
      }
    }
    if (plans.size() < 2) {
      return Exit.USAGE;
    }
    List<PlanChange> changes = PlanChanges.between(plans.get(0), plans.get(1), PersonId::value);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonMapper.builder()
              .build()
              .writeValueAsString(changes.stream().map(ComparePlans::row).toList()));
    } else {
      changes.forEach(change -> out.println(line(change)));
    }
    return changes.isEmpty() ? Exit.GOOD : Exit.DIFFERENT;
  }

  private static Map<String, String> row(PlanChange change) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("change", Keys.of(change.kind()));
    row.put("where", change.where());
    row.put("before", change.before());
    row.put("after", change.after());
    return row;
  }

  private static String line(PlanChange change) {
    return switch (change.kind()) {
      case ADDED -> "+ " + change.where() + ": " + change.after();
      case REMOVED -> "- " + change.where() + ": " + change.before();
      case CHANGED, REORDERED ->
          "~ " + change.where() + ": " + change.before() + " -> " + change.after();
    };
  }
}
