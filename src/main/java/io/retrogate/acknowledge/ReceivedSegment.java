package io.retrogate.acknowledge;

import io.retrogate.edi.Content;
import io.retrogate.edi.Delimiters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment as it was received, ISO-8859-1 text, with release characters taken away.
 *
 * @param elements each a list of its components; the tag is element 0
 */
record ReceivedSegment(List<List<String>> elements) {

    ReceivedSegment {
        elements = elements.stream().map(List::copyOf).toList();
    }

    /** Those between two byte offsets of the content. */
    static List<ReceivedSegment> read(Content content, long from, long to, Delimiters delimiters) {
        try (var in = content.open()) {
            in.skipNBytes(from);
            var text =
                    new String(
                            in.readNBytes((int) Math.min(Integer.MAX_VALUE / 4, to - from)),
                            StandardCharsets.ISO_8859_1);
            return new Splitting(delimiters).segments(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String tag() {
        return component(0, 1);
    }

    /** Its first component; empty if it is not there. */
    String element(int position) {
        return component(position, 1);
    }

    /** Empty if it is not there; both count from 1, the tag being element 0. */
    String component(int element, int component) {
        if (element >= elements.size()) {
            return "";
        }
        var parts = elements.get(element);
        return component > parts.size() ? "" : parts.get(component - 1).strip();
    }

    /** Cuts text at its delimiters. */
    private static final class Splitting {
        private final Delimiters delimiters;
        private final List<ReceivedSegment> segments = new ArrayList<>();
        private List<List<String>> elements = new ArrayList<>();
        private List<String> components = new ArrayList<>();
        private final StringBuilder value = new StringBuilder();

        Splitting(Delimiters delimiters) {
            this.delimiters = delimiters;
        }

        List<ReceivedSegment> segments(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == delimiters.segment()) {
                    endElement();
                    segments.add(new ReceivedSegment(elements));
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
