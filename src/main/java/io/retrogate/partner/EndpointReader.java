package io.retrogate.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.partner.Endpoint.Ambiguous;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads an {@code endpoint.yaml} that already fits its schema. */
final class EndpointReader {

    private static final Set<String> RESERVED =
            Set.of(
                    "authorization",
                    "connection",
                    "content-length",
                    "content-type",
                    "host",
                    "idempotency-key",
                    "transfer-encoding");

    private final YamlFile yaml;
    private final Path folder;
    private final Problems problems;

    EndpointReader(YamlFile yaml, Path folder, Problems problems) {
        this.yaml = yaml;
        this.folder = folder;
        this.problems = problems;
    }

    Optional<Endpoint> read() {
        boolean idempotent = yaml.json().path("idempotent").asBoolean(false);
        var url = Urls.read(yaml, "/url", problems);
        var headers = headers();
        var ambiguous = ambiguous(idempotent);
        var format = new FormatSection(yaml, folder, problems).read();
        return url.map(
                to ->
                        new Endpoint(
                                yaml.text("/endpoint"),
                                to,
                                headers,
                                idempotent,
                                ambiguous,
                                WrittenDuration.of(yaml.json().path("deadline").asText("30s")),
                                format));
    }

    private Map<String, String> headers() {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        yaml.json().path("headers").properties().forEach(h -> header(h.getKey(), h, headers));
        JsonNode auth = yaml.json().path("auth");
        if (auth.has("bearer")) {
            new SecretCheck(yaml, problems).at("/auth/bearer");
            headers.put("Authorization", "Bearer " + auth.path("bearer").asText());
        } else if (auth.has("basic")) {
            new SecretCheck(yaml, problems).at("/auth/basic/password");
            var login =
                    new BasicLogin(
                            yaml.text("/auth/basic/user"), yaml.text("/auth/basic/password"));
            headers.put("Authorization", login.authorization());
        }
        return headers;
    }

    private void header(String name, Map.Entry<String, JsonNode> header, Map<String, String> all) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (RESERVED.contains(lower) || lower.startsWith("ce-")) {
            String text = "The header '" + name + "' is not free to be set here.";
            problems.add(PartnerProblem.HEADER_RESERVED, yaml, "/headers/" + name, text);
        }
        all.put(name, header.getValue().asText());
    }

    private Ambiguous ambiguous(boolean idempotent) {
        String written = yaml.text("/ambiguous");
        if (written.isEmpty()) {
            return idempotent ? Ambiguous.RETRY : Ambiguous.HOLD;
        }
        if (written.equals("retry") && !idempotent) {
            String text = "An attempt that had its effect unseen would be made again.";
            problems.add(PartnerProblem.RETRY_MAY_DOUBLE, yaml, "/ambiguous", text);
        }
        return Ambiguous.valueOf(written.toUpperCase(Locale.ROOT));
    }
}
