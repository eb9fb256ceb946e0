package io.retrogate.translate.plan;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.lane.TransactionIndex;
import java.util.Arrays;

/**
 * The text of one element or component, without release characters and surrounding blanks, as a
 * piece of bytes. As a visitor it stops at the first that is not empty.
 */
final class PlanText implements PlanVisitor {

    private final PlanScratch scratch;
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private boolean made;
    private int segment;
    private int element;
    private int component;

    PlanText(PlanScratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public boolean at(PlanRun run, int loop, int inSegment, int at, int inComponent) {
        if (at == 0) {
            return true;
        }
        int of = inSegment == PlanLoops.NONE ? run.loops().firstSegment(loop) : inSegment;
        return !read(run, of, at, inComponent);
    }

    /** Whether there is any text; a component of 0 means the whole element. */
    boolean read(PlanRun run, int inSegment, int at, int inComponent) {
        var index = run.index();
        segment = inSegment;
        element = at;
        component = inComponent;
        if (made || bytes != run.bytes()) {
            // Not always: a collector has to be told of each reference that is stored.
            bytes = run.bytes();
            made = false;
        }
        from = 0;
        to = 0;
        if (at > index.elements(inSegment)) {
            return false;
        }
        from = index.start(inSegment, at);
        to = index.end(inSegment, at);
        if (inComponent > 0) {
            cut(index, inComponent);
        }
        if (index.released()) {
            release((byte) index.delimiters().release());
        }
        strip();
        return from < to;
    }

    /** Takes the text in a cell; none if there is none. */
    void of(PlanRun run, int cell) {
        from = 0;
        to = 0;
        int kind = cell < 0 ? PlanCell.NOTHING : run.draft().kind(cell);
        if (kind == PlanCell.TEXT || kind == PlanCell.MADE) {
            made = kind == PlanCell.MADE;
            bytes = made ? scratch.bytes() : run.bytes();
            from = run.draft().a(cell);
            to = run.draft().b(cell);
        } else if (kind != PlanCell.NOTHING) {
            run.doubt();
        }
    }

    private void cut(TransactionIndex index, int wanted) {
        char separator = index.delimiters().component();
        int release = index.released() ? index.delimiters().release() : -1;
        int current = 1;
        for (int at = from; at < to; at++) {
            int b = bytes[at] & 0xFF;
            if (b == release) {
                at++;
            } else if (b == separator) {
                if (current == wanted) {
                    to = at;
                    return;
                }
                current++;
                from = at + 1;
            }
        }
        if (current != wanted) {
            from = to;
        }
    }

    private void release(byte release) {
        int at = from;
        while (at < to && bytes[at] != release) {
            at++;
        }
        if (at >= to) {
            return;
        }
        int start = scratch.size();
        for (at = from; at < to; at++) {
            if (bytes[at] == release && at + 1 < to) {
                at++;
            }
            scratch.add(bytes[at]);
        }
        bytes = scratch.bytes();
        from = start;
        to = scratch.size();
        made = true;
    }

    private void strip() {
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
    }

    int length() {
        return to - from;
    }

    /** The byte at this place of the text, from 0. */
    byte at(int place) {
        return bytes[from + place];
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Whether the bytes are those of the scratch, not of the document. */
    boolean isMade() {
        return made;
    }

    /** Where it stands. */
    int segment() {
        return segment;
    }

    int element() {
        return element;
    }

    int component() {
        return component;
    }

    boolean is(byte[] text) {
        return Arrays.equals(bytes, from, to, text, 0, text.length);
    }

    boolean isSameAs(PlanText other) {
        return Arrays.equals(bytes, from, to, other.bytes, other.from, other.to);
    }

    boolean isOneOf(byte[][] texts) {
        for (var text : texts) {
            if (is(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all of it is digits. */
    boolean isDigits() {
        for (int at = from; at < to; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') {
                return false;
            }
        }
        return from < to;
    }

    String string(CharacterSet characters) {
        return characters.text(bytes, from, to - from);
    }
}
