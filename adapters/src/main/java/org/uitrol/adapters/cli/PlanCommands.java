package org.uitrol.adapters.cli;

import picocli.CommandLine.Command;

/** What one can do with campaign files. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Works with campaign files.",
    subcommands = ComparePlans.class)
final class PlanCommands {}
