package io.retrogate.partner;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Which Smooks configuration reads a document: the keys {@code engine} and {@code mapping}. A file
 * needs one; what has an envelope is read by our own mappings if none is named.
 */
record EngineSection(YamlFile yaml, String at, Path folder, Problems problems) {

    private static final String ENGINE = "engine";
    private static final String MAPPING = "mapping";
    private static final Pattern READER = Pattern.compile("<([A-Za-z]\\w*:)?reader\\s");

    /** Empty if there is none. */
    String mapping(MessageType type) {
        boolean given = yaml.json().at(at).has(MAPPING);
        boolean engine = yaml.json().at(at).has(ENGINE);
        if (given != engine || !given && type.standard() == Standard.FILE) {
            String text = "'engine: smooks' and 'mapping' go together; a file needs both.";
            problems.add(PartnerProblem.KEY_MISSING, yaml, at, text);
        } else if (given && !yaml.text(at + "/direction").equals("inbound")) {
            wrong("/direction", "By a Smooks configuration documents are only read, not written.");
        }
        String mapping = yaml.text(at + "/" + MAPPING);
        if (given) {
            file(mapping, type);
        }
        return mapping;
    }

    private void file(String mapping, MessageType type) {
        Path file = folder.resolve(mapping);
        if (!Files.isRegularFile(file)) {
            wrong("/" + MAPPING, "There is no file " + mapping + " in this folder.");
        } else if (type.standard() != Standard.FILE && !namesReader(file)) {
            wrong(
                    "/" + MAPPING,
                    mapping
                            + " cannot read EDI: it lacks <reader"
                            + " class=\"io.retrogate.translate.smooks.StaediReader\"/>.");
        }
    }

    /** What cannot be read is said by whoever starts the configuration. */
    private static boolean namesReader(Path file) {
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return READER.matcher(text).find();
        } catch (IOException e) {
            return true;
        }
    }

    private void wrong(String key, String text) {
        problems.add(PartnerProblem.VALUE_INVALID, yaml, at + key, text);
    }
}
