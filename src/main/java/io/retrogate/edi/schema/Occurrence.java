package io.retrogate.edi.schema;

/** How often something must and may come: {@code !} at least once, {@code *} without limit. */
record Occurrence(int min, int max) {

    static final Occurrence NONE = new Occurrence(0, 0);

    private static final int UNBOUNDED = 999_999;

    static Occurrence of(String word, SourceLine line) {
        if (word.equals("-")) {
            return NONE;
        }
        if (!word.matches("!?([1-9]\\d{0,5}|\\*)|!")) {
            throw line.expected("how often, such as 10, !, !10, * or -, instead of " + word);
        }
        var most = word.replace("!", "");
        int max = most.isEmpty() ? 1 : most.equals("*") ? UNBOUNDED : Integer.parseInt(most);
        return new Occurrence(word.startsWith("!") ? 1 : 0, max);
    }
}
