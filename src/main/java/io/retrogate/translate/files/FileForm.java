package io.retrogate.translate.files;

import io.retrogate.edi.Content;
import io.retrogate.edi.Standard;
import io.retrogate.partner.DocumentAgreement;
import io.retrogate.partner.DocumentAgreement.Direction;
import io.retrogate.partner.TradingPartner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a file shows what it is: one that begins with ISA, UNA or UNB has an envelope, one that
 * begins with {@code <} is XML, any other is the one CSV or fixed-length file that was agreed.
 */
public final class FileForm {

    private static final int LOOKED_AT = 4096;
    private static final String XML = "XML";

    private FileForm() {}

    /** What was agreed about such a file; empty if it has an envelope, or nothing was agreed. */
    public static Optional<DocumentAgreement> agreed(Content content, TradingPartner partner)
            throws IOException {
        if (files(partner).findAny().isEmpty()) {
            return Optional.empty();
        }
        var start = start(content);
        if (Stream.of("ISA", "UNA", "UNB").anyMatch(start::startsWith)) {
            return Optional.empty();
        }
        boolean xml = start.startsWith("<");
        return files(partner).filter(it -> isXml(it) == xml).findFirst();
    }

    private static boolean isXml(DocumentAgreement agreement) {
        return agreement.message().version().equals(XML);
    }

    private static Stream<DocumentAgreement> files(TradingPartner partner) {
        return partner.documents().stream()
                .filter(it -> it.direction() == Direction.INBOUND)
                .filter(it -> it.message().standard() == Standard.FILE);
    }

    private static String start(Content content) throws IOException {
        try (var in = content.open()) {
            var text = new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        }
    }
}
