package io.retrogate.validate;

import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding;
import io.retrogate.edi.lane.TransactionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The rules of one message, ready to be asked for by the tag of a segment. */
final class CompiledRules {

    static final CompiledRules NONE = new CompiledRules(List.of());

    /** So many findings of these rules in one set say enough. */
    private static final int CAP = 100;

    private static final int LONGEST_TAG = 4;

    private final List<ContentRule> rules;
    private final int[] tags;
    private final int[][] ofTag;

    CompiledRules(List<? extends ContentRule> rules) {
        this.rules = List.copyOf(rules);
        var names = rules.stream().flatMap(it -> it.tags().stream()).distinct().toList();
        this.tags = names.stream().mapToInt(TransactionIndex::packed).toArray();
        this.ofTag =
                names.stream()
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
            int tag = tag(segment.text());
            for (int i = 0; i < tags.length; i++) {
                if (tags[i] == tag) {
                    elements.read(segment, ordinalInTransaction);
                    for (int rule : ofTag[i]) {
                        checks[rule].take(elements);
                    }
                    return;
                }
            }
        }

        /** 0 for one that is too long to be a tag. */
        private int tag(String text) {
            int packed = 0;
            int length = text.length();
            for (int i = 0; i < length; i++) {
                char c = text.charAt(i);
                if (c == delimiters.element()) {
                    return packed;
                }
                if (i == LONGEST_TAG) {
                    return 0;
                }
                packed = packed << 8 | c;
            }
            return packed;
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
