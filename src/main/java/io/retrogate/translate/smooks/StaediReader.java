package io.retrogate.translate.smooks;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.Schemas;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import java.util.function.Function;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.smooks.api.TypedKey;
import org.smooks.api.resource.config.ResourceConfig;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Shows Smooks an X12 or EDIFACT interchange, read by StAEDI with our schemas: one element for each
 * segment, its data elements as attributes ({@code e01}, {@code e03-2}). A loop is one element,
 * {@code L_} and the tag of the segment that opens it, with that segment's attributes; loops of HL
 * and CPS lie in their parents. {@code interchange}, {@code group} and {@code transaction} are
 * loops like these. Each has {@code _segment}, its ordinal in the interchange.
 *
 * <p>Parameters: {@code encoding} (ISO-8859-1 if left out), {@code each} (segments whose elements
 * become children, as {@code LIN.02+2}: an element {@code each} with {@code e0} and {@code e1} for
 * each pair). Judges nothing: what the schema does not allow is shown where it stands.
 */
public final class StaediReader extends EventReader {

    static final TypedKey<SingleSet> SINGLE = TypedKey.of("retrogate.edi.single");

    private @Nullable @Inject ResourceConfig config;
    private @Nullable Schemas known;

    @Override
    public void parse(InputSource input) throws IOException, SAXException {
        getContentHandler().startDocument();
        var context = context();
        var single = context == null ? null : context.get(SINGLE);
        var in = new PushbackInputStream(input.getByteStream());
        int first = in.read();
        if (first < 0) {
            nothing();
        } else {
            in.unread(first);
            read(in, single);
        }
        getContentHandler().endDocument();
    }

    /** An empty file shows no segment; Smooks wants an element all the same. */
    private void nothing() throws SAXException {
        Cuts.of(parameter("each", ""));
        getContentHandler().startElement("", "interchange", "interchange", new AttributesImpl());
        getContentHandler().endElement("", "interchange", "interchange");
    }

    private void read(InputStream in, @Nullable SingleSet single) throws IOException, SAXException {
        var encoding = single == null ? parameter("encoding", "ISO-8859-1") : single.encoding();
        var elements =
                new SegmentElements(getContentHandler(), Cuts.of(parameter("each", "")), single);
        try (var edi = open(in, encoding)) {
            var walk = new StaediWalk(edi, schema(single), elements);
            while (edi.hasNext()) {
                walk.take(edi.next());
            }
            elements.finish();
        } catch (EDIStreamException e) {
            throw new SAXException("not read as EDI: " + e.getMessage(), e);
        }
    }

    private static EDIStreamReader open(InputStream in, String encoding) throws EDIStreamException {
        return EDIInputFactory.newFactory().createEDIStreamReader(in, encoding);
    }

    private Function<MessageType, Optional<Schema>> schema(@Nullable SingleSet single) {
        return single == null
                ? type -> builtIn().find(type)
                : type -> single.schemas().find(single.type(), single.changes());
    }

    private Schemas builtIn() {
        var schemas = known == null ? Schemas.builtIn() : known;
        known = schemas;
        return schemas;
    }

    private String parameter(String name, String otherwise) {
        var given = config == null ? null : config.getParameterValue(name, String.class);
        return given == null ? otherwise : given;
    }
}
