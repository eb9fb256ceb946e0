package io.retrogate.validate;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Breaks documents in the ways that lines, programs and people break them. */
final class Mutants {

    private static final String JUNK = "~*>':+?^|\n\r\0 \u0085\u00E4A9.-";

    private final Random random;

    Mutants(long seed) {
        this.random = new Random(seed);
    }

    String of(List<String> corpus) {
        var text = corpus.get(random.nextInt(corpus.size()));
        for (int i = random.nextInt(4); i >= 0; i--) {
            text = broken(text, corpus);
        }
        return text;
    }

    private String broken(String text, List<String> corpus) {
        if (text.isEmpty()) {
            return junk(40);
        }
        // mostly behind the header: without one, nothing else of a mutant is looked at
        int header = random.nextInt(5) == 0 ? 0 : Math.min(110, text.length() - 1);
        int from = header + random.nextInt(text.length() - header);
        int to = Math.min(text.length(), from + 1 + random.nextInt(40));
        var head = text.substring(0, from);
        var tail = text.substring(from);
        return switch (random.nextInt(10)) {
            case 0 -> head; // cut off
            case 1 -> header == 0 ? tail : head + tail.toLowerCase(Locale.ROOT);
            case 2 -> head + text.substring(to); // a piece is lost
            case 3 -> head + text.substring(from, to) + tail; // a piece comes twice
            case 4 -> head + junk(1 + random.nextInt(6)) + tail;
            case 5 -> head + junk(1) + tail.substring(1);
            case 6 -> head + other(corpus) + tail; // another document in the midst of it
            case 7 -> text + other(corpus);
            case 8 -> text.replace(text.charAt(from), JUNK.charAt(random.nextInt(JUNK.length())));
            default -> segmentMoved(text);
        };
    }

    private String other(List<String> corpus) {
        var other = corpus.get(random.nextInt(corpus.size()));
        return other.isEmpty() ? other : other.substring(random.nextInt(other.length()));
    }

    private String segmentMoved(String text) {
        var terminator = text.contains("~") ? "~" : "'";
        var segments = List.of(text.split(terminator));
        var moved = new java.util.ArrayList<>(segments);
        if (moved.size() > 2) {
            var segment = moved.remove(1 + random.nextInt(moved.size() - 1));
            moved.add(1 + random.nextInt(moved.size()), segment);
        }
        return String.join(terminator, moved) + terminator;
    }

    private String junk(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(JUNK.charAt(random.nextInt(JUNK.length())));
        }
        return text.toString();
    }
}
