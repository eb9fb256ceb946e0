package io.retrogate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What partner check says of a guide, by the stages as they are in the gateway. */
class GuideProofTest {

    private static final Path REQUEST =
            Path.of("edi-samples/x12/180/request-accepted/received.edi");

    @TempDir Path routes;

    @BeforeEach
    void writeFolders() throws IOException {
        write("wms/endpoint.yaml", "endpoint: wms\nurl: https://wms.example/\n");
        write(
                "acme/agreement.yaml",
                """
                partner: acme
                identifiers: [{ qualifier: ZZ, id: ACMERETAIL }]
                ownIdentifiers: [{ qualifier: ZZ, id: RETROGATE }]
                documents:
                  - { message: X12 180 004010, direction: inbound, to: [wms] }
                """);
        write(
                "acme/guide/180.yaml",
                """
                guide: X12 180 004010
                rules:
                  - { allow: CTT, after: BLI }
                  - { forbid: PKG }
                """);
        write("acme/samples/request/received.edi", Files.readString(REQUEST));
    }

    @Test
    void namesTheRulesThatNoSampleProves() {
        assertThat(check()).containsExactly(3, 4);
    }

    @Test
    void isContentWithARuleThatASampleProves() throws IOException {
        var extra = Files.readString(REQUEST).replace("SE*15*", "CTT*1~SE*16*");
        write("acme/samples/count/received.edi", extra);

        assertThat(check()).containsExactly(4);
    }

    private java.util.List<Integer> check() {
        var stages = new OfflineStages();
        var read = stages.folder(routes.resolve("acme"));
        assertThat(read.problems()).isEmpty();
        var samples =
                Sample.in(routes.resolve("acme")).stream()
                        .<io.retrogate.edi.Content>map(Sample::content)
                        .toList();
        return new GuideProof(stages.validator(), read.partner().orElseThrow(), samples)
                .problems().stream().map(it -> it.line()).toList();
    }

    private void write(String file, String text) throws IOException {
        var path = routes.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
