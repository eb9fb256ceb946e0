package io.retrogate.translate.out;

import io.retrogate.translate.tree.SegmentDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A segment while a document is being written. */
public final class DraftSegment {

    private final SegmentDefinition definition;
    private final TreeMap<Integer, TreeMap<Integer, String>> values = new TreeMap<>();
    private boolean told;

    DraftSegment(SegmentDefinition definition) {
        this.definition = definition;
    }

    SegmentDefinition definition() {
        return definition;
    }

    public String tag() {
        return definition.tag();
    }

    /** Whether it has nothing, or only what the path to it asked for. */
    boolean isEmpty() {
        return !told;
    }

    /** What a path to this segment asks for is no news yet. */
    void assume(int element, int component, String text) {
        values.computeIfAbsent(element, absent -> new TreeMap<>())
                .put(Math.max(1, component), text);
    }

    /** Empty if nothing stands there; component 0 is that of a simple element. */
    String value(int element, int component) {
        var components = values.get(element);
        return components == null ? "" : components.getOrDefault(Math.max(1, component), "");
    }

    boolean hasElement(int element) {
        return values.containsKey(element);
    }

    void set(int element, int component, String text) {
        told = true;
        assume(element, component, text);
    }

    /** Whether nothing in this one contradicts the other. */
    boolean agreesWith(DraftSegment other) {
        for (var element : values.entrySet()) {
            for (var component : element.getValue().entrySet()) {
                var theirs = other.value(element.getKey(), component.getKey());
                if (!theirs.isEmpty() && !theirs.equals(component.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the other has all that this one has. */
    boolean isWithin(DraftSegment other) {
        return values.entrySet().stream()
                .allMatch(
                        element ->
                                element.getValue().entrySet().stream()
                                        .allMatch(
                                                component ->
                                                        other.value(
                                                                        element.getKey(),
                                                                        component.getKey())
                                                                .equals(component.getValue())));
    }

    void addAll(DraftSegment other) {
        other.values.forEach(
                (element, components) ->
                        components.forEach((component, text) -> set(element, component, text)));
    }

    /** The elements behind the tag, each with its components; absent ones are empty. */
    public List<List<String>> elements() {
        var elements = new ArrayList<List<String>>();
        int last = values.isEmpty() ? 0 : values.lastKey();
        for (int at = 1; at <= last; at++) {
            elements.add(components(values.getOrDefault(at, new TreeMap<>())));
        }
        return elements;
    }

    private static List<String> components(Map<Integer, String> given) {
        var components = new ArrayList<String>();
        int last = given.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int at = 1; at <= last; at++) {
            components.add(given.getOrDefault(at, ""));
        }
        return components;
    }
}
