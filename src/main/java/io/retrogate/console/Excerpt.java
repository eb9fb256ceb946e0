package io.retrogate.console;

import io.retrogate.ledger.LedgerView;
import io.retrogate.ledger.LedgerView.Story;
import java.util.List;

/** Which part of the ledger somebody wants to see; bounded, so that nobody reads it whole. */
record Excerpt(String search, int limit, int offset) {

    static final int LONGEST_SEARCH = 200;
    static final int LARGEST_LIMIT = 200;
    static final int LARGEST_OFFSET = 100_000;

    /** What was found, and whether there is more behind it. */
    record Found(List<Story> stories, boolean more) {}

    static Excerpt checked(String search, int limit, int offset) {
        within("limit", limit, 1, LARGEST_LIMIT);
        within("offset", offset, 0, LARGEST_OFFSET);
        var text = search.strip();
        within("length of search", text.length(), 0, LONGEST_SEARCH);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new ConsoleRefusal(
                    ConsoleProblem.PARAMETER_INVALID, "search contains a control character.");
        }
        return new Excerpt(text, limit, offset);
    }

    Found from(LedgerView ledger) {
        var stories = ledger.search(search, limit + 1, offset);
        return new Found(
                stories.subList(0, Math.min(limit, stories.size())), stories.size() > limit);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ConsoleRefusal(
                    ConsoleProblem.PARAMETER_INVALID,
                    name + " must be from " + least + " to " + most + ", not " + value + ".");
        }
    }
}
