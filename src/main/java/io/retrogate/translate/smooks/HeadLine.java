package io.retrogate.translate.smooks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The line that names the columns of the others. */
record HeadLine(List<String> agreed, List<String> named) {

    HeadLine {
        agreed = List.copyOf(agreed);
        named = named.stream().map(String::strip).toList();
    }

    /** How it is not what was agreed; empty if it is. */
    Optional<String> objection() {
        return named.equals(agreed)
                ? Optional.empty()
                : Optional.of(
                        "The first line was to name the columns "
                                + String.join(", ", agreed)
                                + ". "
                                + difference()
                                + " No other line was read.");
    }

    private String difference() {
        if (named.size() == 1 && agreed.size() > 1) {
            return "It is one column only: is the separator another?";
        }
        var missing = without(agreed, named);
        var surplus = without(named, agreed);
        if (missing.isEmpty() && surplus.isEmpty()) {
            return "They stand there in another order, or more than once.";
        }
        return (missing.isEmpty() ? "" : "Missing: " + missing + ".")
                + (missing.isEmpty() || surplus.isEmpty() ? "" : " ")
                + (surplus.isEmpty() ? "" : "Not agreed: " + surplus + ".");
    }

    private static String without(List<String> names, List<String> others) {
        return names.stream()
                .filter(name -> !others.contains(name))
                .collect(Collectors.joining(", "));
    }
}
