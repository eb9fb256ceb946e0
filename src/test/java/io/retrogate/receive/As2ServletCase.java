package io.retrogate.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.RawEntity;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the servlet share. */
@Timeout(60)
class As2ServletCase {

    static final String AES256 = "2.16.840.1.101.3.4.1.42";
    static final As2Party ACME = As2Party.named("acme");
    static final As2Party GLOBEX = As2Party.named("globex");
    static final RawEntity DOCUMENT = RawEntity.document("ISA*00*~\r\n".getBytes(ISO_8859_1));
    static final String DOCUMENT_MIC = RawEntity.mic(DOCUMENT.bytes(), "SHA-256");

    @TempDir Path folder;
    As2Front front;

    @BeforeEach
    void start() throws Exception {
        front =
                new As2Front(
                        folder,
                        new As2PartnersOnly()
                                .with("acme", As2Policy.strict(), ACME)
                                .with("globex corp", As2Policy.strict(), GLOBEX)
                                .with("acme", "keyless", As2Policy.strict(), ACME));
    }

    @AfterEach
    void stop() throws Exception {
        front.close();
    }

    static void assertProblem(HttpResponse<byte[]> response, int status, String id)
            throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
        var problem = new ObjectMapper().readTree(new String(response.body(), UTF_8));
        assertThat(problem.get("type").asText()).endsWith(id);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
    }

    static Map<String, String> headers() {
        return As2Front.headers("<1@acme>");
    }

    static RawEntity message(RawEntity document) {
        return document.signed(ACME).encrypted(As2Front.OURS, AES256);
    }

    static RawEntity messageBy(As2Party signer) {
        return DOCUMENT.signed(signer).encrypted(As2Front.OURS, AES256);
    }

    static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(42).nextBytes(noise);
        return noise;
    }
}
