package io.retrogate.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.RawEntity;
import io.retrogate.peer.SmallDisk;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** What a partner does wrong, against the packaged jar: a clear answer, and nothing is lost. */
@Tag("e2e")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final As2Party ACME = As2Party.named("ACME");
    private static final byte[] GOOD = Samples.received("x12/180/request-accepted");
    private static final int TEN_MEGABYTES = 10 << 20;

    private final Path home = CrashIT.folder("bad-input");
    private final SmallDisk disk = new SmallDisk(home.resolve("data/archive"), "128m");
    private AcmePartner answers;
    private CountingErp erp;
    private GatewayProcess gateway;
    private RawPartner partner;

    @BeforeAll
    void open() throws Exception {
        CrashRoutes.write(home, ACME.identity(), "erp");
        FileSystemUtils.deleteRecursively(home.resolve("routes/nordwind"));
        disk.mount();
        erp = new CountingErp();
        answers =
                new AcmePartner(ACME.identity(), home.resolve("acme"), java.time.Clock.systemUTC());
        gateway =
                GatewayProcess.start(
                        CrashScene.thisJava(),
                        home.resolve("data"),
                        GatewayProcess.freePort(),
                        CrashRoutes.settings(home, answers.url(), erp.url(), 1));
        assertThat(gateway.ready()).as(gateway.log()).isTrue();
        answers.trust(gateway.certificate());
        partner = new RawPartner(gateway.as2(), gateway.certificate());
    }

    @AfterAll
    void close() throws Exception {
        for (var part : new AutoCloseable[] {gateway, answers, erp, disk}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x12/envelope/truncated, DOC-002, TA1*000001014*261102*0915*R*023",
        "x12/envelope/wrong-set-count, DOC-023, AK5*R*4",
        "x12/envelope/wrong-group-count, DOC-006, AK9*R*4*1*0*5",
        "x12/envelope/unknown-document, DOC-020, AK5*R*1",
        "noise/text, DOC-001, ''"
    })
    void explainsAWrongDocumentAnswersItAndDeliversNothing(
            String sample, String finding, String answer) throws Exception {
        byte[] document = Samples.received(sample);

        var transmission = receipted(document, "SETTLED");

        assertThat(transmission.get("sha256").asText()).isEqualTo(sha256(document));
        assertThat(findings(transmission)).anyMatch(line -> line.contains(finding));
        assertThat(transmission.findValuesAsText("form")).doesNotContain("canonical");
        assertThat(transmission.get("documents")).isEmpty();
        assertThat(transmission.get("acknowledgements").toString()).contains(answer);
        assertThat(transmission.get("acknowledgements").size()).isEqualTo(answer.isEmpty() ? 0 : 1);
    }

    @Test
    void saysThatItDoesNotKnowThePartnerInTheEnvelope() throws Exception {
        byte[] document = text().replace("ACMERETAIL     ", "NOBODY         ").getBytes(ISO_8859_1);

        var transmission = receipted(document, "SETTLED");

        assertThat(findings(transmission)).anyMatch(line -> line.contains("DOC-008"));
        assertThat(transmission.get("documents")).isEmpty();
    }

    @Test
    void takesLatin1AsItIs() throws Exception {
        var transmission = receipted(Samples.received("x12/envelope/latin-1"), "SETTLED");

        assertThat(transmission.at("/interchanges/0/verdict").asText()).isEqualTo("ACCEPTED");
        assertThat(transmission.get("documents")).hasSize(1);
    }

    @Test
    void keepsAnEmptyDocumentAndSaysSo() throws Exception {
        var transmission = receipted(new byte[0], "SETTLED");

        assertThat(transmission.get("size").asInt()).isZero();
        assertThat(findings(transmission)).anyMatch(line -> line.contains("DOC-001"));
    }

    @Test
    void keepsTenMegabytesOfNoiseAndSaysWhatTheyAreNot() throws Exception {
        var noise = new byte[TEN_MEGABYTES];
        new Random(7).nextBytes(noise);

        var transmission = receipted(noise, "SETTLED");

        assertThat(transmission.get("sha256").asText()).isEqualTo(sha256(noise));
        assertThat(findings(transmission)).anyMatch(line -> line.contains("DOC-001"));
    }

    @Test
    void refusesAnEmptyBody() throws Exception {
        var answer =
                partner.post(
                        RawEntity.document(new byte[0]),
                        RawPartner.names("ACME", "RETROGATE", id()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), ISO_8859_1)).contains("RCV-103");
    }

    @Test
    void refusesNoiseThatIsNoMessage() throws Exception {
        var noise = new byte[TEN_MEGABYTES];
        new Random(8).nextBytes(noise);

        refused(
                partner.message(GOOD, ACME).withBody(noise),
                "ACME",
                "RETROGATE",
                "decryption-failed");
    }

    @Test
    void refusesAStrangersSignatureAndNone() throws Exception {
        var stranger = As2Party.named("STRANGER");
        var forged = partner.message(GOOD, stranger);

        refused(forged, "ACME", "RETROGATE", "authentication-failed");
        refused(partner.message(GOOD), "ACME", "RETROGATE", "authentication-failed");
    }

    @ParameterizedTest
    @CsvSource({"NOBODY, RETROGATE", "ACME, NOBODY", "acme, RETROGATE"})
    void refusesUnknownNames(String from, String to) throws Exception {
        refused(partner.message(GOOD, ACME), from, to, "unknown-trading-relationship");
    }

    @Test
    void promisesNothingOnAFullDiskAndTakesTheResend() throws Exception {
        assumeTrue(disk.mounted(), "skipped: this user may not mount a tmpfs");
        var document = text().replace("000001001", "000009001").getBytes(ISO_8859_1);
        var message = partner.message(document, ACME);
        var names = RawPartner.names("ACME", "RETROGATE", id());
        disk.fill();

        var refused = partner.post(message, names);
        disk.empty();
        var taken = partner.post(message, names);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(new String(refused.body(), ISO_8859_1))
                .contains("RCV-110")
                .doesNotContain("Disposition");
        assertThat(RawPartner.mdn(taken).disposition()).isEqualTo("processed");
        var transmission = gateway.await(names.get("Message-ID"), "SETTLED");
        assertThat(transmission.get("sha256").asText()).isEqualTo(sha256(document));
    }

    /** The message is taken, with a receipt that its sender can prove, and is settled. */
    private JsonNode receipted(byte[] document, String state) throws Exception {
        var id = id();
        var answer =
                partner.post(
                        partner.message(document, ACME), RawPartner.names("ACME", "RETROGATE", id));
        var mdn = RawPartner.mdn(answer);
        assertThat(mdn.disposition()).isEqualTo("processed");
        assertThat(mdn.isSignedBy(gateway.certificate())).isTrue();
        return gateway.await(id, state);
    }

    private void refused(RawEntity message, String from, String to, String why) throws Exception {
        var id = id();
        var answer = partner.post(message, RawPartner.names(from, to, id));

        assertThat(RawPartner.mdn(answer).disposition()).isEqualTo("processed/Error: " + why);
        var transmission = gateway.await(id, "REFUSED");
        assertThat(transmission.get("reason").asText()).isEqualTo(why);
    }

    private static List<String> findings(JsonNode transmission) {
        return StreamSupport.stream(transmission.get("interchanges").spliterator(), false)
                .flatMap(i -> StreamSupport.stream(i.get("findings").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private static String text() {
        return new String(GOOD, ISO_8859_1);
    }

    private static String id() {
        return "<" + UUID.randomUUID() + "@acme.example>";
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
