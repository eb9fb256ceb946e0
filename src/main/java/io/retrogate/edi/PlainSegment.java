package io.retrogate.edi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment as text, with release characters taken away: to look something up in what was judged
 * already, or in what we wrote.
 *
 * @param elements each a list of its components; the tag is element 0
 */
public record PlainSegment(List<List<String>> elements) {

    public PlainSegment {
        elements = elements.stream().map(List::copyOf).toList();
    }

    /** Those between two byte offsets of the content, read as ISO-8859-1. */
    public static List<PlainSegment> read(
            Content content, long from, long to, Delimiters delimiters) {
        try (var in = content.open()) {
            in.skipNBytes(from);
            var text =
                    new String(
                            in.readNBytes((int) Math.min(Integer.MAX_VALUE / 4, to - from)),
                            StandardCharsets.ISO_8859_1);
            return of(text, delimiters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of the text; what no terminator ends is left out. */
    public static List<PlainSegment> of(String text, Delimiters delimiters) {
        return new Splitting(delimiters).segments(text);
    }

    public String tag() {
        return component(0, 1);
    }

    /** Its first component; empty if it is not there. */
    public String element(int position) {
        return component(position, 1);
    }

    /** Empty if it is not there; both count from 1, the tag being element 0. */
    public String component(int element, int component) {
        if (element >= elements.size()) {
            return "";
        }
        var parts = elements.get(element);
        return component > parts.size() ? "" : parts.get(component - 1).strip();
    }

    /** Cuts text at its delimiters. */
    private static final class Splitting {
        private final Delimiters delimiters;
        private final List<PlainSegment> segments = new ArrayList<>();
        private List<List<String>> elements = new ArrayList<>();
        private List<String> components = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();

        Splitting(Delimiters delimiters) {
            this.delimiters = delimiters;
        }

        List<PlainSegment> segments(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == delimiters.segment()) {
                    endElement();
                    segments.add(new PlainSegment(elements));
                    elements = new ArrayList<>();
                } else if (c == delimiters.element()) {
                    endElement();
                } else if (c == delimiters.component()) {
                    components.add(take());
                } else if (c == delimiters.release() && c != 0 && i + 1 < text.length()) {
                    value.append(text.charAt(++i));
                } else {
                    value.append(c);
                }
            }
            return segments;
        }

        private void endElement() {
            components.add(take());
            elements.add(components);
            components = new ArrayList<>();
        }

        private String take() {
            var taken = value.toString();
            value.setLength(0);
            return taken;
        }
    }
}
