package io.retrogate.edi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * One directory as the DFDL schemas of Smooks' EDIFACT cartridge have it, read as data in the form
 * of the other reference tables. A group is {@code SegGrp-1}, a type {@code DTM-DateTimePeriod},
 * {@code C507-DateTimePeriod} or {@code E2005-DateTimePeriodQualifier}.
 */
final class DfdlDirectory {

    private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";
    private static final Pattern FORM = Pattern.compile("(alpha|numeric)(\\d+)(?:-(\\d+))?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, Element> messages;
    private final Map<String, Element> types;

    private DfdlDirectory(Map<String, Element> messages, Map<String, Element> types) {
        this.messages = messages;
        this.types = types;
    }

    /** Empty if it is not on the class path, as in all builds but that of its profile. */
    static Optional<DfdlDirectory> find(String directory) {
        var messages = types("/" + directory + "/EDIFACT-Messages.dfdl.xsd");
        var segments = types("/" + directory + "/EDIFACT-Segments.dfdl.xsd");
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(new DfdlDirectory(messages, segments));
    }

    private static Map<String, Element> types(String resource) {
        var types = new HashMap<String, Element>();
        try (InputStream in = DfdlDirectory.class.getResourceAsStream(resource)) {
            if (in != null) {
                var factory = DocumentBuilderFactory.newDefaultInstance();
                factory.setNamespaceAware(true);
                var schema = factory.newDocumentBuilder().parse(in).getDocumentElement();
                for (var child : children(schema)) {
                    if (child.getLocalName().endsWith("Type")) {
                        types.put(child.getAttribute("name"), child);
                    }
                }
            }
            return types;
        } catch (Exception e) {
            throw new IllegalStateException(resource, e);
        }
    }

    boolean has(String message) {
        return messages.containsKey(message);
    }

    /** Segments and groups of a message, one below the other. */
    JsonNode message(String message) {
        return entries(Objects.requireNonNull(messages.get(message), message));
    }

    /** Every segment of the directory by its tag. */
    ObjectNode segments() {
        var all = JSON.objectNode();
        types.forEach(
                (name, type) -> {
                    if (name.matches("[A-Z]{3}-.*")) {
                        all.set(name.substring(0, 3), parts(type));
                    }
                });
        return all;
    }

    private static ArrayNode entries(Element type) {
        var entries = JSON.arrayNode();
        for (var element : elements(type)) {
            var name = element.getAttribute("name");
            var entry = entries.addObject();
            if (name.startsWith("SegGrp-")) {
                entry.put("group", "SG" + name.substring("SegGrp-".length()));
                entry.set("children", entries(element));
            } else {
                entry.put("seg", name.substring(0, 3));
            }
            entry.put("min", occurs(element, "minOccurs")).put("max", occurs(element, "maxOccurs"));
        }
        return entries;
    }

    /** What repeats in place here is written out in the directories of syntax 3. */
    private ArrayNode parts(Element type) {
        var parts = JSON.arrayNode();
        for (var element : elements(type)) {
            int least = occurs(element, "minOccurs");
            for (int i = 0; i < occurs(element, "maxOccurs"); i++) {
                parts.add(part(element, i < least ? "M" : "C"));
            }
        }
        return parts;
    }

    private ArrayNode part(Element element, String status) {
        var name = local(element.getAttribute("type"));
        var type = Objects.requireNonNull(types.get(name), name);
        var number = name.replaceFirst("-.*", "").replaceFirst("^E", "");
        var part = JSON.arrayNode().add(number).add(status);
        if (type.getLocalName().equals("complexType")) {
            return part.add(parts(type));
        }
        var form = FORM.matcher(form(type));
        if (!form.matches()) {
            throw new IllegalStateException(name + " is of " + form(type));
        }
        int least = Integer.parseInt(form.group(2));
        int most = form.group(3) == null ? least : Integer.parseInt(form.group(3));
        part.add(JSON.arrayNode().add(Math.max(1, least)).add(most));
        return part.add(form.group(1).equals("alpha") ? "AN" : "N");
    }

    private static String form(Element type) {
        return local(children(type).get(0).getAttribute("base"));
    }

    /** Those of this type or group itself, however many sequences are around them. */
    private static List<Element> elements(Element parent) {
        var found = new ArrayList<Element>();
        for (var child : children(parent)) {
            if (child.getLocalName().equals("element")) {
                found.add(child);
            } else {
                found.addAll(elements(child));
            }
        }
        return found;
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element && SCHEMA.equals(element.getNamespaceURI())) {
                children.add(element);
            }
        }
        return children;
    }

    private static int occurs(Element element, String attribute) {
        var value = element.getAttribute(attribute);
        return value.isEmpty() ? 1 : value.equals("unbounded") ? 999_999 : Integer.parseInt(value);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
