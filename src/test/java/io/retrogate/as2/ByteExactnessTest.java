package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Line ends of any kind at any place, and the MIC is that of the bytes that were sent. */
@Timeout(60)
class ByteExactnessTest {

    private static final As2Party OURS = As2Party.named("ours");
    private static final As2Party ACME = As2Party.named("acme");

    @TempDir private Path folder;

    static Stream<Integer> sizesAroundBuffers() {
        return Stream.of(0, 8192, 16384, 65536)
                .flatMap(edge -> IntStream.rangeClosed(edge - 160, edge + 10).boxed())
                .filter(size -> size >= 0);
    }

    @ParameterizedTest
    @MethodSource("sizesAroundBuffers")
    void keepsALineEndThatStraddlesABuffer(int size) throws IOException {
        byte[] content = new byte[size + 2];
        Arrays.fill(content, (byte) 'x');
        content[size] = '\r';
        content[size + 1] = '\n';
        RawEntity document = RawEntity.document(content);

        assertUnchanged(document, document.signed(ACME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "\n",
                "\r",
                "\r\r\n\n",
                "\r\n--",
                "--\r\n",
                "\r\n--=_",
                "a\r\n\r\nb",
                "\u001c\u001d\u001e\u001f\u0000\u00ff",
                "\r\n\r\n\r\n",
                "--=_b\r\n",
                "\n--=_b1--x"
            })
    void keepsAnyContent(String content) throws IOException {
        RawEntity document = RawEntity.document(content.getBytes(ISO_8859_1));

        assertUnchanged(document, document.signed(ACME));
        assertUnchanged(document, document.signed(ACME).encrypted(OURS, "2.16.840.1.101.3.4.1.42"));
        assertUnchanged(document, document.signed(ACME).compressed());
    }

    private void assertUnchanged(RawEntity document, RawEntity sent) throws IOException {
        try (Unwrapped got =
                new Unwrapper(new Spools(folder, 1000), Clock.fixed(As2Party.NOW, ZoneOffset.UTC))
                        .unwrap(
                                MimeHeaders.parse(sent.headers().getBytes(ISO_8859_1)),
                                Spool.inMemory(sent.body()),
                                new As2Trust(
                                        OURS.identity(),
                                        UnwrapperCase.lenient(),
                                        List.of(ACME.certificate())),
                                ReceiptRequest.of(new MimeHeaders(List.of())))) {
            assertThat(got.refusal()).as(got.detail()).isEmpty();
            assertThat(got.mic().orElseThrow().value())
                    .isEqualTo(RawEntity.mic(document.bytes(), "SHA-256"));
            assertThat(got.parts().get(0).open().readAllBytes()).isEqualTo(document.body());
        }
    }
}
