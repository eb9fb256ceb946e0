package io.retrogate.partner;

import io.retrogate.edi.Finding.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * How hard a partner's documents are judged beyond syntax.
 *
 * @param levels what is agreed for some topics; the others have the level that stands with them
 * @param lateFaults what a fault of the whole costs its parts
 */
public record Policies(Map<Topic, Level> levels, LateFaults lateFaults) {

    /** Nothing special was agreed. */
    public static final Policies STANDARD = new Policies(Map.of(), LateFaults.WHOLE_ENVELOPE);

    public Policies {
        levels = Map.copyOf(levels);
    }

    /** What a finding can be about; its name is the key in the agreement. */
    public enum Topic {
        /** Totals of CTT, W03, W14, W76 and CNT. */
        controlTotals(Level.WARNING),
        /** GTIN, GLN, SSCC. */
        checkDigits(Level.WARNING),
        /** Levels of HL and CPS. */
        hierarchy(Level.ERROR),
        /** More serial numbers than pieces. */
        serials(Level.WARNING),
        /** Codes that the return message has no meaning for. */
        unknownCodes(Level.ACCEPT);

        private final Level standard;

        Topic(Level standard) {
            this.standard = standard;
        }
    }

    /** What becomes of a document that breaks a rule. */
    public enum Level {
        /** Nothing is said. */
        ACCEPT,
        /** The transaction set is accepted with errors. */
        WARNING,
        /** The transaction set is rejected. */
        ERROR
    }

    public Level of(Topic topic) {
        return levels.getOrDefault(topic, topic.standard);
    }

    /** Empty if nothing is to be said. */
    public Optional<Severity> severity(Topic topic) {
        return switch (of(topic)) {
            case ACCEPT -> Optional.empty();
            case WARNING -> Optional.of(Severity.WARNING);
            case ERROR -> Optional.of(Severity.ERROR);
        };
    }
}
