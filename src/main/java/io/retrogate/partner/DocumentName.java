package io.retrogate.partner;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How an agreement writes a message type: {@code X12 856 004010}, {@code EDIFACT RETANN D01B},
 * {@code EDIFACT RETANN D96A EN} (the last word is the agency or the association).
 */
public final class DocumentName {

    private static final Pattern X12 = Pattern.compile("X12 ([0-9]{3}) ([0-9]{6})");
    private static final Pattern EDIFACT =
            Pattern.compile("EDIFACT ([A-Z]{6}) (D[0-9]{2}[AB])(?: ([0-9A-Z]{2,6}))?");

    private static final Map<Standard, Set<String>> SUPPORTED =
            Map.of(
                    Standard.X12,
                    Set.of("180 004010", "856 004010"),
                    Standard.EDIFACT,
                    Set.of("RETANN D01B", "RETANN D96A", "DESADV D01B"));

    private DocumentName() {}

    /** Empty if it is not written like this. */
    public static Optional<MessageType> parse(String written) {
        var x12 = X12.matcher(written);
        if (x12.matches()) {
            return Optional.of(MessageType.x12(x12.group(1), x12.group(2)));
        }
        var edifact = EDIFACT.matcher(written);
        if (edifact.matches()) {
            String last = Optional.ofNullable(edifact.group(3)).orElse("");
            return Optional.of(MessageType.edifact(edifact.group(1), edifact.group(2), last));
        }
        return Optional.empty();
    }

    /** Whether this release reads and writes it. */
    static boolean supported(MessageType type) {
        return SUPPORTED
                .getOrDefault(type.standard(), Set.of())
                .contains(type.code() + " " + type.version());
    }

    static Set<String> known() {
        return Set.of(
                "X12 180 004010",
                "X12 856 004010",
                "EDIFACT RETANN D01B",
                "EDIFACT RETANN D96A EN",
                "EDIFACT DESADV D01B");
    }
}
