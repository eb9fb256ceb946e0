package io.retrogate.validate;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a schema has each segment. */
final class SegmentHomes {

    private static final int MOST_TOLD = 3;

    private final List<Home> homes = new ArrayList<>();
    private final List<Set<String>> loops = new ArrayList<>();

    /**
     * One place of a segment.
     *
     * @param loop the segment that opens the loop; the header of the set if it is in none
     * @param behind what comes before it there
     */
    private record Home(String tag, String loop, String behind) {

        String told(String header) {
            return (loop.equals(header) ? "" : "in the loop of " + loop + " ") + "behind " + behind;
        }
    }

    private final String header;

    /**
     * @param header ST or UNH
     */
    SegmentHomes(Schema schema, String header) {
        this.header = header;
        var tags = new HashSet<String>();
        walk(schema.getStandard().getReferences(), header, header, tags);
    }

    private void walk(List<EDIReference> children, String loop, String first, Set<String> tags) {
        var behind = first;
        for (var child : children) {
            var type = (EDIComplexType) child.getReferencedType();
            boolean segment = type.isType(EDIType.Type.SEGMENT);
            var inside = segment ? List.<EDIReference>of() : type.getReferences();
            var tag = segment ? type.getId() : inside.get(0).getReferencedType().getId();
            homes.add(new Home(tag, loop, behind));
            tags.add(tag);
            if (!segment) {
                var within = new HashSet<>(Set.of(tag));
                walk(inside.subList(1, inside.size()), tag, tag, within);
                loops.add(within);
                tags.addAll(within);
            }
            behind = tag;
        }
    }

    /** Whether there is but one place for it. */
    boolean single(String tag) {
        return homes.stream().filter(it -> it.tag().equals(tag)).count() == 1;
    }

    /** Whether both may stand in the same loop. */
    boolean shareLoop(String one, String other) {
        return loops.stream().anyMatch(it -> it.contains(one) && it.contains(other));
    }

    /** All its places, as far as that helps; empty if it has none. */
    String told(String tag) {
        var told =
                homes.stream()
                        .filter(it -> it.tag().equals(tag))
                        .map(it -> it.told(header))
                        .distinct()
                        .toList();
        return told.stream().limit(MOST_TOLD).collect(Collectors.joining(", or "))
                + (told.size() > MOST_TOLD ? ", among others" : "");
    }
}
