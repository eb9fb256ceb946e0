package io.retrogate.bench;

import io.retrogate.as2.As2Party;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import javax.crypto.Cipher;

/**
 * What no receiver can do without: RSA-2048 by the JDK's provider, once to decrypt, once to verify,
 * once to sign, in microseconds of processor time, so that other work on the machine does not
 * count; and what the disk needs to keep one small file, in microseconds by the clock.
 */
record Floor(double decrypt, double verify, double sign, double fsync) {

    private static final Duration EACH = Duration.ofMillis(1000);

    double rsa() {
        return decrypt + verify + sign;
    }

    static Floor measure(Path folder) throws Exception {
        var party = As2Party.named("floor");
        var content = new byte[100];
        var signer = Signature.getInstance("SHA256withRSA");
        Callable<byte[]> sign =
                () -> {
                    signer.initSign(party.keys().getPrivate());
                    signer.update(content);
                    return signer.sign();
                };
        var signature = sign.call();
        var verifier = Signature.getInstance("SHA256withRSA");
        Callable<Boolean> verify =
                () -> {
                    verifier.initVerify(party.keys().getPublic());
                    verifier.update(content);
                    return verifier.verify(signature);
                };
        var decrypter = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        var wrapped = wrapped(party);
        Callable<byte[]> decrypt =
                () -> {
                    decrypter.init(Cipher.DECRYPT_MODE, party.keys().getPrivate());
                    return decrypter.doFinal(wrapped);
                };
        var processor = ManagementFactory.getThreadMXBean();
        LongSupplier used = processor::getCurrentThreadCpuTime;
        return new Floor(
                micros(decrypt, used), micros(verify, used), micros(sign, used), fsync(folder));
    }

    private static byte[] wrapped(As2Party party) throws GeneralSecurityException {
        var encrypter = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        encrypter.init(Cipher.ENCRYPT_MODE, party.keys().getPublic());
        return encrypter.doFinal(new byte[32]);
    }

    private static double fsync(Path folder) throws Exception {
        var file = folder.resolve("fsync");
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return micros(() -> written(channel), System::nanoTime);
        } finally {
            Files.delete(file);
        }
    }

    private static long written(FileChannel channel) throws IOException {
        long size = channel.write(ByteBuffer.allocate(8192), channel.size() % (64 << 20));
        channel.force(true);
        return size;
    }

    /** Half of the time to warm up, the whole time to measure. */
    private static double micros(Callable<?> work, LongSupplier nanos) throws Exception {
        repeat(work, EACH.dividedBy(2));
        long start = nanos.getAsLong();
        long times = repeat(work, EACH);
        return (nanos.getAsLong() - start) / 1e3 / times;
    }

    private static long repeat(Callable<?> work, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        long times = 0;
        for (; System.nanoTime() - end < 0; times++) {
            work.call();
        }
        return times;
    }
}
