package io.retrogate.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.ledger.DeliveryOutcome.State;
import io.retrogate.ledger.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AcknowledgementDeliveryTest extends DeliveryCase {

    @Test
    void retriesWhileTheFolderOfTheTargetIsMissing() {
        ledger.target = "nobody";
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().detail()).startsWith("DLV-001 nobody");
    }

    @Test
    void retriesWhileThePartnerHasNoRoute() {
        acknowledgement();
        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().detail()).startsWith("DLV-003");
    }

    @Test
    void holdsAReceiptBackWhileItsAddressIsNotAgreed() {
        acknowledgement();
        ledger.form = Receipt.FORM;

        assertThat(deliver()).isEqualTo(State.RETRY);
        assertThat(ledger.last().detail()).startsWith("DLV-010 address");
    }

    @Test
    void handsAcknowledgementsToThePartnersRoute() throws Exception {
        acknowledgement();
        List<Object> sent = new ArrayList<>();
        camel.addRoutes(
                new org.apache.camel.builder.RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:nordwind-deliver")
                                .process(
                                        e -> {
                                            sent.add(e.getMessage().getHeader(RoutePost.FILE_NAME));
                                            sent.add(e.getMessage().getBody(byte[].class));
                                        });
                    }
                });
        assertThat(deliver()).isEqualTo(State.DELIVERED);
        assertThat(sent)
                .containsExactly(
                        "CONTRL-RMA_7__-key-1.edi",
                        "UNB+\u00fc'".getBytes(StandardCharsets.ISO_8859_1));
    }
}
