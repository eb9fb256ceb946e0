package io.retrogate.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.edi.MessageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the files {@code guide/*.yaml} of a partner's folder. */
final class GuideReader {

    private final Placeholders placeholders;
    private final SchemaCheck schema = SchemaCheck.of("/schemas/guide/1.0.json");

    GuideReader(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** To be used only if there are no problems afterwards. */
    List<Guide> read(Path folder, Problems problems) {
        var guides = new ArrayList<Guide>();
        var seen = new HashSet<MessageType>();
        for (Path file : files(folder.resolve("guide"), problems)) {
            var yaml = YamlFile.read(file, placeholders, problems);
            yaml.ifPresent(it -> schema.check(it, problems));
            if (yaml.isPresent() && !problems.stop()) {
                guide(yaml.get(), problems)
                        .ifPresent(
                                guide -> {
                                    if (!seen.add(guide.message())) {
                                        String text =
                                                guide.message() + " has a guide in another file.";
                                        problems.add(
                                                PartnerProblem.VALUE_INVALID,
                                                yaml.get(),
                                                "/guide",
                                                text);
                                    }
                                    guides.add(guide);
                                });
            }
        }
        return guides;
    }

    /** The YAML files in a folder, by name; none if it is not there. */
    static List<Path> files(Path folder, Problems problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            String text = "It cannot be read (" + e.getClass().getSimpleName() + ").";
            problems.add(PartnerProblem.FOLDER_UNREADABLE, folder, 0, text);
            return List.of();
        }
    }

    private static Optional<Guide> guide(YamlFile yaml, Problems problems) {
        String written = yaml.text("/guide");
        var type = DocumentName.parse(written).filter(DocumentName::guided);
        if (type.isEmpty()) {
            String text = "'" + written + "' is not among the documents that we know";
            text += NearestName.suggestion(written, DocumentName.known());
            problems.add(PartnerProblem.DOCUMENT_UNSUPPORTED, yaml, "/guide", text);
            return Optional.empty();
        }
        var rules = new ArrayList<Guide.Rule>();
        int count = yaml.json().path("rules").size();
        for (int i = 0; i < count; i++) {
            rule(yaml, "/rules/" + i, problems).ifPresent(rules::add);
        }
        var groups = Set.copyOf(texts(yaml.json().at("/envelope/groups")));
        boolean differ = yaml.text("/envelope/counts").equals("warning");
        return Optional.of(new Guide(yaml.file(), type.get(), rules, groups, differ));
    }

    private static Optional<Guide.Rule> rule(YamlFile yaml, String at, Problems problems) {
        var verbs = new ArrayList<Guide.Verb>();
        for (var verb : Guide.Verb.values()) {
            if (yaml.json().at(at).has(name(verb))) {
                verbs.add(verb);
            }
        }
        if (verbs.size() != 1) {
            String text = "A rule has one of allow, require, forbid and limit.";
            problems.add(PartnerProblem.VALUE_INVALID, yaml, at, text);
            return Optional.empty();
        }
        var verb = verbs.get(0);
        return Optional.of(
                new Guide.Rule(
                        yaml.line(at),
                        verb,
                        yaml.text(at + "/" + name(verb)),
                        yaml.text(at + "/after"),
                        yaml.text(at + "/within"),
                        yaml.text(at + "/when"),
                        yaml.json().at(at + "/maxLength").asInt(0),
                        yaml.json().at(at + "/max").asInt(0),
                        texts(yaml.json().at(at + "/codes"))));
    }

    private static String name(Guide.Verb verb) {
        return verb.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(it -> texts.add(it.asText()));
        return texts;
    }
}
