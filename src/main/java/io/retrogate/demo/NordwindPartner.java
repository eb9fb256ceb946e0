package io.retrogate.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The manufacturer: offers EDIFACT on an SFTP server of its own, and finds our answers there. */
final class NordwindPartner implements AutoCloseable {

    private final Path root;
    private final SshServer server = SshServer.setUpDefaultServer();

    NordwindPartner(Path root, String password) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("out/done"));
        Files.createDirectories(root.resolve("in"));
        server.setHost("127.0.0.1");
        server.setPort(0);
        var keys = new SimpleGeneratorHostKeyProvider(root.resolveSibling("nordwind-host-key"));
        keys.setAlgorithm("RSA");
        keys.setKeySize(3072);
        server.setKeyPairProvider(keys);
        server.setPasswordAuthenticator(
                (user, given, session) -> user.equals("nordwind") && given.equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** One line of a known_hosts file. */
    String knownHost() throws IOException, GeneralSecurityException {
        var key = server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic();
        return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key) + "\n";
    }

    /** Written under another name first, as careful partners do. */
    void offer(String name, byte[] document) {
        try {
            var hidden = Files.write(root.resolve("out/" + name + ".part"), document);
            Files.move(hidden, root.resolve("out/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the gateway has moved the file away, which it does only once it is committed. */
    boolean taken(String name) {
        return Files.exists(root.resolve("out/done/" + name));
    }

    List<String> received() {
        try (var files = Files.list(root.resolve("in"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(NordwindPartner::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
