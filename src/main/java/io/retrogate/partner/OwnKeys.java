package io.retrogate.partner;

import io.retrogate.as2.As2Identity;
import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Our own key pairs, one PKCS#12 file for each AS2 name, with the public certificate beside it for
 * the partners. What is missing is made; what exists is never overwritten.
 */
final class OwnKeys {

    static final String PASSWORD_VARIABLE = "RETROGATE_KEYS_PASSWORD";

    /** Below the directory: the former key of a name, which still decrypts. */
    private static final String RETIRING = "retiring";

    private final Path directory;
    private final Placeholders.Source environment;
    private final Clock clock;
    private final int bits;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, As2Identity> known = new ConcurrentHashMap<>();

    OwnKeys(Path directory, Placeholders.Source environment, Clock clock, int bits) {
        this.directory = directory;
        this.environment = environment;
        this.clock = clock;
        this.bits = bits;
    }

    /** The identity of this name, made if there is none yet; PRT-023 if it cannot be read. */
    As2Identity identity(String ownName) {
        return known.computeIfAbsent(ownName, this::readOrMake);
    }

    /** Names may hold any printable ASCII; a file name may not. */
    Path file(String ownName, String extension) {
        String safe = URLEncoder.encode(ownName, StandardCharsets.UTF_8).replace("*", "%2A");
        return directory.resolve(safe.replaceFirst("^\\.", "%2E") + extension);
    }

    private As2Identity readOrMake(String ownName) {
        Path file = file(ownName, ".p12");
        try {
            PrivateFiles.directory(directory);
            char[] password = password();
            if (!Files.exists(file)) {
                var made = SelfSigned.make(ownName, bits, clock.instant(), random);
                PrivateFiles.publish(file, out -> store(made, password).store(out, password));
            }
            As2Identity identity = load(file, password);
            export(identity.certificate(), file(ownName, ".pem"));
            Path retiring = directory.resolve(RETIRING).resolve(directory.relativize(file));
            return Files.exists(retiring) ? identity.after(load(retiring, password)) : identity;
        } catch (IOException | GeneralSecurityException e) {
            // The cause's own words may be about the password; its type is enough.
            String detail = file + " (" + e.getClass().getSimpleName() + ")";
            throw new GatewayException(PartnerProblem.OWN_KEY_UNREADABLE, detail, e);
        }
    }

    private char[] password() throws IOException, GeneralSecurityException {
        String given = environment.value(PASSWORD_VARIABLE);
        if (given != null && !given.isEmpty()) {
            return given.toCharArray();
        }
        Path file = directory.resolve("password");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            byte[] text = Base64.getUrlEncoder().withoutPadding().encode(bytes);
            PrivateFiles.publish(file, out -> out.write(text));
        }
        return Files.readString(file).strip().toCharArray();
    }

    private static KeyStore store(As2Identity identity, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        X509Certificate[] chain = {identity.certificate()};
        store.setKeyEntry("retrogate", identity.key(), password, chain);
        return store;
    }

    private static As2Identity load(Path file, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        for (String alias : java.util.Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new As2Identity(key, certificate);
            }
        }
        throw new GeneralSecurityException("no key");
    }

    private static void export(X509Certificate certificate, Path file)
            throws IOException, GeneralSecurityException {
        String pem = Pem.of(certificate);
        if (!Files.exists(file) || !Files.readString(file).equals(pem)) {
            Files.writeString(file, pem);
        }
    }
}
