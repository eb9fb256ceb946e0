import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;

/**
 * Private operations of RSA-2048 by the OpenSSL of this machine, through the foreign-function
 * interface; no part of the build, as that wants a JDK 22 or newer:
 *
 * <pre>java --enable-native-access=ALL-UNNAMED src/test/trials/OpenSslRsa.java</pre>
 */
public final class OpenSslRsa {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup CRYPTO =
            SymbolLookup.libraryLookup("libcrypto.so.3", Arena.global());
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final java.lang.foreign.AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final int NO_PADDING = 3;

    private static final MethodHandle NEW = function("RSA_new", FunctionDescriptor.of(POINTER));
    private static final MethodHandle FREE =
            function("RSA_free", FunctionDescriptor.ofVoid(POINTER));
    private static final MethodHandle NUMBER =
            function("BN_bin2bn", FunctionDescriptor.of(POINTER, POINTER, INT, POINTER));
    private static final MethodHandle KEY =
            function(
                    "RSA_set0_key",
                    FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER));
    private static final MethodHandle FACTORS =
            function("RSA_set0_factors", FunctionDescriptor.of(INT, POINTER, POINTER, POINTER));
    private static final MethodHandle REMAINDERS =
            function(
                    "RSA_set0_crt_params",
                    FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER));
    private static final MethodHandle RAISE =
            function(
                    "RSA_private_decrypt",
                    FunctionDescriptor.of(INT, INT, POINTER, POINTER, POINTER, INT));

    private OpenSslRsa() {}

    public static void main(String[] arguments) throws Throwable {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var key = (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        try (var memory = Arena.ofConfined()) {
            var in = memory.allocate(256);
            in.set(ValueLayout.JAVA_BYTE, 5, (byte) 7);
            var out = memory.allocate(256);
            var held = handedOver(key);
            System.out.printf(
                    "JDK %s: key kept in native memory %.0f, for each operation anew %.0f in a"
                            + " second of processor time%n",
                    Runtime.version(),
                    best(() -> raise(in, out, held)),
                    best(
                            () -> {
                                var once = handedOver(key);
                                raise(in, out, once);
                                FREE.invoke(once);
                            }));
            FREE.invoke(held);
            var expected =
                    number(in).modPow(key.getPrivateExponent(), key.getModulus());
            System.out.println(number(out).equals(expected) ? "as the JDK" : "WRONG");
        }
    }

    private static void raise(MemorySegment in, MemorySegment out, MemorySegment key)
            throws Throwable {
        if ((int) RAISE.invoke(256, in, out, key, NO_PADDING) != 256) {
            throw new IllegalStateException("OpenSSL refuses");
        }
    }

    private static MemorySegment handedOver(RSAPrivateCrtKey key) throws Throwable {
        var rsa = (MemorySegment) NEW.invoke();
        KEY.invoke(
                rsa,
                number(key.getModulus()),
                number(key.getPublicExponent()),
                number(key.getPrivateExponent()));
        FACTORS.invoke(rsa, number(key.getPrimeP()), number(key.getPrimeQ()));
        REMAINDERS.invoke(
                rsa,
                number(key.getPrimeExponentP()),
                number(key.getPrimeExponentQ()),
                number(key.getCrtCoefficient()));
        return rsa;
    }

    private static MemorySegment number(BigInteger number) throws Throwable {
        try (var memory = Arena.ofConfined()) {
            var bytes = memory.allocateFrom(ValueLayout.JAVA_BYTE, number.toByteArray());
            return (MemorySegment)
                    NUMBER.invoke(bytes, (int) bytes.byteSize(), MemorySegment.NULL);
        }
    }

    private static BigInteger number(MemorySegment bytes) {
        return new BigInteger(1, bytes.toArray(ValueLayout.JAVA_BYTE));
    }

    private interface Work {
        void run() throws Throwable;
    }

    private static double best(Work work) throws Throwable {
        double best = 0;
        for (int i = 0; i < 4; i++) {
            var threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            long times = 0;
            for (; threads.getCurrentThreadCpuTime() - start < 700_000_000L; times++) {
                work.run();
            }
            best = Math.max(best, times * 1e9 / (threads.getCurrentThreadCpuTime() - start));
        }
        return best;
    }

    private static MethodHandle function(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(CRYPTO.find(name).orElseThrow(), type);
    }
}
