package io.retrogate.cli;

import io.retrogate.edi.ProblemCode;

/** What can go wrong with a command itself. */
enum CliProblem implements ProblemCode {
    FILE_UNREADABLE("CLI-001", "Check the path and your permission to read it."),
    FOLDER_UNUSABLE(
            "CLI-002", "Mend the folder; 'retrogate partner check DIR' says all that is wrong."),
    CRASHED("CLI-003", "Report it with the lines that follow; nothing was changed."),
    GATEWAY_MISSING("CLI-004", "Start the gateway from retrogate.jar with its lib folder."),
    SAMPLE_DIFFERS(
            "CLI-005", "Mend the folder, or accept the new result with 'partner check --update'."),
    SAMPLE_UNUSABLE(
            "CLI-006",
            "Put received.edi there, and write its results with 'partner check --update'."),
    FORM_UNKNOWN(
            "CLI-007",
            "Name the folder of the partner whose agreement has the file (CSV, fixed length or XML,"
                    + " with 'engine: smooks') with --partner DIR."),
    KEYS_UNUSABLE("CLI-008", "Name the gateway's data directory with --data, and be its user."),
    KEY_UNKNOWN("CLI-009", "'retrogate keys list' shows the keys there are.");

    private final String id;
    private final String remedy;

    CliProblem(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** Somebody has to change something first. */
    @Override
    public Retry retry() {
        return Retry.NEVER;
    }
}
