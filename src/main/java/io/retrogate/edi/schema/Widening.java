package io.retrogate.edi.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Lays changes over the tree and the dictionary of a message; both stay as they are. */
final class Widening {

    private Tree tree;
    private Dictionary dictionary;

    Widening(Tree tree, Dictionary dictionary) {
        this.tree = tree;
        this.dictionary = dictionary;
    }

    Tree tree() {
        return tree;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    void apply(SchemaChange change) {
        if (change.element() > 0) {
            element(change);
        } else if (change.after().isEmpty()) {
            segment(
                    change.place(),
                    (entries, at) -> entries.set(at, often(entries.get(at), change)));
        } else {
            extra(change);
        }
    }

    private interface Edit {
        void at(List<TreeEntry> entries, int index);
    }

    private void extra(SchemaChange change) {
        var tag = change.place();
        if (!dictionary.segments().containsKey(tag)) {
            throw new SchemaChange.Impossible(
                    "the version has no segment " + tag,
                    List.copyOf(dictionary.segments().keySet()));
        }
        segment(
                change.after(),
                (entries, at) -> {
                    var occurrence = new Occurrence(0, Math.max(1, change.max()));
                    entries.add(
                            at + 1,
                            new TreeEntry(
                                    entries.get(at).line(),
                                    tag,
                                    false,
                                    false,
                                    List.of(new TreeEntry.Change(0, occurrence)),
                                    List.of()));
                });
    }

    private static TreeEntry often(TreeEntry entry, SchemaChange change) {
        var changes =
                entry.changes().stream()
                        .map(
                                it ->
                                        new TreeEntry.Change(
                                                it.version(),
                                                new Occurrence(
                                                        it.occurrence().min(),
                                                        Math.max(
                                                                it.occurrence().max(),
                                                                change.max()))))
                        .toList();
        return new TreeEntry(
                entry.line(), entry.tag(), entry.loop(), entry.nested(), changes, entry.children());
    }

    private void segment(String path, Edit edit) {
        tree = new Tree(tree.header(), edited(tree.entries(), path, path, edit));
    }

    private static List<TreeEntry> edited(
            List<TreeEntry> entries, String path, String whole, Edit edit) {
        int slash = path.indexOf('/');
        var tag = slash < 0 ? path : path.substring(0, slash);
        var changed = new ArrayList<>(entries);
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (entry.tag().equals(tag) && slash < 0) {
                edit.at(changed, i);
                return changed;
            }
            if (entry.tag().equals(tag) && entry.loop()) {
                var below = edited(entry.children(), path.substring(slash + 1), whole, edit);
                changed.set(
                        i,
                        new TreeEntry(
                                entry.line(), tag, true, entry.nested(), entry.changes(), below));
                return changed;
            }
        }
        throw new SchemaChange.Impossible(
                "the message has no " + whole, entries.stream().map(TreeEntry::tag).toList());
    }

    private void element(SchemaChange change) {
        var segment = dictionary.segments().get(change.place());
        if (segment == null) {
            throw new SchemaChange.Impossible(
                    "the version has no segment " + change.place(),
                    List.copyOf(dictionary.segments().keySet()));
        }
        var part = part(segment, change.element(), change.place());
        if (part.isComposite() != change.component() > 0) {
            throw new SchemaChange.Impossible(
                    part.isComposite()
                            ? change.place() + " has a composite there; name its component"
                            : change.place() + " has no composite there",
                    List.of());
        }
        if (part.isComposite()) {
            var composite = dictionary.composite(part.number());
            part(composite, change.component(), part.number());
            replace(composite, change.component(), true, it -> wider(it, change));
        } else {
            replace(segment, change.element(), false, it -> wider(it, change));
        }
    }

    private static PartsDefinition.Part part(PartsDefinition home, int at, String name) {
        if (at > home.parts().size()) {
            throw new SchemaChange.Impossible(
                    name + " has only " + home.parts().size() + " parts", List.of());
        }
        return home.parts().get(at - 1);
    }

    private static ElementDefinition wider(ElementDefinition element, SchemaChange change) {
        var codes = new ArrayList<>(element.codes());
        if (!codes.isEmpty()) {
            codes.addAll(change.codes());
        }
        int max = Math.max(Integer.parseInt(element.maxLength()), change.max());
        return new ElementDefinition(
                element.name(),
                element.number(),
                element.base(),
                element.scale(),
                element.minLength(),
                Integer.toString(max),
                codes.stream().distinct().toList());
    }

    /** The element of this place alone gets a definition of its own. */
    private void replace(
            PartsDefinition home,
            int at,
            boolean composite,
            UnaryOperator<ElementDefinition> changed) {
        var part = home.parts().get(at - 1);
        var old = dictionary.element(part.number());
        var place = home.name() + "_" + at;
        var key = old.number() + "@" + place;
        var wider = changed.apply(old);
        var elements = new TreeMap<>(dictionary.elements());
        elements.put(
                key,
                new ElementDefinition(
                        "E" + old.number() + "_" + place,
                        wider.number(),
                        wider.base(),
                        wider.scale(),
                        wider.minLength(),
                        wider.maxLength(),
                        wider.codes()));
        var parts = new ArrayList<>(home.parts());
        parts.set(at - 1, new PartsDefinition.Part(key, part.mandatory(), part.repeats()));
        var definition = new PartsDefinition(home.line(), parts, home.relations());
        var composites = new TreeMap<>(dictionary.composites());
        var segments = new TreeMap<>(dictionary.segments());
        (composite ? composites : segments).put(home.name(), definition);
        dictionary = new Dictionary(elements, composites, segments);
    }
}
