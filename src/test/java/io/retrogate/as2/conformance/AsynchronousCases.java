package io.retrogate.as2.conformance;

import org.junit.jupiter.api.Test;

/** MDNs on a connection of their own, A16 to A19: they need the ledger and the whole way out. */
abstract class AsynchronousCases extends ConformanceCases {

    private static final String WHOLE = "as2.conformance.AsynchronousReceiptTest";

    AsynchronousCases(As2ConformanceTest suite) {
        super(suite);
    }

    @Test
    void a16OnASecondConnection() throws Exception {
        shownBy(
                "accepted",
                "HTTP 200, no MDN; then `processed`, MIC sha-256, signed",
                WHOLE,
                "a16BringsASignedReceiptOnAConnectionOfItsOwn");
        shownBy(
                "refused",
                "HTTP 200, no MDN; then `processed/Error: authentication-failed`, signed",
                WHOLE,
                "a16BringsARefusalToo");
    }

    @Test
    void a17TriedAgain() throws Exception {
        shownBy(
                "nobody listens at first, and a resend comes meanwhile",
                "tried again from the ledger; `processed`, MIC sha-256, signed, delivered once",
                WHOLE,
                "a17TriesUntilThePartnerIsThereAndOnceOnly");
    }

    @Test
    void a18MixedWithSynchronousOnes() throws Exception {
        shownBy(
                "three synchronous, two asynchronous",
                "each MDN where it was wanted, and of its own message",
                WHOLE,
                "a18KeepsReceiptsOfOneConnectionApart");
    }

    @Test
    void a19NotAgreed() throws Exception {
        shownBy(
                "other host, port or path, with a user, no URL",
                "HTTP 400 RCV-107, logged",
                WHOLE,
                "a19SendsNothingWhereThatIsNotAgreed");
    }
}
