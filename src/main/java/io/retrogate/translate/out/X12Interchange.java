package io.retrogate.translate.out;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.FunctionalIdentifier;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.PartyId;
import io.retrogate.returns.OutboundEnvelope;
import io.retrogate.returns.RenderedDocument;
import io.retrogate.returns.RenderedDocument.Segment;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** ISA to IEA around our documents: a functional group for each kind and version. */
public final class X12Interchange {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final OutboundEnvelope envelope;
    private final Map<MessageType, List<RenderedDocument>> groups;
    private final Delimiters delimiters;
    private final StringBuilder text = new StringBuilder();

    public X12Interchange(OutboundEnvelope envelope, List<RenderedDocument> documents) {
        this.envelope = envelope;
        this.groups = new LinkedHashMap<>();
        for (var document : documents) {
            groups.computeIfAbsent(document.type(), type -> new java.util.ArrayList<>())
                    .add(document);
        }
        this.delimiters = FreeDelimiters.x12(documents, envelope);
    }

    public byte[] bytes() {
        isa();
        int number = 0;
        for (var group : groups.entrySet()) {
            group(group.getKey(), group.getValue(), ++number);
        }
        segment("IEA", Integer.toString(groups.size()), controlNumber());
        return text.toString().getBytes(envelope.charset().orElse(StandardCharsets.ISO_8859_1));
    }

    private void isa() {
        var at = envelope.at().atOffset(ZoneOffset.UTC);
        var version = version();
        segment(
                "ISA",
                "00",
                " ".repeat(10),
                "00",
                " ".repeat(10),
                wide(envelope.sender().qualifier(), 2),
                wide(envelope.sender().value(), 15),
                wide(envelope.receiver().qualifier(), 2),
                wide(envelope.receiver().value(), 15),
                DAY.format(at).substring(2),
                TIME.format(at),
                version.compareTo("00402") < 0 ? "U" : String.valueOf(delimiters.repetition()),
                version,
                controlNumber(),
                "0",
                envelope.test() ? "T" : "P",
                String.valueOf(delimiters.component()));
    }

    /** ISA12 follows the newest document: 005010 travels in 00501. */
    private String version() {
        return groups.keySet().stream()
                .map(type -> type.version().substring(0, 5))
                .max(String::compareTo)
                .orElse("00401");
    }

    private String controlNumber() {
        return String.format(Locale.ROOT, "%09d", Long.parseLong(envelope.number().value()));
    }

    private void group(MessageType type, List<RenderedDocument> documents, int ordinal) {
        var at = envelope.at().atOffset(ZoneOffset.UTC);
        var number = groupNumber(ordinal);
        segment(
                "GS",
                FunctionalIdentifier.bySet().getOrDefault(type.code(), ""),
                application(envelope.sender()),
                application(envelope.receiver()),
                DAY.format(at),
                TIME.format(at),
                number,
                "X",
                type.version());
        int set = 0;
        for (var document : documents) {
            transaction(document, String.format(Locale.ROOT, "%04d", ++set));
        }
        segment("GE", Integer.toString(documents.size()), number);
    }

    /** Unlike any other of this interchange, and of the ones before. */
    private String groupNumber(int ordinal) {
        long number = Long.parseLong(envelope.number().value());
        return Long.toString(
                ordinal == 1 ? number : (number + ordinal * 1_000_000L) % 1_000_000_000);
    }

    private static String application(PartyId party) {
        return party.value().strip();
    }

    private void transaction(RenderedDocument document, String number) {
        segment("ST", document.type().code(), number);
        document.segments().forEach(this::segment);
        segment("SE", Integer.toString(document.segments().size() + 2), number);
    }

    private void segment(Segment segment) {
        text.append(segment.tag());
        for (var element : segment.elements()) {
            text.append(delimiters.element());
            for (int at = 0; at < element.size(); at++) {
                text.append(at == 0 ? "" : delimiters.component()).append(clean(element.get(at)));
            }
        }
        text.append(delimiters.segment());
    }

    private void segment(String tag, String... elements) {
        text.append(tag);
        for (var element : elements) {
            text.append(delimiters.element()).append(element);
        }
        text.append(delimiters.segment());
    }

    /** There is no release character; a delimiter was chosen that no value has, if there is one. */
    private String clean(String value) {
        var clean = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            clean.append(FreeDelimiters.isOne(delimiters, c) || c < ' ' ? ' ' : c);
        }
        return clean.toString();
    }

    private static String wide(String value, int width) {
        return String.format(Locale.ROOT, "%-" + width + "." + width + "s", value);
    }
}
