package io.retrogate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.MessageType;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class EachLineTest {

    @TempDir Path directory;
    private Folders folders;

    @BeforeEach
    void startWithAnEndpoint() {
        folders = new Folders(directory).endpoint("erp");
    }

    @Test
    void judgesEachLineWhereThatIsAgreed() {
        withDocument("X12 180 004010, direction: inbound, business: 824, lines: each, to: [erp]");

        var type = MessageType.x12("180", "004010");
        assertThat(TradingPartner.judgesEachLine(Optional.of(good()), type)).isTrue();

        withDocument("X12 180 004010, direction: inbound, lines: together, to: [erp]");
        assertThat(TradingPartner.judgesEachLine(Optional.of(good()), type)).isFalse();
        assertThat(TradingPartner.judgesEachLine(Optional.empty(), type)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X12 180 004010, direction: inbound, lines: each, to: [erp] | key 'business'",
                "X12 214 004010, direction: inbound, business: 824, lines: each, to: [erp] | no lines",
                "X12 180 004010, direction: outbound, lines: each | comes in",
            })
    void refusesToJudgeEachLineWhereNobodyWouldHearOfIt(String document, String said) {
        withDocument(document);

        assertThat(folders.check("acme").problems())
                .singleElement()
                .asString()
                .contains("PRT-006", said);
    }

    private void withDocument(String document) {
        folders.write(
                "acme/agreement.yaml",
                """
                partner: acme
                identifiers: [{ qualifier: ZZ, id: ACMERETAIL }]
                ownIdentifiers: [{ qualifier: ZZ, id: RETROGATE }]
                acknowledgeBy: sftp
                documents:
                  - { message: %s }
                """
                        .formatted(document));
    }

    private TradingPartner good() {
        var check = folders.check("acme");
        assertThat(check.problems()).isEmpty();
        return check.partner().orElseThrow();
    }
}
