package io.retrogate.receive;

import io.retrogate.edi.GatewayException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;

/**
 * The keys by which partners know our SFTP server: made once, in OpenSSH's format, readable by
 * nobody else. They are never replaced: partners would have to take us for somebody else.
 */
record HostKeys(Path directory) {

    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    FileKeyPairProvider load() {
        try {
            Files.createDirectories(directory);
            return new FileKeyPairProvider(
                    List.of(key("ecdsa", "ecdsa-sha2-nistp256", 256), key("rsa", "ssh-rsa", 3072)));
        } catch (IOException | GeneralSecurityException e) {
            throw new GatewayException(SftpServerProblem.NOT_STARTED, directory + ": " + e, e);
        }
    }

    private Path key(String name, String type, int size)
            throws IOException, GeneralSecurityException {
        Path file = directory.resolve("ssh_host_" + name + "_key");
        if (!Files.exists(file)) {
            KeyPair pair = KeyUtils.generateKeyPair(type, size);
            publish(file, "rw-------", out -> privateKey(pair, out));
            String line = PublicKeyEntry.toString(pair.getPublic()) + "\n";
            publish(Path.of(file + ".pub"), "rw-r--r--", out -> out.write(line.getBytes("UTF-8")));
        }
        return file;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException, GeneralSecurityException;
    }

    private static void privateKey(KeyPair pair, OutputStream out)
            throws IOException, GeneralSecurityException {
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "retrogate", null, out);
    }

    /** Whole or not at all. */
    private static void publish(Path file, String mode, Content content)
            throws IOException, GeneralSecurityException {
        Path draft = Path.of(file + ".draft");
        Files.deleteIfExists(draft);
        var only = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
        try (var channel = FileChannel.open(draft, NEW, only);
                var out = Channels.newOutputStream(channel)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("somebody else makes " + file, e);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
