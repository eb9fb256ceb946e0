package io.retrogate.console;

import io.retrogate.ledger.Transmission;
import java.util.Arrays;
import java.util.Locale;

/** A state in one or two words; the tone colours it, but never says more than the words. */
record Badge(String text, String tone) {

    static Badge of(Transmission.State state) {
        return switch (state) {
            case RECEIVED -> new Badge("Received", "info");
            case SETTLED -> new Badge("Settled", "good");
            case REFUSED -> new Badge("Refused", "warn");
            case FAILED -> new Badge("Failed", "bad");
        };
    }

    /** A state this version does not know is still shown. */
    static Badge ofTransmission(String state) {
        return Arrays.stream(Transmission.State.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .map(Badge::of)
                .orElseGet(() -> new Badge(sentence(state), "info"));
    }

    /** Names of {@code edi.Verdict}, or the letters of AK501 and AK901. */
    static Badge ofVerdict(String verdict) {
        return switch (verdict) {
            case "ACCEPTED", "A" -> new Badge("Accepted", "good");
            case "ACCEPTED_WITH_ERRORS", "E" -> new Badge("Accepted with errors", "warn");
            case "PARTIAL", "P" -> new Badge("Partly accepted", "warn");
            case "REJECTED", "R" -> new Badge("Rejected", "bad");
            default -> new Badge(sentence(verdict), "info");
        };
    }

    static Badge ofDelivery(String state) {
        return switch (state) {
            case "DELIVERED" -> new Badge("Delivered", "good");
            case "AWAITED" -> new Badge("Receipt awaited", "info");
            case "RETRY" -> new Badge("Will retry", "warn");
            case "DEAD" -> new Badge("Dead letter", "bad");
            case "HELD" -> new Badge("Held", "bad");
            case "READY" -> new Badge("Waiting", "info");
            case "IN_FLIGHT" -> new Badge("Under way", "info");
            default -> new Badge(sentence(state), "info");
        };
    }

    private static String sentence(String constant) {
        if (constant.isEmpty()) {
            return "Unknown";
        }
        var words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
