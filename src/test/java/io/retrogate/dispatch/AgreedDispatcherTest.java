package io.retrogate.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.retrogate.edi.MessageType;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.ReturnMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgreedDispatcherTest {

    private static final MessageType ASN = MessageType.x12("856", "004010");
    private static final MessageType REQUEST = MessageType.x12("180", "004010");

    @Test
    void followsTheInboundAgreement() {
        var partner =
                partner(
                        new DocumentAgreement(Direction.OUTBOUND, ASN, "none", List.of("wrong")),
                        new DocumentAgreement(
                                Direction.INBOUND, ASN, "997", List.of("erp", "threepl", "erp")));
        assertThat(destinations(partner, ASN)).containsExactly("erp", "threepl");
        assertThat(destinations(partner, REQUEST)).isEmpty();
    }

    private static List<String> destinations(TradingPartner partner, MessageType type) {
        var message = new ReturnMessage(JsonNodeFactory.instance.objectNode());
        return new AgreedDispatcher().destinations(partner, type, message);
    }

    private static TradingPartner partner(DocumentAgreement... documents) {
        return new TradingPartner(
                "acme",
                Path.of("."),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(documents),
                "as2");
    }
}
