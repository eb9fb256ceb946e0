package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What came back over HTTP to one message.
 *
 * @param headers in any case
 */
record Answer(int status, Map<String, String> headers, String text, WireMdn.About about) {

    /** Of HTTP itself, not of the entity. */
    private static final Set<String> OF_HTTP =
            Set.of("content-length", "keep-alive", "connection", "transfer-encoding");

    static Answer of(HttpResponse<byte[]> http, WireMdn.About about) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        http.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Answer(http.statusCode(), headers, new String(http.body(), ISO_8859_1), about);
    }

    /** All that a connection brought before it was closed. */
    static Answer of(byte[] wire, WireMdn.About about) {
        String text = new String(wire, ISO_8859_1);
        assertThat(text).startsWith("HTTP/1.1 ");
        int lines = text.indexOf("\r\n") + 2;
        int blank = text.indexOf("\r\n\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(WirePart.fields(text.substring(lines, blank)));
        int status = Integer.parseInt(text.substring(9, 12));
        return new Answer(status, headers, text.substring(blank + 4), about);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Its format is checked on the way. */
    WireMdn mdn() throws Exception {
        assertThat(status).as(text).isEqualTo(200);
        String lines =
                headers.entrySet().stream()
                        .filter(e -> !OF_HTTP.contains(e.getKey().toLowerCase(Locale.ROOT)))
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining("\r\n"));
        return WireMdn.read(WirePart.read(lines + "\r\n\r\n" + text), about);
    }

    /** The id of a problem document (RFC 9457), for example {@code RCV-102}. */
    String problem() {
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text).doesNotContain("Disposition");
        Matcher id = Pattern.compile("urn:retrogate:problem:([A-Z]+-\\d+)").matcher(text);
        assertThat(id.find()).as(text).isTrue();
        return id.group(1);
    }

    /** For the table. */
    String seen() throws Exception {
        if (status == 200) {
            return text.isEmpty() ? "HTTP 200, no MDN" : mdn().toString();
        }
        boolean ours = header("Content-Type").startsWith("application/problem+json");
        return "HTTP " + status + (ours ? " " + problem() : "");
    }
}
