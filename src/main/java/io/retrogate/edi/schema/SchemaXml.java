package io.retrogate.edi.schema;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes one message in one version as a StAEDI schema (language v4), with nothing in it unused.
 */
final class SchemaXml {

    private static final String NAMESPACE = "http://xlate.io/EDISchema/v4";

    private final Dictionary dictionary;
    private final int version;
    private final LoopNames names;
    private final XMLStreamWriter xml;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, PartsDefinition> segments = new TreeMap<>();
    private final Map<String, PartsDefinition> composites = new TreeMap<>();
    private final Map<String, ElementDefinition> elements = new TreeMap<>();

    private SchemaXml(Dictionary dictionary, int version, LoopNames names)
            throws XMLStreamException {
        this.dictionary = dictionary;
        this.version = version;
        this.names = names;
        this.xml =
                XMLOutputFactory.newFactory()
                        .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    static byte[] of(Tree tree, String version, Dictionary dictionary, LoopNames names)
            throws XMLStreamException {
        var schema = new SchemaXml(dictionary, tree.versions().indexOf(version), names);
        schema.document(tree);
        return schema.bytes.toByteArray();
    }

    private void document(Tree tree) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement("schema");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("transaction");
        xml.writeStartElement("sequence");
        entries("", tree.entries());
        xml.writeEndElement();
        xml.writeEndElement();
        for (var segment : segments.values()) {
            collect(segment);
        }
        for (var element : elements.values()) {
            element(element);
        }
        for (var composite : composites.values()) {
            parts("compositeType", composite);
        }
        for (var segment : segments.values()) {
            parts("segmentType", segment);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void entries(String parent, List<TreeEntry> entries) throws XMLStreamException {
        for (var entry : entries) {
            var occurrence = entry.in(version);
            if (occurrence.max() > 0 && entry.loop()) {
                loop(names.next(parent, entry), entry, occurrence);
            } else if (occurrence.max() > 0) {
                segment(entry, occurrence);
            }
        }
    }

    private void loop(String name, TreeEntry entry, Occurrence occurrence)
            throws XMLStreamException {
        xml.writeStartElement("loop");
        xml.writeAttribute("code", name);
        occurs(occurrence);
        if (entry.nested()) {
            xml.writeAttribute("levelIdPosition", "1");
            xml.writeAttribute("parentIdPosition", "2");
        }
        xml.writeStartElement("sequence");
        segment(entry, new Occurrence(1, 1));
        entries(name, entry.children());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void segment(TreeEntry entry, Occurrence occurrence) throws XMLStreamException {
        var definition = dictionary.segments().get(entry.tag());
        if (definition == null) {
            throw entry.line().expected(entry.tag() + " to be in the dictionary of the version");
        }
        segments.put(entry.tag(), definition);
        xml.writeEmptyElement("segment");
        xml.writeAttribute("type", entry.tag());
        occurs(occurrence);
    }

    private void occurs(Occurrence occurrence) throws XMLStreamException {
        xml.writeAttribute("minOccurs", Integer.toString(occurrence.min()));
        xml.writeAttribute("maxOccurs", Integer.toString(occurrence.max()));
    }

    private void collect(PartsDefinition definition) {
        for (var part : definition.parts()) {
            if (part.isComposite()) {
                var composite = dictionary.composite(part.number());
                composites.put(part.number(), composite);
                collect(composite);
            } else {
                elements.put(part.number(), dictionary.element(part.number()));
            }
        }
    }

    private void element(ElementDefinition element) throws XMLStreamException {
        xml.writeStartElement("elementType");
        xml.writeAttribute("name", element.name());
        xml.writeAttribute("code", element.number());
        xml.writeAttribute("base", element.base());
        if (!element.scale().isEmpty()) {
            xml.writeAttribute("scale", element.scale());
        }
        xml.writeAttribute("minLength", element.minLength());
        xml.writeAttribute("maxLength", element.maxLength());
        if (!element.codes().isEmpty()) {
            xml.writeStartElement("enumeration");
            for (var code : element.codes()) {
                text("value", code);
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void parts(String kind, PartsDefinition definition) throws XMLStreamException {
        xml.writeStartElement(kind);
        xml.writeAttribute("name", definition.name());
        xml.writeStartElement("sequence");
        for (var part : definition.parts()) {
            boolean composite = part.isComposite();
            xml.writeEmptyElement(composite ? "composite" : "element");
            xml.writeAttribute(
                    "type", composite ? part.number() : dictionary.element(part.number()).name());
            xml.writeAttribute("minOccurs", part.mandatory() ? "1" : "0");
            xml.writeAttribute("maxOccurs", part.repeats());
        }
        xml.writeEndElement();
        for (var relation : definition.relations()) {
            xml.writeStartElement("syntax");
            xml.writeAttribute("type", relation.kind());
            for (var position : relation.positions()) {
                text("position", position.toString());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void text(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }
}
