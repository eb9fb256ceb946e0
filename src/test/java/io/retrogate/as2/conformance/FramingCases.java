package io.retrogate.as2.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrogate.as2.RawEntity;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How the body comes over the wire, A39. */
abstract class FramingCases extends ConformanceCases {

    FramingCases(As2ConformanceTest suite) {
        super(suite);
    }

    private RawClient.Outgoing message() {
        return scene.message(scene.sealed(Scene.DOCUMENT)).with("Connection", "close");
    }

    private RawConnection connection() throws Exception {
        return new RawConnection(scene.front.port());
    }

    @Test
    void a39BodiesThatComeWhole() throws Exception {
        RawEntity sealed = scene.sealed(Scene.DOCUMENT);
        var chunked = scene.message(sealed);
        Answer answer =
                chunked.post(
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(sealed.body())));
        assertThat(answer.mdn().disposition()).isEqualTo("processed");
        assertThat(scene.stored(chunked.messageId())).isEqualTo(Scene.X12);
        saw("chunked", answer);

        accepted("100-continue", scene.message(sealed).expectContinue(), Scene.DOCUMENT);
    }

    @Test
    void a39BodiesThatDoNotCome() throws Exception {
        cut("cut", "Content-Length: 100000\r\n\r\nISA*00*");
        cut("cut in a chunk", "Transfer-Encoding: chunked\r\n\r\n7000\r\nISA*00*");
        keepsNothing("empty", message(), "Content-Length: 0\r\n", 400, "RCV-103");
    }

    private void cut(String variant, String rest) throws Exception {
        var message = message();
        try (RawConnection connection = connection()) {
            byte[] wire = connection.write(message.head() + rest).end().answer();
            Answer answer = Answer.of(wire, message.about());
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).doesNotContain("Disposition");
            assertNotKept(variant, answer, message);
        }
    }

    @Test
    void a39ContentLengthThatLies() throws Exception {
        keepsNothing("claims 3 GB", message(), "Content-Length: 3000000000\r\n", 413, "RCV-104");

        var message = message();
        byte[] body = message.body();
        try (RawConnection connection = connection()) {
            String head = message.head() + "Content-Length: " + (body.length - 40) + "\r\n\r\n";
            byte[] wire = connection.write(head).write(body).end().answer();
            Answer answer = Answer.of(wire, message.about());
            assertThat(answer.mdn().disposition()).isEqualTo("processed/Error: decryption-failed");
            scene.assertNothingStored(message.messageId());
            saw("claims too little", answer);
        }
    }

    @Test
    void a39BodiesThatAreTooLong() throws Exception {
        byte[] noise = new byte[65_537];
        new Random(39).nextBytes(noise);
        var message = message().from("small");

        keepsNothing("more than agreed", message, "Content-Length: 65537\r\n", 413, "RCV-104");
        var chunked = scene.message(scene.sealed(Scene.DOCUMENT).withBody(noise)).from("small");
        Answer answer =
                chunked.post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(noise)));
        assertThat(answer.status()).isEqualTo(413);
        assertNotKept("more than agreed, chunked", answer, chunked);
    }

    @Test
    void a39BodyThatIsTooSlow() throws Exception {
        var message = message();
        byte[] body = message.body();
        int begun = scene.front.archive.begun();
        try (RawConnection connection = connection()) {
            connection.write(message.head() + "Content-Length: " + body.length + "\r\n\r\n");
            connection.write(Arrays.copyOf(body, 10));
            await().until(() -> scene.front.archive.begun() > begun);
            scene.at(
                    Duration.ofMinutes(2),
                    () -> {
                        byte[] wire = connection.write(new byte[] {body[10]}).end().answer();
                        Answer answer = Answer.of(wire, message.about());
                        assertThat(answer.problem()).isEqualTo("RCV-105");
                        assertNotKept("longer than the time for it", answer, message);
                    });
        }
    }

    @Test
    void a39VeryLargeMessage() throws Exception {
        shownBy(
                "200 MB with a length into 256 MB",
                "processed, the MIC of the bytes sent",
                "demo.LargeMessageIT",
                "takesTwoHundredMegabytesWithALength");
        shownBy(
                "200 MB in chunks",
                "the same",
                "demo.LargeMessageIT",
                "takesTwoHundredMegabytesInChunks");
        shownBy(
                "eight times 50 MB at once",
                "the same",
                "demo.LargeMessageIT",
                "takesEightTimesFiftyMegabytesAtOnce");
    }

    private void keepsNothing(
            String variant, RawClient.Outgoing message, String framing, int status, String problem)
            throws Exception {
        try (RawConnection connection = connection()) {
            String rest = framing.contains(" 0\r") ? "\r\n" : "\r\nISA*00*";
            byte[] wire = connection.write(message.head() + framing + rest).end().answer();
            Answer answer = Answer.of(wire, message.about());
            assertThat(answer.status()).as(variant).isEqualTo(status);
            assertThat(answer.problem()).as(variant).isEqualTo(problem);
            assertNotKept(variant, answer, message);
        }
    }

    private void assertNotKept(String variant, Answer answer, RawClient.Outgoing message)
            throws Exception {
        assertThat(scene.arrivals(message.messageId())).as(variant).isEmpty();
        saw(variant, answer);
    }
}
