package io.retrogate.partner;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Reads the addresses that we send to. */
final class Urls {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Urls() {}

    /**
     * Empty, with a problem, if it is none that we can use; user and password do not belong in it.
     */
    static Optional<URI> read(YamlFile yaml, String pointer, Problems problems) {
        try {
            var url = new URI(yaml.text(pointer));
            if (url.getScheme() != null
                    && SCHEMES.contains(url.getScheme())
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getFragment() == null) {
                return Optional.of(url);
            }
        } catch (URISyntaxException e) {
            // The exception repeats the resolved value, which may hold a secret.
        }
        String text = "'" + yaml.raw(pointer) + "' is no URL that we can send to.";
        problems.add(PartnerProblem.URL_INVALID, yaml, pointer, text);
        return Optional.empty();
    }
}
