package io.retrogate.cli;

import picocli.CommandLine.Command;

/** Does nothing by itself; picocli asks for one of its subcommands. */
@Command(
        name = "keys",
        description = {
            "Looks after our own AS2 keys. Their password is in the environment variable",
            "RETROGATE_KEYS_PASSWORD or in the file that RETROGATE_KEYS_PASSWORD_FILE names;",
            "without either, in keys/password of the data directory."
        })
final class KeysCommand {}
