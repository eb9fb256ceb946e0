package io.retrogate.cli;

import picocli.CommandLine.Command;

/** Does nothing by itself; picocli asks for one of its subcommands. */
@Command(name = "partner", description = "Looks after partner folders.")
final class PartnerCommand {}
