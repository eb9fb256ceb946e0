package io.retrogate.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.retrogate.as2.As2Party;
import io.retrogate.partner.Pem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** as2-lib in a JVM of its own; built by {@code src/test/peers/as2-lib/pom.xml}. */
public final class As2LibProcess implements AutoCloseable {

    public static final Path JAR = Path.of("target/peers/as2-lib/as2-lib-peer.jar");

    private final Process process;
    private final BufferedReader lines;

    private As2LibProcess(List<String> command, Path log) throws IOException {
        process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        lines = process.inputReader();
    }

    public static As2LibProcess start(Path folder, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(args));
        return new As2LibProcess(command, folder.resolve("as2-lib.log"));
    }

    /** The next line it prints; fails when it ends before. */
    public JsonNode next() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("as2-lib ended early");
        }
        return new ObjectMapper().readTree(line);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the file; the password is {@code changeit}. */
    public static String pkcs12(Path folder, As2Party party) throws Exception {
        char[] password = "changeit".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {party.certificate()};
        store.setKeyEntry(party.name(), party.keys().getPrivate(), password, chain);
        Path file = folder.resolve(party.name() + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        return file.toString();
    }

    public static String pem(Path folder, As2Party party) throws Exception {
        Path file = folder.resolve(party.name() + ".pem");
        Files.writeString(file, Pem.of(party.certificate()));
        return file.toString();
    }
}
