package org.uitrol.adapters.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.uitrol.adapters.calendar.JollydayHolidays;
import org.uitrol.adapters.files.templates.Sector;
import org.uitrol.adapters.files.templates.TemplateLibrary;
import org.uitrol.adapters.files.templates.Tool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a ready campaign file to start from. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description = "Writes a ready campaign file for a tool in a sector, to start from.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {Exit.GOOD_WORDS, Exit.USAGE_WORDS})
final class TakeTemplate implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "TOOL", description = "One of ${COMPLETION-CANDIDATES}.")
  private @Nullable Tool tool;

  @Parameters(index = "1", paramLabel = "SECTOR", description = "One of ${COMPLETION-CANDIDATES}.")
  private @Nullable Sector sector;

  @Option(
      names = "--owner",
      paramLabel = "WHO",
      defaultValue = TemplateLibrary.NO_OWNER_YET,
      description = "Who leads the campaign: an e-mail address or employee number.")
  private String owner = TemplateLibrary.NO_OWNER_YET;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      description = "nl or en, for the comments; en if left out. The texts are in both.")
  private String language = "en";

  @Override
  public Integer call() {
    if (tool == null || sector == null) {
      throw new IllegalStateException("both are required");
    }
    TemplateLibrary library = new TemplateLibrary(new JollydayHolidays());
    spec.commandLine()
        .getOut()
        .print(library.take(tool, sector, language, owner, Clock.systemUTC().instant()));
    return Exit.GOOD;
  }
}
