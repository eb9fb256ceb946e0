package io.retrogate.partner;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an agreement writes a message type: {@code X12 856 004010}, {@code EDIFACT RETANN D01B},
 * {@code EDIFACT RETANN D96A EN} (the last word is the agency or the association), {@code FILE
 * RETURNS CSV} (a name of one's own and {@code CSV}, {@code FIXED} or {@code XML}).
 */
public final class DocumentName {

    private static final Pattern X12 = Pattern.compile("X12 ([0-9]{3}) ([0-9]{6})");
    private static final Pattern EDIFACT =
            Pattern.compile("EDIFACT ([A-Z]{6}) (D[0-9]{2}[AB])(?: ([0-9A-Z]{2,6}))?");

    private static final Pattern FILE = Pattern.compile("FILE ([A-Z0-9]{1,20}) (CSV|FIXED|XML)");

    private static final Set<String> KNOWN =
            Stream.of(
                            names(
                                    "X12",
                                    "180 214 812 856 861 940 943 944 945 947",
                                    "004010 005010"),
                            names("EDIFACT", "RETANN RETINS", "D97B D01B D10B"),
                            names("EDIFACT", "DESADV", "D96A D97B D01B D10B"),
                            names("EDIFACT", "RECADV IFTSTA", "D01B D10B"),
                            Stream.of("EDIFACT RETANN D96A EN", "EDIFACT RETINS D96A EN"))
                    .flatMap(names -> names)
                    .collect(Collectors.toUnmodifiableSet());

    /** What needs no agreement to come in. */
    private static final Set<String> ANSWERS =
            Stream.of(
                            names("X12", "824 997", "004010 005010"),
                            Stream.of("X12 999 005010"),
                            names("EDIFACT", "APERAK", "D96A D97B D01B D10B"))
                    .flatMap(names -> names)
                    .collect(Collectors.toUnmodifiableSet());

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
        var file = FILE.matcher(written);
        return file.matches()
                ? Optional.of(MessageType.file(file.group(1), file.group(2)))
                : Optional.empty();
    }

    /** Whether this release reads it, whoever the agency. */
    static boolean supported(MessageType type) {
        if (type.standard() == Standard.FILE) {
            return true;
        }
        return isAmong(KNOWN, type);
    }

    /** Whether a guide may speak of it: what we read, and the answers of a partner. */
    static boolean guided(MessageType type) {
        return supported(type) || isAmong(ANSWERS, type);
    }

    private static boolean isAmong(Set<String> names, MessageType type) {
        var name = type.standard() + " " + type.code() + " " + type.version();
        return names.stream().anyMatch(known -> (known + " ").startsWith(name + " "));
    }

    static Set<String> known() {
        return KNOWN;
    }

    private static Stream<String> names(String standard, String codes, String versions) {
        return Stream.of(codes.split(" "))
                .flatMap(
                        code ->
                                Stream.of(versions.split(" "))
                                        .map(version -> standard + " " + code + " " + version));
    }
}
