package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.SEGMENT_OUT_OF_SEQUENCE;
import static io.retrogate.edi.DocumentProblem.SEGMENT_UNEXPECTED;

import io.xlate.edi.schema.Schema;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One segment in the wrong place makes StAEDI complain of many: that it is missing where it should
 * be, that others are missing where it is, that what belongs to it is not used there. Of these one
 * is kept, which says where the segment belongs.
 */
final class Cascade {

    private final Schema schema;
    private final TransactionSlice slice;

    Cascade(Schema schema, TransactionSlice slice) {
        this.schema = schema;
        this.slice = slice;
    }

    List<Complaint> gathered(List<Complaint> complaints) throws IOException {
        if (complaints.stream().noneMatch(it -> it.isMissing() || it.isMisplaced())) {
            return complaints;
        }
        var tags = slice.tags();
        var homes = new SegmentHomes(schema, tags.get(0));
        return together(late(complaints, tags, homes), homes);
    }

    /** A segment that is missing here and stands further behind is one that comes too late. */
    private List<Complaint> late(
            List<Complaint> complaints, List<String> tags, SegmentHomes homes) {
        var left = new ArrayList<>(complaints);
        for (var missing : complaints) {
            int at = missing.isMissing() && left.contains(missing) ? where(missing, tags) : 0;
            if (at > 0 && (homes.single(missing.reference()) || complainsOfOrder(left, at))) {
                left.replaceAll(it -> it == missing ? late(missing, at, homes) : it);
                left.removeIf(it -> follows(it, missing, at, tags));
            }
        }
        return left;
    }

    private static int where(Complaint missing, List<String> tags) {
        return next(missing.reference(), missing.segment(), tags);
    }

    /** The ordinal of the next such segment behind this one, or 0. */
    private static int next(String tag, int behind, List<String> tags) {
        int index = tags.subList(Math.min(behind, tags.size()), tags.size()).indexOf(tag);
        return index < 0 ? 0 : behind + index + 1;
    }

    private static boolean complainsOfOrder(List<Complaint> complaints, int segment) {
        return complaints.stream()
                .anyMatch(it -> it.segment() == segment && (it.isMissing() || it.isMisplaced()));
    }

    private Complaint late(Complaint missing, int at, SegmentHomes homes) {
        var tag = missing.reference();
        int before = slice.draft().header.ordinal() + missing.segment() - 1;
        var told =
                "Segment %s comes too late; its place is %s, before %s[%d]."
                        .formatted(tag, homes.told(tag), missing.tag(), before);
        return Complaint.misplaced(SEGMENT_OUT_OF_SEQUENCE, at, tag, told);
    }

    /** What is only said because of the segment that comes too late. */
    private static boolean follows(Complaint one, Complaint late, int at, List<String> tags) {
        boolean here = one.segment() == at && one.told().isEmpty();
        boolean missedLater =
                one.isMissing()
                        && (here || one.segment() == late.segment())
                        && where(one, tags) > 0;
        return missedLater || (here && one.isMisplaced());
    }

    /** Segments of one loop that stand in a row in the wrong place are one complaint. */
    private static List<Complaint> together(List<Complaint> complaints, SegmentHomes homes) {
        var gathered = new ArrayList<Complaint>();
        var left = new ArrayDeque<>(complaints);
        while (!left.isEmpty()) {
            var first = left.removeFirst();
            gathered.add(isBare(first) ? placed(first, taken(first, left, homes), homes) : first);
        }
        return gathered;
    }

    /** The tags of those behind it that go with it; they are taken out of what is left. */
    private static Set<String> taken(
            Complaint first, Iterable<Complaint> left, SegmentHomes homes) {
        var tags = new LinkedHashSet<String>();
        int last = first.segment();
        for (var each = left.iterator(); each.hasNext(); ) {
            var next = each.next();
            if (isBare(next)
                    && next.segment() == last + 1
                    && homes.shareLoop(first.tag(), next.tag())) {
                last = next.segment();
                tags.add(next.tag());
                each.remove();
            }
        }
        return tags;
    }

    private static boolean isBare(Complaint complaint) {
        return complaint.isMisplaced() && complaint.told().isEmpty();
    }

    private static Complaint placed(Complaint first, Set<String> others, SegmentHomes homes) {
        var place = homes.told(first.tag());
        if (place.isEmpty()) {
            return first;
        }
        var told =
                "Segment %s %s; its place is %s.%s"
                        .formatted(
                                first.tag(),
                                first.problem() == SEGMENT_UNEXPECTED
                                        ? "is not used here"
                                        : "comes too late or too early",
                                place,
                                others.isEmpty()
                                        ? ""
                                        : " The same goes for what follows of its loop: "
                                                + String.join(", ", others)
                                                + ".");
        return Complaint.misplaced(first.problem(), first.segment(), first.tag(), told);
    }
}
