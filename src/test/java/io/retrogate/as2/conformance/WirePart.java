package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A MIME part as text, one character for each byte, read as strictly as the standards write it: CR
 * LF, no folding, no preamble, no epilogue.
 *
 * @param headers by lower-case name
 * @param whole headers, blank line and body
 */
record WirePart(Map<String, String> headers, String body, String whole) {

    static WirePart read(String whole) {
        int blank = whole.indexOf("\r\n\r\n");
        assertThat(blank).as("a blank line after the headers").isPositive();
        return new WirePart(fields(whole.substring(0, blank)), whole.substring(blank + 4), whole);
    }

    /** Header fields; a name comes once only. */
    static Map<String, String> fields(String block) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : block.split("\r\n", -1)) {
            assertThat(line).as("a header line").matches("[!-9;-~]+: ?\\S.*");
            assertThat(line).hasSizeLessThan(998);
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            assertThat(fields.put(name, line.substring(colon + 1).strip())).as(name).isNull();
        }
        return fields;
    }

    String header(String name) {
        String value = headers.get(name.toLowerCase(Locale.ROOT));
        assertThat(value).as("header " + name).isNotNull();
        return String.valueOf(value);
    }

    String type() {
        return header("Content-Type").split(";", -1)[0].strip();
    }

    String parameter(String name) {
        Matcher found =
                Pattern.compile(";\\s*" + name + "=(?:\"([^\"]*)\"|([^;\\s]+))")
                        .matcher(header("Content-Type"));
        assertThat(found.find()).as(name + " of " + header("Content-Type")).isTrue();
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** The parts of a multipart, which begins and ends with its delimiters. */
    List<WirePart> parts() {
        String delimiter = "--" + parameter("boundary");
        assertThat(body).startsWith(delimiter + "\r\n");
        assertThat(body).endsWith("\r\n" + delimiter + "--\r\n");
        String inner =
                body.substring(delimiter.length() + 2, body.length() - delimiter.length() - 6);
        List<WirePart> parts = new ArrayList<>();
        for (String part : inner.split(Pattern.quote("\r\n" + delimiter + "\r\n"), -1)) {
            parts.add(read(part));
        }
        return parts;
    }

    byte[] decoded() {
        assertThat(header("Content-Transfer-Encoding")).isEqualTo("base64");
        for (String line : body.split("\r\n", -1)) {
            assertThat(line.length()).isLessThanOrEqualTo(76);
        }
        return Base64.getMimeDecoder().decode(body.getBytes(ISO_8859_1));
    }
}
