package io.retrogate.translate.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands in a document and no rule has looked at, as the paths that a rule would need. */
public final class Unread {

    /** They only count, separate or number what is there, and validation has checked them. */
    private static final Set<String> STRUCTURE =
            Set.of("ST", "SE", "UNH", "UNT", "UNS", "CTT.01", "CNT.01", "HL.04", "LX.01");

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,3}");

    private final List<String> paths = new ArrayList<>();

    private Unread() {}

    public static List<String> in(Loop root) {
        var unread = new Unread();
        unread.loop(root, "");
        return unread.paths;
    }

    private void loop(Loop loop, String way) {
        for (var segment : loop.segments()) {
            if (!STRUCTURE.contains(segment.tag())) {
                segment(loop, segment, way);
            }
        }
        for (var inner : loop.loops()) {
            loop(inner, way + inner.definition().trigger() + "/");
        }
    }

    private void segment(Loop loop, Segment segment, String way) {
        var opens = loop.parent() != null && segment == loop.trigger();
        var before = opens ? way.substring(0, way.length() - segment.tag().length() - 1) : way;
        var definition = loop.definition().segment(segment.tag());
        for (int at = 1; at <= segment.size(); at++) {
            int index = at - 1;
            int components =
                    definition
                            .filter(it -> index < it.elements().size())
                            .map(it -> it.elements().get(index).components())
                            .orElse(0);
            for (int part = components == 0 ? 0 : 1; part <= components; part++) {
                if (segment.isUnread(at, part) && !STRUCTURE.contains(named(segment, at, 0))) {
                    paths.add(before + qualified(segment, at, part));
                }
            }
        }
    }

    /** With the code in the first element, which mostly says what stands in the others. */
    private static String qualified(Segment segment, int element, int component) {
        boolean parts = segment.unasked(1, 1).length() < segment.unasked(1, 0).length();
        var code = segment.unasked(1, parts ? 1 : 0);
        boolean says = CODE.matcher(code).matches() && (element > 1 || component > 1);
        var name = named(segment, element, component);
        return says
                ? segment.tag()
                        + "[01"
                        + (parts ? ".1" : "")
                        + "="
                        + code
                        + "]"
                        + name.substring(segment.tag().length())
                : name;
    }

    private static String named(Segment segment, int element, int component) {
        return segment.tag()
                + String.format(Locale.ROOT, ".%02d", element)
                + (component == 0 ? "" : "." + component);
    }
}
