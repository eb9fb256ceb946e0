package io.retrogate.dispatch;

import io.retrogate.edi.MessageType;
import io.retrogate.partner.TradingPartner;
import io.retrogate.returns.ReturnMessage;
import java.util.List;

/** Stage 5: decides who gets a document. */
public interface Dispatcher {

    /** Names of the endpoints, one delivery each, without repetition. */
    List<String> destinations(TradingPartner partner, MessageType type, ReturnMessage message);
}
