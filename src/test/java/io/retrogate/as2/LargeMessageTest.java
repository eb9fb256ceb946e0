package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many megabytes through every layer, with next to nothing of it in memory. */
@Timeout(120)
class LargeMessageTest {

    /** More with {@code -Dretrogate.test.large=209715200 -DargLine=-Xmx256m}. */
    private static final int SIZE = Integer.getInteger("retrogate.test.large", 20 << 20);

    private static final As2Party OURS = As2Party.named("ours");
    private static final As2Party ACME = As2Party.named("acme");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"aes256-cbc, BEFORE_SIGNING", "aes256-gcm, AFTER_SIGNING"})
    void keepsLargeContentInFilesAndRemovesThem(String cipher, As2Policy.Compression compression)
            throws Exception {
        Clock clock = Clock.fixed(As2Party.NOW, ZoneOffset.UTC);
        Spools spools = new Spools(folder);
        As2Policy policy = policy(cipher, compression);
        As2Link link =
                new As2Link(
                        ACME.identity(),
                        "acme",
                        "ours",
                        URI.create("http://unused"),
                        policy,
                        List.of(OURS.certificate()));
        As2Message message =
                new As2Message("<1@x>", "s", "a.x12", "application/edi-x12", new Segments(SIZE));

        try (OutgoingMessage sent = new MessageWriter(spools, clock, link).write(message);
                Unwrapped got =
                        new Unwrapper(spools, clock)
                                .unwrap(
                                        MimeHeaders.parse(
                                                ("Content-Type: " + sent.contentType())
                                                        .getBytes(ISO_8859_1)),
                                        sent.body(),
                                        new As2Trust(
                                                OURS.identity(),
                                                policy,
                                                List.of(ACME.certificate())),
                                        ReceiptRequest.of(new MimeHeaders(List.of())))) {
            assertThat(got.refusal()).as(got.detail()).isEmpty();
            assertThat(got.mic().orElseThrow().value())
                    .isEqualTo(Mic.of(sent.covered(), DigestAlgorithm.SHA_256, "sha-256").value());
            assertThat(sha256(got.parts().get(0).open()))
                    .isEqualTo(sha256(new Segments(SIZE).open()));
            assertThat(got.spools())
                    .isNotEmpty()
                    .allSatisfy(spool -> assertThat(((Spool) spool).onDisk()).isTrue());
            assertThat(files()).isNotEmpty();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void removesItsFilesWhenTheMessageIsRefused() throws IOException {
        byte[] noise = new byte[3 << 20];
        RawEntity sent = RawEntity.document(noise).encrypted(OURS, "2.16.840.1.101.3.4.1.42");

        try (Unwrapped got =
                new Unwrapper(new Spools(folder), Clock.fixed(As2Party.NOW, ZoneOffset.UTC))
                        .unwrap(
                                MimeHeaders.parse(sent.headers().getBytes(ISO_8859_1)),
                                Spool.inMemory(sent.body()),
                                new As2Trust(OURS.identity(), As2Policy.strict(), List.of()),
                                ReceiptRequest.of(new MimeHeaders(List.of())))) {
            assertThat(got.refusal()).contains(Refusal.INSUFFICIENT_SECURITY);
            assertThat(files()).hasSize(1);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void sweepsWhatACrashLeftBehind() throws IOException {
        Spools spools = new Spools(folder, 10);
        try (OutputStream sink = spools.create().sink()) {
            sink.write(new byte[11]);
        }
        Path other = Files.writeString(folder.resolve("other"), "x");

        spools.sweep();

        assertThat(files()).containsExactly(other);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static As2Policy policy(String cipher, As2Policy.Compression compression) {
        As2Policy strict = As2Policy.strict();
        return new As2Policy(
                true,
                true,
                strict.digests(),
                strict.ciphers(),
                "sha-256",
                cipher,
                compression,
                true,
                2L * SIZE,
                strict.maxInflateRatio());
    }

    private static String sha256(InputStream in) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream counted = new DigestInputStream(in, digest)) {
            counted.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** As much as wanted of something that compresses like EDI, never in memory. */
    private record Segments(long size) implements Content {

        @Override
        public InputStream open() {
            return new InputStream() {
                private long at;
                private long random = 42;

                @Override
                public int read() {
                    if (at >= size) {
                        return -1;
                    }
                    at++;
                    random = random * 6364136223846793005L + 1442695040888963407L;
                    return at % 40 == 0 ? '\n' : 'A' + (int) ((random >>> 33) % 20);
                }
            };
        }
    }
}
