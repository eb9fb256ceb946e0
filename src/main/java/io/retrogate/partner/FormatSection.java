package io.retrogate.partner;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the key {@code format} of an {@code endpoint.yaml}. */
record FormatSection(YamlFile yaml, Path folder, Problems problems) {

    private static final String TEMPLATE = "/format/template";
    private static final String ENCODING = "/format/encoding";
    private static final long LARGEST = 1 << 20;

    Optional<EndpointFormat> read() {
        if (!yaml.json().has("format")) {
            return Optional.empty();
        }
        String template = yaml.text(TEMPLATE);
        Map<String, String> files = files();
        if (!files.containsKey(template)) {
            String text = "There is no file " + template + " in this folder.";
            problems.add(PartnerProblem.VALUE_INVALID, yaml, TEMPLATE, text);
        }
        return encoding()
                .map(
                        encoding ->
                                new EndpointFormat(
                                        folder,
                                        template,
                                        yaml.text("/format/contentType"),
                                        encoding,
                                        files));
    }

    private Optional<Charset> encoding() {
        String name = yaml.text(ENCODING);
        if (name.isEmpty()) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (Charset.isSupported(name)) {
            return Optional.of(Charset.forName(name));
        }
        String text = "This Java has no encoding '" + name + "'.";
        problems.add(PartnerProblem.VALUE_INVALID, yaml, ENCODING, text);
        return Optional.empty();
    }

    /** Only what lies in the folder itself: no link leads anywhere else. */
    private Map<String, String> files() {
        var files = new HashMap<String, String>();
        Path out = folder.resolve("out");
        if (!Files.isDirectory(out)) {
            return files;
        }
        try (var found = Files.walk(out)) {
            for (Path file : found.filter(FormatSection::isPlain).toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, Files.readString(file));
            }
        } catch (IOException e) {
            String text = "It cannot be read (" + e.getClass().getSimpleName() + ").";
            problems.add(PartnerProblem.FOLDER_UNREADABLE, out, 0, text);
        }
        return files;
    }

    private static boolean isPlain(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) <= LARGEST;
        } catch (IOException e) {
            return false;
        }
    }
}
