package io.retrogate.validate;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The rules of one message, ready to be asked for by the tag of a segment. */
final class CompiledRules {

    static final CompiledRules NONE = new CompiledRules(List.of());

    /** So many findings of these rules in one set say enough. */
    private static final int CAP = 100;

    private final List<ContentRule> rules;
    private final String[] tags;
    private final int[][] ofTag;

    CompiledRules(List<? extends ContentRule> rules) {
        this.rules = List.copyOf(rules);
        this.tags =
                rules.stream().flatMap(it -> it.tags().stream()).distinct().toArray(String[]::new);
        this.ofTag =
                Arrays.stream(tags)
                        .map(
                                tag ->
                                        IntStream.range(0, rules.size())
                                                .filter(i -> rules.get(i).tags().contains(tag))
                                                .toArray())
                        .toArray(int[][]::new);
    }

    /** Together with others. */
    CompiledRules and(List<? extends ContentRule> more) {
        var all = new ArrayList<ContentRule>(rules);
        all.addAll(more);
        return new CompiledRules(all);
    }

    Walk begin(Delimiters delimiters) {
        return new Walk(delimiters);
    }

    /** One transaction set while it goes by. */
    final class Walk {

        private final Delimiters delimiters;
        private final Elements elements;
        private final ContentRule.Check[] checks = new ContentRule.Check[rules.size()];
        private final List<Finding> findings = new ArrayList<>();

        private Walk(Delimiters delimiters) {
            this.delimiters = delimiters;
            elements = new Elements(delimiters);
            for (int i = 0; i < checks.length; i++) {
                checks[i] = rules.get(i).begin(this::found);
            }
        }

        private void found(Finding finding) {
            if (findings.size() < CAP) {
                findings.add(finding);
            }
        }

        void take(RawSegment segment, int ordinalInTransaction) {
            for (int i = 0; i < tags.length; i++) {
                if (isTag(segment.text(), tags[i])) {
                    elements.read(segment, ordinalInTransaction);
                    for (int rule : ofTag[i]) {
                        checks[rule].take(elements);
                    }
                    return;
                }
            }
        }

        private boolean isTag(String text, String tag) {
            return text.startsWith(tag)
                    && (text.length() == tag.length()
                            || text.charAt(tag.length()) == delimiters.element());
        }

        /** In the order of the document. */
        List<Finding> end() {
            for (var check : checks) {
                check.end();
            }
            findings.sort(
                    java.util.Comparator.comparingInt(
                                    (Finding it) -> it.position().segmentInTransaction())
                            .thenComparingInt(it -> it.position().element()));
            return findings;
        }
    }
}
