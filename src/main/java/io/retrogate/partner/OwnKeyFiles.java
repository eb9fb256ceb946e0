package io.retrogate.partner;

import io.retrogate.as2.As2Identity;
import io.retrogate.as2.CertificateState;
import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where our key pairs lie, as PKCS#12: {@code NAME.p12} is the active one of an AS2 name, with the
 * public certificate beside it; the others are in {@code announced}, {@code retiring} and {@code
 * retired} below, where several of one name are told apart by what follows a tilde: {@code
 * retiring/NAME~2026.p12}.
 */
final class OwnKeyFiles {

    private static final String KEY = ".p12";

    /** No name contains it once it is encoded. */
    private static final String MORE = "~";

    private final Path directory;
    private final KeyPassword password;

    OwnKeyFiles(Path directory, Placeholders.Source environment) {
        this.directory = directory;
        this.password = new KeyPassword(directory, environment);
    }

    /** One of our key pairs. */
    record OwnKey(Path file, CertificateState state, As2Identity identity) {}

    Path directory() {
        return directory;
    }

    KeyPassword password() {
        return password;
    }

    Path folder(CertificateState state) {
        return state.sends() ? directory : directory.resolve(lower(state));
    }

    /** Where the only key of this name and state is, or would be. */
    Path file(String ownName, CertificateState state) {
        return folder(state).resolve(encoded(ownName) + KEY);
    }

    /** The public certificate beside a key. */
    static Path certificate(Path key) {
        String name = String.valueOf(key.getFileName());
        return key.resolveSibling(name.substring(0, name.length() - KEY.length()) + ".pem");
    }

    /** The files of this name and state that exist. */
    List<Path> files(String ownName, CertificateState state) throws IOException {
        Path only = file(ownName, state);
        if (state.sends()) {
            return Files.exists(only) ? List.of(only) : List.of();
        }
        String more = encoded(ownName) + MORE;
        if (!Files.isDirectory(folder(state))) {
            return List.of();
        }
        try (var files = Files.list(folder(state))) {
            return files.filter(file -> file.equals(only) || begins(file, more)).sorted().toList();
        }
    }

    /** Where a key that was active goes, told apart from others by this. */
    Path retiring(String ownName, String mark) {
        return folder(CertificateState.RETIRING).resolve(encoded(ownName) + MORE + mark + KEY);
    }

    /** All names that have a key of any state. */
    Set<String> names() throws IOException {
        var names = new TreeSet<String>();
        for (CertificateState state : CertificateState.values()) {
            if (Files.isDirectory(folder(state))) {
                try (var keys = Files.list(folder(state))) {
                    keys.filter(file -> begins(file, ""))
                            .map(OwnKeyFiles::name)
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    private static String name(Path file) {
        String encoded = String.valueOf(file.getFileName());
        int end = encoded.contains(MORE) ? encoded.indexOf(MORE) : encoded.length() - KEY.length();
        return URLDecoder.decode(encoded.substring(0, end), StandardCharsets.UTF_8);
    }

    /** All files of this name, whatever their state. */
    List<Path> files(String ownName) throws IOException {
        var all = new ArrayList<Path>();
        for (CertificateState state : CertificateState.values()) {
            all.addAll(files(ownName, state));
        }
        return all;
    }

    /** PRT-023, PRT-034 or PRT-035 if one of them cannot be read. */
    List<OwnKey> read(String ownName, CertificateState state) throws IOException {
        var keys = new ArrayList<OwnKey>();
        for (Path file : files(ownName, state)) {
            try {
                keys.add(new OwnKey(file, state, load(file)));
            } catch (GatewayException e) {
                // What is retired only serves to say so; nobody should have to mend it.
                if (state.receives()) {
                    throw e;
                }
            }
        }
        return keys;
    }

    /** Puts a new pair there, with its certificate beside it, unless there is one already. */
    void write(As2Identity identity, Path file) throws IOException, GeneralSecurityException {
        PrivateFiles.directory(directory);
        PrivateFiles.directory(folderOf(file));
        char[] secret = password.orMade();
        PrivateFiles.publish(file, out -> store(identity, secret).store(out, secret));
    }

    static void export(OwnKey key) throws IOException, CertificateEncodingException {
        Path file = certificate(key.file());
        String pem = Pem.of(key.identity().certificate());
        if (!Files.exists(file) || !Files.readString(file).equals(pem)) {
            Files.writeString(file, pem);
        }
    }

    private As2Identity load(Path file) {
        try {
            return load(file, password.orMade());
        } catch (IOException | GeneralSecurityException e) {
            boolean wrong =
                    e instanceof UnrecoverableKeyException
                            || e.getCause() instanceof UnrecoverableKeyException;
            // The cause's own words may be about the password; its type is enough.
            throw new GatewayException(
                    wrong
                            ? PartnerProblem.OWN_KEY_PASSWORD_WRONG
                            : PartnerProblem.OWN_KEY_UNREADABLE,
                    file + " (" + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    private static As2Identity load(Path file, char[] secret)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, secret);
        }
        var found = new ArrayList<As2Identity>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)
                    && store.getKey(alias, secret) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                found.add(new As2Identity(key, certificate));
            }
        }
        if (found.size() != 1) {
            String detail = file + " holds " + found.size() + " private keys with a certificate";
            throw new GatewayException(PartnerProblem.OWN_KEY_MISSING, detail);
        }
        return found.get(0);
    }

    private static KeyStore store(As2Identity identity, char[] secret)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        X509Certificate[] chain = {identity.certificate()};
        store.setKeyEntry("retrogate", identity.key(), secret, chain);
        return store;
    }

    /** Names may hold any printable ASCII; a file name may not. */
    private static String encoded(String ownName) {
        String safe = URLEncoder.encode(ownName, StandardCharsets.UTF_8).replace("*", "%2A");
        return safe.replaceFirst("^\\.", "%2E");
    }

    private static boolean begins(Path file, String with) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(with) && name.endsWith(KEY);
    }

    private static Path folderOf(Path file) {
        return file.toAbsolutePath().resolveSibling("");
    }

    private static String lower(CertificateState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
