package org.uitrol.adapters.persistence.eventstore;

import java.util.Locale;

/** What an event processor is for, which the name of its processing group says. */
enum ProcessorKind {

  /** {@code view.…}: fills a read model, begins at the first event and may be replayed. */
  VIEW,

  /** {@code process}: sends commands on events, in one sequence, from now on, never again. */
  PROCESS,

  /** {@code effect.…}: acts on the world, in one sequence, from now on, never again. */
  EFFECT;

  static ProcessorKind of(String group) {
    for (ProcessorKind kind : values()) {
      String prefix = kind.name().toLowerCase(Locale.ROOT);
      if (group.startsWith(prefix + ".") || (kind == PROCESS && group.equals(prefix))) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + group
            + "' is no processing group: annotate the handler with @ProcessingGroup(\"view.…\"),"
            + " (\"process\") or (\"effect.…\")");
  }

  boolean replays() {
    return this == VIEW;
  }
}
