package io.retrogate.translate;

import io.retrogate.edi.GatewayException;

/** A place in a mapping file, for people who mend it. */
record MappingLine(String file, int number) {

    GatewayException problem(TranslateProblem problem, String detail) {
        return new GatewayException(problem, file + ":" + number + " " + detail);
    }
}
