package io.retrogate.returns;

import java.util.Arrays;
import java.util.Optional;

/** What a document says about a return, whatever standard it came in. */
public enum Kind {
    REQUEST("return.request"),
    AUTHORIZATION("return.authorization"),
    ANNOUNCEMENT("return.announcement"),
    INSTRUCTION("return.instruction"),
    SHIPMENT("return.shipment"),
    RECEIPT("return.receipt"),
    INSPECTION("return.inspection"),
    DISPOSITION("return.disposition"),
    INVENTORY_ADJUSTMENT("inventory.adjustment"),
    INVENTORY_REPORT("inventory.report"),
    FINANCIAL_ADJUSTMENT("financial.adjustment"),
    TRANSPORT_STATUS("transport.status");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    /** As it stands in the message's {@code kind}. */
    public String label() {
        return label;
    }

    public static Optional<Kind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
    }
}
