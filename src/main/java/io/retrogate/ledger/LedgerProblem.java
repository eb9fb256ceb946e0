package io.retrogate.ledger;

import io.retrogate.edi.ProblemCode;

/** Why the ledger cannot be opened, and what it cannot find. */
enum LedgerProblem implements ProblemCode {
    NOT_DURABLE(
            "LGR-001", "Switch fsync, synchronous_commit and full_page_writes on in the database."),
    POSTGRES_NOT_STARTED(
            "LGR-002",
            "Read postgres.log in the data directory, or name a database by retrogate.ledger.url."),
    DATA_IN_USE("LGR-003", "Stop the other gateway, or choose another directory with --data."),
    NO_BINARIES(
            "LGR-004",
            "Name a PostgreSQL database by retrogate.ledger.url; none is bundled for this machine."),
    NOTHING_SENT(
            "LGR-005",
            "Compare the numbers of the acknowledgement with what we sent, and ask the partner.");

    private final String id;
    private final String remedy;

    LedgerProblem(String id, String remedy) {
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

    @Override
    public Retry retry() {
        return Retry.NEVER;
    }
}
