package io.retrogate.translate.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the segments of a document into the loops of its definition. The document is valid already:
 * a segment goes to the first place ahead that takes it, and one that nobody takes is passed over.
 */
public final class LoopReader {

    /** Loops with an id in element 1 and the id of their parent in element 2. */
    private static final Set<String> HIERARCHICAL = Set.of("HL", "CPS");

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<String, Loop> byId = new HashMap<>();
    private final List<Segment> orphans = new ArrayList<>();
    private final Loop root;

    /** Where in a loop the reader stands, and how often it has seen what stands there. */
    private static final class Frame {
        private final Loop loop;
        private int index;
        private int count;

        Frame(Loop loop) {
            this.loop = loop;
        }

        List<LoopDefinition.Item> items() {
            return loop.definition().items();
        }

        boolean takes(int at, String tag) {
            var item = items().get(at);
            return item.tag().equals(tag) && (at != index || count < item.max());
        }

        void moveTo(int at) {
            count = at == index ? count + 1 : 1;
            index = at;
        }
    }

    private LoopReader(LoopDefinition definition) {
        root = new Loop(definition, null);
        frames.push(new Frame(root));
    }

    /**
     * @param orphans segments that name a parent which did not come before them
     */
    public record Document(Loop root, List<Segment> orphans) {}

    public static Document read(LoopDefinition definition, List<Segment> segments) {
        var reader = new LoopReader(definition);
        for (int at = 0; at < segments.size(); at++) {
            reader.place(segments.get(at), at == 0 || at == segments.size() - 1);
        }
        return new Document(reader.root, reader.orphans);
    }

    private void place(Segment segment, boolean service) {
        if (service) {
            root.add(segment);
        } else if (!placeAhead(segment)) {
            placeAnywhere(segment);
        }
    }

    private boolean placeAhead(Segment segment) {
        int depth = 0;
        for (var frame : frames) {
            for (int at = frame.index; at < frame.items().size(); at++) {
                if (frame.takes(at, segment.tag())) {
                    enter(depth, at, segment);
                    return true;
                }
            }
            depth++;
        }
        return false;
    }

    /** For what was accepted with a warning: too often, or out of its place. */
    private void placeAnywhere(Segment segment) {
        int depth = 0;
        for (var frame : frames) {
            for (int at = 0; at < frame.items().size(); at++) {
                if (frame.items().get(at).tag().equals(segment.tag())) {
                    enter(depth, at, segment);
                    return;
                }
            }
            depth++;
        }
    }

    private void enter(int depth, int at, Segment segment) {
        for (int i = 0; i < depth; i++) {
            frames.pop();
        }
        var frame = frames.element();
        frame.moveTo(at);
        var inner = frame.items().get(at).loop();
        if (inner == null) {
            frame.loop.add(segment);
            return;
        }
        var loop = new Loop(inner, frame.loop);
        loop.add(segment);
        var opened = new Frame(loop);
        opened.count = 1;
        frames.push(opened);
        hang(loop, segment);
    }

    private void hang(Loop loop, Segment segment) {
        if (!HIERARCHICAL.contains(segment.tag())) {
            return;
        }
        var owner = segment.value(2, 0);
        if (!owner.isEmpty()) {
            var found = byId.get(owner);
            if (found == null) {
                orphans.add(segment);
            } else {
                loop.hangBelow(found);
            }
        }
        byId.putIfAbsent(segment.value(1, 0), loop);
    }
}
