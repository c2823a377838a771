package org.uitrol.domain.adoption;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.uitrol.domain.adoption.UsageCommand.ImportUsage;
import org.uitrol.domain.adoption.UsageEvent.UsageImported;
import org.uitrol.domain.shared.UsageImportId;

/** One usage report file that was read in. The same file again changes nothing. */
public record UsageImport(UsageImportId usageImport) {

  /** Notes the import; once, unless it says something of more people by now. */
  public static List<UsageEvent> take(@Nullable UsageImport known, ImportUsage command) {
    return known != null && command.people() == 0
        ? List.of()
        : List.of(
            new UsageImported(
                command.usageImport(),
                command.layout(),
                command.refreshedOn(),
                command.people(),
                command.outside(),
                command.unknown(),
                command.unnamed(),
                command.corrections(),
                command.at()));
  }

  /** The state after one event. */
  public static UsageImport evolve(@Nullable UsageImport known, UsageEvent event) {
    if (event instanceof UsageImported imported) {
      return new UsageImport(imported.usageImport());
    }
    throw new IllegalStateException("a usage import doesn't know " + event);
  }
}
