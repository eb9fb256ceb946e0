package io.retrogate.translate.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The mappings and code tables of this jar, as files of its class path. */
public final class BuiltInFile {

    private BuiltInFile() {}

    /**
     * @param path begins with a slash
     */
    public static boolean exists(String path) {
        return BuiltInFile.class.getResource(path) != null;
    }

    /** Its text; that it is not there is a problem of the file itself. */
    public static String text(String path) {
        try (InputStream in = BuiltInFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new MappingLine(path.substring(1), 1)
                        .problem(TranslateProblem.MAPPING_UNREADABLE, "is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
