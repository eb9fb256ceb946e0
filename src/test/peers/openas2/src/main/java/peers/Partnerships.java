package peers;

import java.util.List;
import java.util.Map;
import org.openas2.partner.BasePartnershipFactory;
import org.openas2.partner.Partnership;

/** One for each way; that of our messages is replaced before each of them. */
final class Partnerships extends BasePartnershipFactory {

    private Partnership incoming = new Partnership();

    void incoming(String from, String to) {
        incoming = between(from, to);
        setPartnerships(List.of(incoming));
    }

    void outgoing(String from, String to, Map<String, String> settings) {
        Partnership outgoing = between(from, to);
        outgoing.getAttributes().putAll(settings);
        setPartnerships(List.of(incoming, outgoing));
    }

    @Override
    public Map<String, Object> getPartners() {
        return Map.of();
    }

    private static Partnership between(String from, String to) {
        Partnership partnership = new Partnership();
        partnership.setName(from + "-" + to);
        partnership.setSenderID(Partnership.PID_AS2, from);
        partnership.setSenderID(Partnership.PID_X509_ALIAS, from);
        partnership.setSenderID(Partnership.PID_EMAIL, from + "@example.com");
        partnership.setReceiverID(Partnership.PID_AS2, to);
        partnership.setReceiverID(Partnership.PID_X509_ALIAS, to);
        partnership.setReceiverID(Partnership.PID_EMAIL, to + "@example.com");
        return partnership;
    }
}
