package io.retrogate.dispatch;

import io.retrogate.edi.MessageType;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.ReturnMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sends each document where the agreement says; one that nobody asked for goes nowhere and stays
 * findable.
 */
@Component
class AgreedDispatcher implements Dispatcher {

    @Override
    public List<String> destinations(
            TradingPartner partner, MessageType type, ReturnMessage message) {
        return partner.inbound(type).map(DocumentAgreement::to).orElse(List.of()).stream()
                .distinct()
                .toList();
    }
}
