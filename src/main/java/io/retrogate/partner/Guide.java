package io.retrogate.partner;

import io.retrogate.edi.MessageType;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where one partner's implementation guide narrows or widens the standard for one message.
 *
 * @param groups GS01 codes that are tolerated besides the standard's
 * @param countsMayDiffer a wrong count in a trailer is a warning only
 */
public record Guide(
        Path file,
        MessageType message,
        List<Rule> rules,
        Set<String> groups,
        boolean countsMayDiffer) {

    public Guide {
        rules = List.copyOf(rules);
        groups = Set.copyOf(groups);
    }

    /** What a rule does; its name in small letters is the key in the file. */
    public enum Verb {
        ALLOW,
        REQUIRE,
        FORBID,
        LIMIT
    }

    /**
     * @param line where it stands in the file
     * @param place a segment ({@code N9}, {@code BLI/N1}) or an element ({@code N104})
     * @param after for an extra segment, what it stands behind; else empty
     * @param within the segment each line starts with, empty for the whole message
     * @param when {@code N101=ST|SF}, or empty
     * @param maxLength 0 if not said
     * @param max 0 if not said
     */
    public record Rule(
            int line,
            Verb verb,
            String place,
            String after,
            String within,
            String when,
            int maxLength,
            int max,
            List<String> codes) {

        public Rule {
            codes = List.copyOf(codes);
        }

        /** Ends with two digits: {@code N104}, {@code NAD02.1}; the tag itself has but one. */
        public boolean isElement() {
            return place.matches("[A-Z][A-Z0-9]{1,2}\\d\\d(\\.\\d)?");
        }
    }

    /** The same guide, less one rule. */
    public Guide without(Rule rule) {
        var others = rules.stream().filter(it -> !it.equals(rule)).toList();
        return new Guide(file, message, others, groups, countsMayDiffer);
    }

    /** The association of a message does not matter, nor what follows the release in GS08. */
    public boolean isFor(MessageType type) {
        return message.standard() == type.standard()
                && message.code().equals(type.code())
                && message.version().equals(type.version());
    }
}
