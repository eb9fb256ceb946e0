package io.retrogate.cli;

import io.retrogate.edi.ProblemCode;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;

/** Where a command reads and writes, and what time it is there. */
record Terminal(InputStream in, PrintStream out, PrintStream err, Clock clock, boolean colour) {

    /** One line on standard error that says what happened and what to do. */
    void complain(ProblemCode code, String what) {
        err.println(code.id() + " " + Text.printable(what) + " " + code.remedy());
    }
}
