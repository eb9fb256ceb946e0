package io.retrogate.translate.text;

import io.retrogate.edi.MessageType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A mapping file as written, with the one it extends merged in.
 *
 * @param name what {@code extends} calls it
 * @param messages one kind of document in the versions that have the same paths
 * @param tables name of the file of code tables
 * @param codes meanings that add to, or take the place of, those of the tables
 * @param kinds in the order in which they are tried
 * @param out how a document is written; empty: not at all
 * @param expressions JSLT by the member of the message that it computes
 */
public record MappingText(
        String name,
        List<MessageType> messages,
        YamlPart top,
        String tables,
        Map<String, YamlPart> codes,
        List<YamlPart> kinds,
        List<RuleText> rules,
        List<YamlPart> out,
        Map<String, YamlPart> expressions) {

    private static final Set<String> KEYS =
            Set.of("mapping", "extends", "message", "tables", "codes", "kind", "in", "out", "expr");

    /**
     * @param base finds the text of the file that {@code extends} names
     */
    public static MappingText read(String file, String text, Function<YamlPart, MappingText> base) {
        var top = YamlPart.read(file, text);
        top.allow(KEYS);
        var name = top.need("mapping").text();
        var extended = top.get("extends").map(base);
        var rules =
                RuleText.all(extended.isPresent() ? top.get("in") : Optional.of(top.need("in")));
        var messages =
                extended.isPresent() && !top.has("message")
                        ? extended.get().messages()
                        : top.need("message").list().stream().map(MappingText::message).toList();
        return new MappingText(
                name,
                messages,
                top,
                extended.map(MappingText::tables).orElseGet(() -> top.need("tables").text()),
                merged(extended.map(MappingText::codes), top.get("codes")),
                top.get("kind")
                        .map(YamlPart::list)
                        .or(() -> extended.map(MappingText::kinds))
                        .orElseGet(ArrayList::new),
                extended.map(it -> RuleText.merge(it.rules, rules)).orElse(rules),
                top.get("out")
                        .map(YamlPart::list)
                        .or(() -> extended.map(MappingText::out))
                        .orElseGet(List::of),
                merged(extended.map(MappingText::expressions), top.get("expr")));
    }

    private static Map<String, YamlPart> merged(
            Optional<Map<String, YamlPart>> base, Optional<YamlPart> overlay) {
        var merged = new LinkedHashMap<String, YamlPart>();
        base.ifPresent(merged::putAll);
        overlay.ifPresent(it -> merged.putAll(it.entries()));
        return merged;
    }

    /** As in an agreement: {@code X12 856 004010}, {@code EDIFACT RETANN D01B}. */
    private static MessageType message(YamlPart part) {
        var words = part.text().split(" ");
        if (words.length == 3 && words[0].equals("X12")) {
            return MessageType.x12(words[1], words[2]);
        }
        if (words.length == 3 && words[0].equals("EDIFACT")) {
            return MessageType.edifact(words[1], words[2], "");
        }
        throw part.line()
                .problem(
                        TranslateProblem.RULE_INVALID,
                        "a message is written like 'X12 856 004010'");
    }
}
