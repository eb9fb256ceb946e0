package peers;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments of the form {@code --name value}; everything else is a file. */
final class Options {

    static final String PASSWORD = "inside";

    private final Map<String, List<String>> named = new LinkedHashMap<>();
    final List<String> files = new ArrayList<>();

    Options(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith("--")) {
                named.computeIfAbsent(args.get(i).substring(2), n -> new ArrayList<>())
                        .add(args.get(++i));
            } else {
                files.add(args.get(i));
            }
        }
    }

    /** These, and where they say nothing, those. */
    Options over(Options others) {
        Options both = new Options(files);
        both.named.putAll(others.named);
        both.named.putAll(named);
        return both;
    }

    String get(String name) {
        if (!named.containsKey(name)) {
            throw new IllegalArgumentException("--" + name + " is missing");
        }
        return named.get(name).get(0);
    }

    String get(String name, String otherwise) {
        return named.containsKey(name) ? named.get(name).get(0) : otherwise;
    }

    List<String> all(String name) {
        return named.getOrDefault(name, List.of());
    }

    /** The file of a certificate for each {@code --partner NAME=CERT.pem}. */
    Map<String, String> partners() {
        Map<String, String> partners = new LinkedHashMap<>();
        for (String partner : all("partner")) {
            int equals = partner.indexOf('=');
            partners.put(partner.substring(0, equals), partner.substring(equals + 1));
        }
        return partners;
    }

    /** Our key under our AS2 name, and each partner's certificate under its own. */
    KeyStore keys(String ownName, Map<String, String> partners) throws Exception {
        char[] password = get("password", "changeit").toCharArray();
        KeyStore given = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(get("key")))) {
            given.load(in, password);
        }
        KeyStore keys = KeyStore.getInstance(get("key-store", "PKCS12"));
        keys.load(null, null);
        for (String alias : Collections.list(given.aliases())) {
            if (given.isKeyEntry(alias)) {
                keys.setKeyEntry(
                        ownName,
                        given.getKey(alias, password),
                        PASSWORD.toCharArray(),
                        given.getCertificateChain(alias));
            }
        }
        for (Map.Entry<String, String> partner : partners.entrySet()) {
            keys.setCertificateEntry(partner.getKey(), certificate(partner.getValue()));
        }
        return keys;
    }

    static byte[] bytes(KeyStore keys) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        keys.store(out, PASSWORD.toCharArray());
        return out.toByteArray();
    }

    static Certificate certificate(String file) throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** One line of JSON; values are strings, numbers, booleans or null. */
    static String json(Map<String, Object> fields) {
        StringBuilder line = new StringBuilder("{");
        fields.forEach(
                (name, value) -> {
                    line.append(line.length() > 1 ? "," : "").append(quoted(name)).append(':');
                    line.append(
                            value == null || value instanceof Boolean || value instanceof Number
                                    ? String.valueOf(value)
                                    : quoted(value.toString()));
                });
        return line.append('}').toString();
    }

    private static String quoted(String text) {
        String escaped =
                text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}+", " ");
        return '"' + escaped + '"';
    }
}
