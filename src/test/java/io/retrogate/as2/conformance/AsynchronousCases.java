package io.retrogate.as2.conformance;

import org.junit.jupiter.api.Test;

/** MDNs on a connection of their own, A16 to A19. */
abstract class AsynchronousCases extends ConformanceCases {

    private static final String NOT_OFFERED = "asynchronous MDNs are not offered: HTTP 400 RCV-107";

    AsynchronousCases(As2ConformanceTest suite) {
        super(suite);
    }

    @Test
    void a16OnASecondConnection() {
        notYet(NOT_OFFERED);
    }

    @Test
    void a17TriedAgain() {
        notYet(NOT_OFFERED);
    }

    @Test
    void a18MixedWithSynchronousOnes() {
        notYet(NOT_OFFERED);
    }

    @Test
    void a19NotAgreed() {
        notYet(NOT_OFFERED);
    }
}
