package io.retrogate.deliver;

import io.retrogate.ledger.Claim;
import io.retrogate.ledger.Rendition;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The envelope of a canonical message: CloudEvents 1.0, HTTP protocol binding, binary content mode
 * (§3.1). The id is the idempotency key: fixed over all attempts, unique for each delivery.
 */
final class CloudEvent {

    private static final String SCHEMA = "/schemas/return-message/1.0.json";

    private CloudEvent() {}

    static Map<String, String> headers(Claim claim, String source) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", encoded(claim.idempotencyKey()));
        headers.put("ce-type", encoded("io.retrogate." + claim.kind()));
        headers.put("ce-source", encoded(source));
        headers.put("ce-time", claim.createdAt().toString());
        if (!claim.subject().isEmpty()) {
            headers.put("ce-subject", encoded(claim.subject()));
        }
        if (claim.rendition().equals(Rendition.NONE)) {
            headers.put("ce-dataschema", SCHEMA);
            headers.put("Content-Type", "application/json");
        } else {
            headers.put("Content-Type", claim.rendition().contentType());
        }
        headers.put("Idempotency-Key", encoded(claim.idempotencyKey()));
        return headers;
    }

    /** Space, quote, percent and all that is not printable ASCII, percent-encoded (§3.1.3.2). */
    private static String encoded(String value) {
        StringBuilder text = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet > 0x20 && octet < 0x7F && octet != '"' && octet != '%';
            text.append(plain ? String.valueOf((char) octet) : String.format("%%%02X", octet));
        }
        return text.toString();
    }
}
