package io.retrogate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server in this process, on a free port of the loopback interface. */
public final class SftpPeer implements AutoCloseable {

    public static final String USER = "nordwind";
    public static final String PASSWORD = "correct+horse&battery %25 staple";

    private final Path home;
    private final Path secrets;
    private final SshServer server;
    private volatile boolean loses;
    private final KeyPair hostKey = newKey();
    private final KeyPair userKey = newKey();

    /** Secrets go beside the partner's home. */
    public SftpPeer(Path directory) throws IOException {
        home = Files.createDirectories(directory.resolve("home"));
        secrets = Files.createDirectories(directory.resolve("secrets"));
        Files.createDirectories(home.resolve("out"));
        Files.createDirectories(home.resolve("in"));
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((u, p, s) -> u.equals(USER) && p.equals(PASSWORD));
        PublicKey known = userKey.getPublic();
        server.setPublickeyAuthenticator((u, k, s) -> KeyUtils.compareKeys(known, k));
        var files = new SftpSubsystemFactory();
        files.addSftpEventListener(new Loss());
        server.setSubsystemFactories(List.of(files));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.start();
    }

    /** A disk that loses the last byte of what is uploaded and says nothing. */
    public void losesTheLastByte(boolean does) {
        loses = does;
    }

    private final class Loss implements SftpEventListener {

        @Override
        public void closed(ServerSession session, String remote, Handle handle, Throwable thrown)
                throws IOException {
            if (loses && handle instanceof FileHandle file && Files.size(file.getFile()) > 0) {
                try (var channel = FileChannel.open(file.getFile(), StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() - 1);
                }
            }
        }
    }

    public int port() {
        return server.getPort();
    }

    public Path out() {
        return home.resolve("out");
    }

    public Path in() {
        return home.resolve("in");
    }

    public Path passwordFile() throws IOException {
        return Files.writeString(secrets.resolve("password"), PASSWORD + "\n");
    }

    public Path wrongPasswordFile() throws IOException {
        return Files.writeString(secrets.resolve("wrong-password"), "guess");
    }

    public Path keyFile() throws Exception {
        Path file = secrets.resolve("id");
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "test", null, out);
        }
        return file;
    }

    public Path knownHosts() throws IOException {
        return knownHosts("known_hosts", hostKey.getPublic());
    }

    /** Names this server, with a key that it does not have. */
    public Path wrongKnownHosts() throws IOException {
        return knownHosts("wrong_known_hosts", newKey().getPublic());
    }

    private Path knownHosts(String name, PublicKey key) throws IOException {
        String line = "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key) + "\n";
        return Files.writeString(secrets.resolve(name), line, StandardCharsets.US_ASCII);
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
