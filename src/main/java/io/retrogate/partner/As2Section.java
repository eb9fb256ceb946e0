package io.retrogate.partner;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.As2Policy.Compression;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the {@code as2} of an agreement that already fits its schema. */
final class As2Section {

    private static final Set<String> WEAK = Set.of("sha-1", "3des");

    private final YamlFile yaml;
    private final JsonNode as2;
    private final Path folder;
    private final PartnerCertificates certificates;
    private final Problems problems;
    private final Set<String> legacy;

    As2Section(YamlFile yaml, Path folder, PartnerCertificates certificates, Problems problems) {
        this.yaml = yaml;
        this.as2 = yaml.json().path("as2");
        this.folder = folder;
        this.certificates = certificates;
        this.problems = problems;
        this.legacy = texts(as2.path("legacy"));
    }

    As2Agreement read() {
        Optional<URI> url =
                as2.has("url") ? Urls.read(yaml, "/as2/url", problems) : Optional.empty();
        return new As2Agreement(
                yaml.text("/as2/partnerName"),
                yaml.text("/as2/ownName"),
                url,
                receiptUrls(),
                awaited(),
                policy(),
                as2.at("/limits/atOnce").asInt(As2Agreement.USUALLY_AT_ONCE),
                new Logins(login("theirs"), login("ours")),
                new TlsSection(yaml, folder, certificates.files(), problems).read(),
                certificates.read(yaml, folder, problems));
    }

    private List<URI> receiptUrls() {
        return IntStream.range(0, as2.at("/mdn/deliverTo").size())
                .mapToObj(i -> Urls.read(yaml, "/as2/mdn/deliverTo/" + i, problems))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<AwaitedReceipt> awaited() {
        if (!as2.path("mdn").has("asynchronousAt")) {
            return Optional.empty();
        }
        Duration within = WrittenDuration.of(as2.at("/mdn/within").asText("1h"));
        return Urls.read(yaml, "/as2/mdn/asynchronousAt", problems)
                .map(url -> new AwaitedReceipt(url, within));
    }

    private Optional<BasicLogin> login(String whose) {
        if (!as2.path("auth").has(whose)) {
            return Optional.empty();
        }
        String pointer = "/as2/auth/" + whose;
        new SecretCheck(yaml, problems).at(pointer + "/password");
        return Optional.of(
                new BasicLogin(yaml.text(pointer + "/user"), yaml.text(pointer + "/password")));
    }

    private As2Policy policy() {
        var usual = As2Policy.strict();
        return new As2Policy(
                as2.at("/signing/required").asBoolean(usual.signatureRequired()),
                as2.at("/encryption/required").asBoolean(usual.encryptionRequired()),
                accepted("signing", "sha-1", usual.digests()),
                accepted("encryption", "3des", usual.ciphers()),
                with("signing", usual.signWith()),
                with("encryption", usual.encryptWith()),
                compression(),
                as2.at("/mdn/signed").asBoolean(usual.signedReceipt()),
                as2.at("/limits").has("size")
                        ? bytes(yaml.text("/as2/limits/size"))
                        : usual.maxBytes(),
                as2.at("/limits/inflateRatio").asInt(usual.maxInflateRatio()));
    }

    private Set<String> accepted(String section, String weak, Set<String> usual) {
        String pointer = "/as2/" + section + "/accepted";
        var names = new HashSet<>(usual);
        if (as2.path(section).has("accepted")) {
            names = new HashSet<>(texts(as2.path(section).path("accepted")));
            names.forEach(name -> refuseWeak(name, pointer));
        }
        if (legacy.contains(weak)) {
            names.add(weak);
        }
        return names;
    }

    private String with(String section, String usual) {
        String pointer = "/as2/" + section + "/with";
        String name = as2.path(section).path("with").asText(usual);
        refuseWeak(name, pointer);
        return name.equals("none") ? "" : name;
    }

    private void refuseWeak(String name, String pointer) {
        if (WEAK.contains(name) && !legacy.contains(name)) {
            String text = "'" + name + "' is broken or too weak.";
            problems.add(PartnerProblem.ALGORITHM_LEGACY, yaml, pointer, text);
        }
    }

    private Compression compression() {
        String name = as2.path("compression").asText("none");
        return Compression.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static long bytes(String size) {
        long amount = Long.parseLong(size.substring(0, size.length() - 3));
        return switch (size.charAt(size.length() - 3)) {
            case 'K' -> amount << 10;
            case 'M' -> amount << 20;
            default -> amount << 30;
        };
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new LinkedHashSet<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
