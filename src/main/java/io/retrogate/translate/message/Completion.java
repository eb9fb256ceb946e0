package io.retrogate.translate.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a message says that no single segment says. */
public final class Completion {

    private Completion() {}

    /** Each package names the lines that say they lie in it, and appears once. */
    public static void linkPackages(ObjectNode message) {
        dropRepeated(message.path("packages"));
        var lines = new HashMap<String, Set<Integer>>();
        for (JsonNode line : message.path("lines")) {
            for (JsonNode inside : line.path("packages")) {
                lines.computeIfAbsent(inside.path("id").asText(), id -> new LinkedHashSet<>())
                        .add(line.path("number").asInt());
            }
        }
        for (JsonNode one : message.path("packages")) {
            link((ObjectNode) one, lines);
        }
    }

    /** A package that several lines name (RETANN) was met once for each of them. */
    private static void dropRepeated(JsonNode packages) {
        var seen = new HashSet<String>();
        for (var each = packages.elements(); each.hasNext(); ) {
            var one = each.next();
            var name = one.path("id").asText() + " " + one.path("sscc").asText();
            if (one.has("sscc") && !seen.add(name)) {
                each.remove();
            }
        }
    }

    private static void link(ObjectNode one, Map<String, Set<Integer>> lines) {
        var inside = lines.get(one.path("id").asText());
        if (inside != null) {
            var numbers = one.arrayNode();
            inside.forEach(numbers::add);
            var source = one.remove("source");
            one.set("lines", numbers);
            if (source != null) {
                one.set("source", source);
            }
        }
    }

    /** What the document says of all its lines is not true of some of them. */
    public static void dropTotals(ObjectNode message) {
        message.remove("totals");
    }

    /** The findings with which the document was accepted all the same. */
    public static void addFindings(ObjectNode message, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        ArrayNode validation = message.arrayNode();
        for (var finding : findings) {
            var one = validation.addObject();
            one.put("rule", finding.problem().id());
            one.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            if (finding.position().segment() > 0 && !finding.position().tag().isEmpty()) {
                one.put("segmentPos", finding.position().toString());
            }
            one.put("text", finding.explanation());
        }
        var source = message.remove("source");
        message.set("validation", validation);
        if (source != null) {
            message.set("source", source);
        }
    }
}
