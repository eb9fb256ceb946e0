package io.retrogate.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The documents in the jar. */
final class Samples {

    private Samples() {}

    static byte[] received(String sample) {
        return resource("/demo/edi-samples/" + sample + "/received.edi");
    }

    static byte[] resource(String path) {
        try (var in = Samples.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ISA13 or UNB 0020, by which partner and gateway name the interchange. */
    static String controlNumber(String sample) {
        var text = new String(received(sample), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (text.startsWith("ISA")) {
            return text.substring(90, 99);
        }
        var header = text.substring(text.indexOf("UNB"));
        var elements = header.substring(0, header.indexOf('\'')).split("\\+");
        return Arrays.asList(elements).get(5);
    }
}
