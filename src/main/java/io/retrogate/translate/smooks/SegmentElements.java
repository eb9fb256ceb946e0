package io.retrogate.translate.smooks;

import io.retrogate.translate.smooks.Traces.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Writes segments and loops as elements; see {@link StaediReader} for their form. */
final class SegmentElements {

    private static final String PIECE = "each";

    private final ContentHandler content;
    private final Cuts cuts;
    private final @Nullable SingleSet single;
    private final Deque<String> open = new ArrayDeque<>();

    /** Loops whose opening segment has not ended yet; without a name it is told by that segment. */
    private final Deque<String> waiting = new ArrayDeque<>();

    private final List<Value> values = new ArrayList<>();
    private String tag = "";
    private int ordinal;
    private int start;

    SegmentElements(ContentHandler content, Cuts cuts, @Nullable SingleSet single) {
        this.content = content;
        this.cuts = cuts;
        this.single = single;
    }

    private record Value(String text, int element, int component, int repetition) {

        /** As an attribute; the first component is also the element itself. */
        String name(String number) {
            var whole = "e" + number + (repetition > 1 ? "_" + repetition : "");
            return component > 1 ? whole + "-" + component : whole;
        }
    }

    void open(String name) {
        waiting.add(name);
    }

    void segment(String name, int position) {
        tag = name;
        if (waiting.contains("transaction")) {
            start = position;
        }
        ordinal = position;
        values.clear();
    }

    void value(String text, int element, int component, int repetition) {
        values.add(new Value(text, element, component, repetition));
        if (single != null && start > 0) {
            var place = new Place(ordinal - start + 1, tag, element, component);
            single.traces().note(text, place);
        }
    }

    void endSegment() throws SAXException {
        while (waiting.size() > 1) {
            begin(waiting.remove(), new AttributesImpl());
        }
        var loop = waiting.poll();
        if (loop == null) {
            begin(tag, attributes());
            pieces();
            close();
        } else {
            begin(loop.isEmpty() ? "L_" + tag : loop, attributes());
            pieces();
        }
    }

    private void begin(String name, AttributesImpl attributes) throws SAXException {
        open.push(name);
        if (isShown(name)) {
            content.startElement("", name, name, attributes);
        }
    }

    void close() throws SAXException {
        var name = open.pop();
        if (isShown(name)) {
            content.endElement("", name, name);
        }
    }

    /** What a document that breaks off left open. */
    void finish() throws SAXException {
        while (!open.isEmpty()) {
            close();
        }
    }

    /** Of an envelope that is not the document's own nothing is shown but the outermost element. */
    private boolean isShown(String name) {
        return single == null
                || open.contains("transaction")
                || name.equals("transaction")
                || name.equals("interchange");
    }

    private AttributesImpl attributes() {
        var attributes = new AttributesImpl();
        if (single != null && start == 0) {
            return attributes;
        }
        add(attributes, "_segment", Integer.toString(ordinalInInterchange()));
        for (var value : values) {
            var number = (value.element < 10 ? "0" : "") + value.element;
            name(attributes, value, number);
        }
        return attributes;
    }

    private static void name(AttributesImpl attributes, Value value, String number) {
        add(attributes, value.name(number), value.text);
        if (value.component == 1) {
            add(attributes, value.name(number) + "-1", value.text);
        }
    }

    private int ordinalInInterchange() {
        return single == null ? ordinal : single.firstSegment() + ordinal - start;
    }

    private void pieces() throws SAXException {
        var cut = cuts.bySegment().get(tag);
        if (cut == null) {
            return;
        }
        AttributesImpl piece = null;
        int first = 0;
        for (var value : values) {
            boolean another = value.element >= first + cut.step() || value.repetition > 1;
            if (value.element >= cut.from() && (piece == null || another && value.component <= 1)) {
                end(piece);
                piece = new AttributesImpl();
                add(piece, "_segment", Integer.toString(ordinalInInterchange()));
                first = value.element - (value.element - cut.from()) % cut.step();
            }
            if (piece != null) {
                var once = new Value(value.text, value.element, value.component, 1);
                name(piece, once, Integer.toString(value.element - first));
            }
        }
        end(piece);
    }

    private void end(@Nullable AttributesImpl piece) throws SAXException {
        if (piece != null) {
            content.startElement("", PIECE, PIECE, piece);
            content.endElement("", PIECE, PIECE);
        }
    }

    private static void add(AttributesImpl attributes, String name, String value) {
        attributes.addAttribute("", name, name, "CDATA", value);
    }
}
