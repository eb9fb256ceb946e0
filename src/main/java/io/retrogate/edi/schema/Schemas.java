package io.retrogate.edi.schema;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The StAEDI schema of every document we know; each is loaded once and shared by all threads. */
public final class Schemas {

    private static final int X12_RELEASE = 6;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{3,6}");

    private final SchemaSources sources;
    private final Map<Wanted, Schema> loaded = new ConcurrentHashMap<>();

    Schemas(SchemaSources sources) {
        this.sources = sources;
    }

    /** Those in this jar, under {@code /schema}. */
    public static Schemas builtIn() {
        return new Schemas(new SchemaSources(Schemas::resource));
    }

    /**
     * The schema of this message in this version; neither the association nor what follows the
     * release in GS08 ({@code 004010VICS}) matters.
     */
    public Optional<Schema> find(MessageType type) {
        return find(type, List.of());
    }

    /**
     * The same with more allowed than in the standard.
     *
     * @throws SchemaChange.Impossible if something is to be changed that is not there
     */
    public Optional<Schema> find(MessageType type, List<SchemaChange> changes) {
        var wanted = new Wanted(type.standard(), type.code(), version(type), changes);
        var known = loaded.get(wanted);
        if (known != null) {
            return Optional.of(known);
        }
        var tree = tree(type.standard(), type.code());
        // What does not exist is not remembered: a sender could name new versions for ever.
        if (tree.isEmpty() || !tree.get().versions().contains(wanted.version)) {
            return Optional.empty();
        }
        return Optional.of(loaded.computeIfAbsent(wanted, it -> load(it, tree.get())));
    }

    /** A message as it is read, without what makes no difference. */
    private record Wanted(
            Standard standard, String code, String version, List<SchemaChange> changes) {}

    /**
     * Whether these changes can be made, without making them.
     *
     * @throws SchemaChange.Impossible if one cannot
     */
    public void check(MessageType type, List<SchemaChange> changes) {
        widening(type, changes);
    }

    /** The segments of the message with these changes. */
    public Set<String> tags(MessageType type, List<SchemaChange> changes) {
        var tags = new TreeSet<String>();
        collect(widening(type, changes).tree().entries(), tags);
        return tags;
    }

    private static void collect(List<TreeEntry> entries, Set<String> tags) {
        for (var entry : entries) {
            tags.add(entry.tag());
            collect(entry.children(), tags);
        }
    }

    private Widening widening(MessageType type, List<SchemaChange> changes) {
        var tree = tree(type.standard(), type.code()).orElseThrow();
        var dictionary = sources.dictionary(folder(type.standard()), version(type), tree.header());
        var widening = new Widening(tree, dictionary);
        changes.forEach(widening::apply);
        return widening;
    }

    /** Whether any message that we have of this message's version has such a segment. */
    public boolean defines(MessageType type, String tag) {
        return tree(type.standard(), type.code())
                .map(it -> sources.dictionary(folder(type.standard()), version(type), it.header()))
                .filter(it -> it.segments().containsKey(tag))
                .isPresent();
    }

    /** In which versions we have this message, the oldest first. */
    public List<String> versions(Standard standard, String code) {
        return tree(standard, code).map(Tree::versions).orElse(List.of());
    }

    /** Whether we have this message in any version. */
    public boolean knows(Standard standard, String code) {
        return tree(standard, code).isPresent();
    }

    private Optional<Tree> tree(Standard standard, String code) {
        // Anything else in a document's own header must never reach the class path.
        return CODE.matcher(code).matches()
                ? sources.tree(folder(standard) + "/" + code.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static String folder(Standard standard) {
        return standard.name().toLowerCase(Locale.ROOT);
    }

    private static String version(MessageType type) {
        var version = type.version();
        if (type.standard() == Standard.X12) {
            return version.substring(0, Math.min(X12_RELEASE, version.length()));
        }
        return type.code().equals("CONTRL")
                ? "syntax" + (version.startsWith("4") ? "4" : "3")
                : version.toUpperCase(Locale.ROOT);
    }

    private Schema load(Wanted of, Tree tree) {
        try {
            var dictionary = sources.dictionary(folder(of.standard), of.version, tree.header());
            var names = new LoopNames(of.standard == Standard.EDIFACT);
            var wide = new Widening(tree, dictionary);
            of.changes.forEach(wide::apply);
            var xml = SchemaXml.of(wide.tree(), of.version, wide.dictionary(), names);
            return SchemaFactory.newFactory().createSchema(new ByteArrayInputStream(xml));
        } catch (XMLStreamException | EDISchemaException e) {
            throw new IllegalStateException("the schema of " + of + " is broken", e);
        }
    }

    private static Optional<String> resource(String file) {
        try (var stream = Schemas.class.getResourceAsStream("/schema/" + file)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
