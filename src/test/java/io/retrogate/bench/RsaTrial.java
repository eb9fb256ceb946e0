package io.retrogate.bench;

import java.lang.management.ManagementFactory;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.concurrent.Callable;
import javax.crypto.Cipher;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * How many private operations of RSA-2048 each provider does in a second of processor time: with
 * the JDK's key, and with one that was handed over to it before. One that is not there is skipped.
 */
final class RsaTrial {

    private static final long NANOS = 700_000_000L;
    private static final int TIMES = 3;

    private final KeyPair keys;

    private RsaTrial() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    public static void main(String[] arguments) throws Exception {
        var trial = new RsaTrial();
        As2Benchmark.say(
                "JDK %s, load average %.1f; operations in a second of processor time%n",
                Runtime.version(), As2Benchmark.loadAverage());
        As2Benchmark.say("| provider | sign | sign, key handed over | decrypt | the same |");
        As2Benchmark.say("|---|---|---|---|---|");
        trial.row("JDK", Security.getProvider("SunRsaSign"), Security.getProvider("SunJCE"));
        trial.row("Bouncy Castle", new BouncyCastleProvider());
        trial.row("Conscrypt", named("org.conscrypt.OpenSSLProvider"));
        trial.row(
                "Amazon",
                named("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider"));
    }

    private static @Nullable Provider named(String type) {
        try {
            return (Provider) Class.forName(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }

    private void row(String name, @Nullable Provider provider) throws Exception {
        if (provider != null) {
            row(name + " " + provider.getVersionStr(), provider, provider);
        }
    }

    private void row(String name, Provider signing, Provider decrypting) throws Exception {
        var given = keys.getPrivate();
        var held = (PrivateKey) KeyFactory.getInstance("RSA", signing).translateKey(given);
        As2Benchmark.say(
                "| %s | %.0f | %.0f | %.0f | %.0f |",
                name,
                perSecond(() -> signed(signing, given)),
                perSecond(() -> signed(signing, held)),
                perSecond(decrypted(decrypting, given)),
                perSecond(decrypted(decrypting, held)));
    }

    private static byte[] signed(Provider provider, PrivateKey key) throws Exception {
        var signature = Signature.getInstance("SHA256withRSA", provider);
        signature.initSign(key);
        signature.update(new byte[100]);
        return signature.sign();
    }

    private Callable<byte[]> decrypted(Provider provider, PrivateKey key) throws Exception {
        var encrypting = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        encrypting.init(Cipher.ENCRYPT_MODE, keys.getPublic());
        var sealed = encrypting.doFinal(new byte[32]);
        return () -> {
            var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding", provider);
            cipher.init(Cipher.DECRYPT_MODE, key);
            return cipher.doFinal(sealed);
        };
    }

    /** The best of some, after a warm-up. */
    private static double perSecond(Callable<byte[]> work) throws Exception {
        once(work);
        double best = 0;
        for (int i = 0; i < TIMES; i++) {
            best = Math.max(best, once(work));
        }
        return best;
    }

    private static double once(Callable<byte[]> work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long times = 0;
        for (; threads.getCurrentThreadCpuTime() - start < NANOS; times++) {
            work.call();
        }
        return times * 1e9 / (threads.getCurrentThreadCpuTime() - start);
    }
}
