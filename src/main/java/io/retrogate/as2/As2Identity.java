package io.retrogate.as2;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What we are on the wire: the key we sign and decrypt with, and its certificate.
 *
 * @param others what we shall be or were before: decrypts for partners that change sooner or later
 *     than we do
 * @param retired what nobody should encrypt for any more; told apart only to say so
 */
public record As2Identity(
        PrivateKey key,
        X509Certificate certificate,
        List<As2Identity> others,
        List<X509Certificate> retired) {

    public As2Identity {
        others = List.copyOf(others);
        retired = List.copyOf(retired);
    }

    public As2Identity(PrivateKey key, X509Certificate certificate) {
        this(key, certificate, List.of(), List.of());
    }

    /**
     * The only key of a PKCS#12 file; fails with AS2-005 if there is none, or more than one, or the
     * file or password is wrong.
     */
    public static As2Identity fromPkcs12(Path file, char[] password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            var keys =
                    Collections.list(store.aliases()).stream()
                            .filter(alias -> isKey(store, alias))
                            .toList();
            if (keys.size() == 1
                    && store.getKey(keys.get(0), password) instanceof PrivateKey key
                    && store.getCertificate(keys.get(0)) instanceof X509Certificate certificate) {
                return new As2Identity(key, certificate);
            }
            throw new GatewayException(
                    As2Problem.IDENTITY_UNREADABLE, file + " holds " + keys.size() + " keys");
        } catch (GeneralSecurityException | IOException e) {
            throw new GatewayException(
                    As2Problem.IDENTITY_UNREADABLE, file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The same, which also decrypts what is for those others. */
    public As2Identity with(List<As2Identity> others, List<X509Certificate> retired) {
        return new As2Identity(key, certificate, others, retired);
    }

    /**
     * The same, but whoever signs or decrypts with it computes in native code where that runs. For
     * keys that are used often: to hand one over takes as long as a signature.
     */
    public As2Identity quick() {
        return new As2Identity(
                NativeRsa.held(key),
                certificate,
                others.stream().map(As2Identity::quick).toList(),
                retired);
    }

    /** All whose key opens what comes in, this one first. */
    List<As2Identity> decrypting() {
        return Stream.concat(Stream.of(this), others.stream()).toList();
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "As2Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
