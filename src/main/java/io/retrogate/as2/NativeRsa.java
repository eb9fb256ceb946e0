package io.retrogate.as2;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Private RSA in native code (AWS-LC, in Amazon's provider), which needs a third of the JDK's time.
 * It pays only for a key that has been handed over once: to read and check it costs as much as a
 * signature by the JDK. Where the library does not run, or signs wrongly, keys stay with the JDK.
 */
final class NativeRsa {

    private static final Logger log = LoggerFactory.getLogger(NativeRsa.class);
    private static final String PROBE = "SHA256withRSA";

    /** Made when the first key asks, as loading takes a while. */
    private static final class Library {

        private static final @Nullable Provider LOADED = load();
    }

    private static final String PACKAGE = AmazonCorrettoCryptoProvider.class.getPackageName() + ".";

    private NativeRsa() {}

    /** The same key, in the library's hands if it is of use there; its holder frees it. */
    static PrivateKey held(PrivateKey key) {
        Provider library = key instanceof RSAPrivateCrtKey ? Library.LOADED : null;
        if (library == null) {
            return key;
        }
        try {
            PrivateKey held = (PrivateKey) KeyFactory.getInstance("RSA", library).translateKey(key);
            return signs(held, library) ? held : key;
        } catch (GeneralSecurityException | RuntimeException e) {
            log.atWarn().setCause(e).log("RSA in native code is refused; the JDK does it");
            return key;
        }
    }

    /** Who computes with this key; empty if that is left to the JDK. */
    static Optional<Provider> of(PrivateKey key) {
        Provider library = key.getClass().getName().startsWith(PACKAGE) ? Library.LOADED : null;
        return Optional.ofNullable(library);
    }

    private static boolean signs(PrivateKey held, Provider library)
            throws GeneralSecurityException {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) held;
        Signature signing = Signature.getInstance(PROBE, library);
        signing.initSign(held);
        byte[] signature = signing.sign();
        Signature verifying = Signature.getInstance(PROBE);
        verifying.initVerify(
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
        return verifying.verify(signature);
    }

    private static @Nullable Provider load() {
        try {
            AmazonCorrettoCryptoProvider provider = new AmazonCorrettoCryptoProvider();
            Throwable failure = provider.getLoadingError();
            if (failure == null) {
                return provider;
            }
            log.atInfo().addKeyValue("cause", failure).log("no RSA in native code here");
        } catch (RuntimeException | LinkageError e) {
            log.atInfo().addKeyValue("cause", e).log("no RSA in native code here");
        }
        return null;
    }
}
