package org.uitrol.adapters.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.files.campaign.CampaignFile;
import org.uitrol.adapters.files.campaign.CampaignFile.Bad;
import org.uitrol.adapters.files.campaign.CampaignFile.Good;
import org.uitrol.adapters.files.campaign.Problem;
import org.uitrol.application.directory.UnreadablePeopleFile;
import org.uitrol.domain.campaign.SegmentPreview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Checks a campaign file without a server. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a campaign file without a server. Whether its people exist is checked only",
      "against the people file that --people names, which also tells how many people of each",
      "department are in each segment."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the file is right", "1:it has mistakes", Exit.USAGE_WORDS})
final class CheckPlan implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "The campaign file, YAML.")
  private Path file = Path.of("");

  @Option(names = "--people", paramLabel = "FILE", description = "A people file, CSV.")
  private @Nullable Path people;

  @Option(names = "--json", description = "Write the mistakes for programs.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      PeopleOnDisk who = people == null ? null : PeopleOnDisk.of(people);
      CampaignFile.Read read = who == null ? PlanOnDisk.read(file) : PlanOnDisk.read(file, who);
      List<Problem> problems = read instanceof Bad bad ? bad.problems() : ((Good) read).warnings();
      boolean good = read instanceof Good;
      SegmentPreview preview =
          (who != null && read instanceof Good right) ? who.preview(right.plan()) : null;
      if (json) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("good", good);
        answer.put(good ? "warnings" : "errors", problems);
        if (preview != null && preview.hasSegments()) {
          answer.put("segments", preview);
        }
        out.println(JsonMapper.builder().build().writeValueAsString(answer));
      } else {
        problems.forEach(err::println);
        if (good) {
          out.println(file + " is right");
        }
        if (preview != null && preview.hasSegments()) {
          show(preview, out, err);
        }
      }
      return good ? Exit.GOOD : Exit.REFUSED;
    } catch (UnreadablePeopleFile e) {
      err.println("uitrol: " + people + ": " + e.getMessage());
      return Exit.USAGE;
    } catch (UncheckedIOException e) {
      err.println("uitrol: " + people + " can't be read");
      return Exit.USAGE;
    } catch (IOException e) {
      err.println("uitrol: " + file + " can't be read");
      return Exit.USAGE;
    }
  }

  private static void show(SegmentPreview preview, PrintWriter out, PrintWriter err) {
    preview
        .departments()
        .forEach(
            (department, count) ->
                out.println(
                    department
                        + ": "
                        + count.people()
                        + " people; "
                        + count.segments().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", "))));
    preview.nobody().forEach(key -> err.println("warning: nobody is in the segment '" + key + "'"));
    preview
        .gaps()
        .forEach(
            gap ->
                err.println(
                    "warning: everything in the stage '"
                        + gap.stage().key()
                        + "' is for segments, and "
                        + gap.people()
                        + " people are in none of them"));
  }
}
