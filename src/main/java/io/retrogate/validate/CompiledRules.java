package io.retrogate.validate;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.Finding;
import io.retrogate.edi.lane.TransactionIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules of one message, ready to be asked for by the tag of a segment. */
final class CompiledRules {

    static final CompiledRules NONE = new CompiledRules(List.of());

    /** So many findings of these rules in one set say enough. */
    private static final int CAP = 100;

    private static final int LONGEST_TAG = 4;

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparingInt((Finding it) -> it.position().segmentInTransaction())
                    .thenComparingInt(it -> it.position().element());

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

    Walk begin(Delimiters delimiters, CharacterSet characters) {
        return new Walk(delimiters, characters);
    }

    /** One transaction set while it goes by. */
    final class Walk {

        private final Delimiters delimiters;
        private final Elements elements;
        private ContentRule.Check @Nullable [] checks;
        private final List<Finding> findings = new ArrayList<>();

        private Walk(Delimiters delimiters, CharacterSet characters) {
            this.delimiters = delimiters;
            elements = new Elements(delimiters, characters);
        }

        /** Made when first needed: of a set that was looked at ahead, nobody asks. */
        private ContentRule.Check[] checks() {
            var known = checks;
            if (known == null) {
                known = new ContentRule.Check[rules.size()];
                for (int i = 0; i < known.length; i++) {
                    known[i] = rules.get(i).begin(this::found);
                }
                checks = known;
            }
            return known;
        }

        CompiledRules rules() {
            return CompiledRules.this;
        }

        Delimiters delimiters() {
            return delimiters;
        }

        private void found(Finding finding) {
            if (findings.size() < CAP) {
                findings.add(finding);
            }
        }

        void take(RawSegment segment, int ordinalInTransaction) {
            int place = place(tag(segment.text()));
            if (place >= 0) {
                elements.read(segment, ordinalInTransaction);
                show(place);
            }
        }

        /**
         * Takes all segments of a set but its header.
         *
         * @param firstOrdinal of the header in its interchange
         * @param start of the index' bytes in the content
         */
        void takeAll(TransactionIndex index, int firstOrdinal, long start) {
            for (int segment = 1; segment < index.segments(); segment++) {
                int place = place(index.tag(segment));
                if (place >= 0) {
                    elements.read(index, segment, firstOrdinal, start);
                    show(place);
                }
            }
        }

        /** Where the rules of this tag are; -1 if it has none. */
        private int place(int tag) {
            for (int i = 0; i < tags.length; i++) {
                if (tags[i] == tag) {
                    return i;
                }
            }
            return -1;
        }

        private void show(int place) {
            var all = checks();
            for (int rule : ofTag[place]) {
                all[rule].take(elements);
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
            for (var check : checks()) {
                check.end();
            }
            if (findings.size() > 1) {
                findings.sort(BY_PLACE);
            }
            return findings;
        }
    }
}
