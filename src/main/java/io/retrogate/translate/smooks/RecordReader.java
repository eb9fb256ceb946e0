package io.retrogate.translate.smooks;

import io.retrogate.edi.DocumentProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.smooks.api.TypedKey;
import org.smooks.api.resource.config.ResourceConfig;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Shows Smooks the lines of a file as {@code <file><document><record><column>}. Lines with the same
 * value in the column {@code groupBy} are one document; without that parameter the whole file is
 * one. {@code record} and {@code document} have the attribute {@code _line}. A line that cannot be
 * read is told to the engine, not to Smooks.
 */
abstract sealed class RecordReader extends EventReader permits CsvReader, FixedLengthReader {

    static final TypedKey<List<RecordDefect>> DEFECTS = TypedKey.of("retrogate.record.defects");

    /** One line, or what a quoted line end makes of several; it begins at {@code number}. */
    record Line(int number, String text, List<String> fields) {
        Line {
            fields = List.copyOf(fields);
        }
    }

    /** The lines of a file, one after the other; blank ones are left out. */
    interface Lines {
        @Nullable Line next() throws IOException;
    }

    private @Nullable @Inject ResourceConfig config;
    private List<String> columns = List.of();
    private int key = -1;
    private int document;
    private Optional<String> current = Optional.empty();
    private final Set<String> closed = new HashSet<>();

    /** The names of the columns, as elements may be named. */
    abstract List<String> columns();

    abstract Lines lines(BufferedReader text);

    /** Why this line's fields are not the agreed ones; empty if they are. */
    abstract Optional<String> objection(Line line, List<String> columns);

    /** Whether the first line holds the names of the columns. */
    abstract boolean headed();

    /** Of the reader's {@code params} in the configuration; the default if it is not there. */
    final String parameter(String name, String otherwise) {
        var given = config == null ? null : config.getParameterValue(name, String.class);
        return given == null ? otherwise : given;
    }

    private void start() {
        columns = columns();
        for (var column : columns) {
            if (!column.matches("[A-Za-z_][A-Za-z0-9_.-]*")) {
                throw new IllegalArgumentException("'" + column + "' cannot name a column");
            }
        }
        var group = parameter("groupBy", "");
        key = columns.indexOf(group);
        if (!group.isEmpty() && key < 0) {
            throw new IllegalArgumentException("groupBy names no column: '" + group + "'");
        }
        Charset.forName(parameter("encoding", "UTF-8"));
    }

    @Override
    public final void parse(InputSource input) throws IOException, SAXException {
        start();
        document = 0;
        current = Optional.empty();
        closed.clear();
        // A strict decoder: a wrong byte must not become a wrong name.
        var decoder = Charset.forName(parameter("encoding", "UTF-8")).newDecoder();
        try (var text = new BufferedReader(new InputStreamReader(input.getByteStream(), decoder))) {
            getContentHandler().startDocument();
            getContentHandler().startElement("", "file", "file", new AttributesImpl());
            read(lines(text));
            close();
            getContentHandler().endElement("", "file", "file");
            getContentHandler().endDocument();
        }
    }

    private void read(Lines lines) throws IOException, SAXException {
        int last = 0;
        try {
            var line = lines.next();
            if (line != null && headed()) {
                last = line.number();
                line = named(line) ? lines.next() : null;
            }
            for (; line != null; line = lines.next()) {
                last = line.number();
                record(line);
            }
        } catch (CharacterCodingException e) {
            var sentence = "Behind this line there is a byte that is not " + encoding() + ".";
            tell(DocumentProblem.FILE_UNREADABLE, 0, last, 0, "", sentence);
        }
    }

    private String encoding() {
        return Charset.forName(parameter("encoding", StandardCharsets.UTF_8.name())).name();
    }

    /** Without the agreed names no other line can be understood, nor would its findings help. */
    private boolean named(Line line) {
        var head = new HeadLine(columns, line.fields());
        head.objection()
                .ifPresent(
                        sentence ->
                                tell(
                                        DocumentProblem.FILE_UNREADABLE,
                                        0,
                                        line.number(),
                                        0,
                                        line.text(),
                                        sentence));
        return head.objection().isEmpty();
    }

    private void record(Line line) throws SAXException {
        boolean keyed = key < line.fields().size();
        if (keyed) {
            var value = key < 0 ? "" : line.fields().get(key).strip();
            if (!current.equals(Optional.of(value))) {
                open(value, line);
            }
        }
        var objection = objection(line, columns);
        if (objection.isPresent()) {
            int whose = keyed ? document : 0;
            var problem = DocumentProblem.RECORD_INVALID;
            tell(problem, whose, line.number(), 0, line.text(), objection.get());
        } else {
            emit(line);
        }
    }

    private void open(String value, Line line) throws SAXException {
        close();
        document++;
        current = Optional.of(value);
        if (!closed.add(value)) {
            var sentence = "The lines of '" + value + "' do not stand together.";
            tell(DocumentProblem.RECORD_INVALID, 0, line.number(), key + 1, value, sentence);
        }
        getContentHandler().startElement("", "document", "document", at(line));
    }

    private void close() throws SAXException {
        if (current.isPresent()) {
            getContentHandler().endElement("", "document", "document");
        }
    }

    private void emit(Line line) throws SAXException {
        getContentHandler().startElement("", "record", "record", at(line));
        for (int i = 0; i < columns.size(); i++) {
            var value = line.fields().get(i).strip();
            if (!value.isEmpty()) {
                var column = columns.get(i);
                getContentHandler().startElement("", column, column, new AttributesImpl());
                getContentHandler().characters(value.toCharArray(), 0, value.length());
                getContentHandler().endElement("", column, column);
            }
        }
        getContentHandler().endElement("", "record", "record");
    }

    private static AttributesImpl at(Line line) {
        var attributes = new AttributesImpl();
        attributes.addAttribute("", "_line", "_line", "CDATA", Integer.toString(line.number()));
        return attributes;
    }

    private void tell(
            DocumentProblem problem, int of, int line, int column, String text, String sentence) {
        var context = context();
        var defects = context == null ? null : context.get(DEFECTS);
        if (defects != null) {
            defects.add(new RecordDefect(problem, of, line, column, text, sentence));
        }
    }
}
