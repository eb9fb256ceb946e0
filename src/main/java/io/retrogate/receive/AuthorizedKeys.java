package io.retrogate.receive;

import io.retrogate.partner.FolderPart;
import io.retrogate.partner.FolderProblem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** The file of a partner's folder with the keys that may log in; each line is one key. */
final class AuthorizedKeys implements FolderPart {

    static final String FILE = "authorized_keys";

    private static final int RSA_BITS = 2048;

    @Override
    public List<FolderProblem> check(Path folder) {
        Path file = folder.resolve(FILE);
        List<FolderProblem> problems = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return problems;
        }
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                Optional<String> flaw = flaw(line);
                if (flaw.isPresent()) {
                    problems.add(
                            new FolderProblem(SftpServerProblem.KEYS, file, number, flaw.get()));
                }
            }
        } catch (IOException e) {
            problems.add(new FolderProblem(SftpServerProblem.KEYS, file, 0, "It cannot be read."));
        }
        return problems;
    }

    private static Optional<String> flaw(String line) {
        try {
            for (var entry : AuthorizedKeyEntry.readAuthorizedKeys(new StringReader(line), true)) {
                if (key(entry).isEmpty()) {
                    return Optional.of("The key is too weak, or the line has options.");
                }
            }
            return Optional.empty();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Optional.of("The line is no public key.");
        }
    }

    /** Empty for a weak key, and for one with options: we heed none, and they narrow its use. */
    static Optional<PublicKey> key(AuthorizedKeyEntry entry)
            throws IOException, GeneralSecurityException {
        PublicKey key = entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING);
        boolean weak = key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < RSA_BITS;
        return weak || !entry.getLoginOptions().isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** The file is read at each login. */
    @Override
    public void activate(Path folder) {}

    @Override
    public void withdraw(Path folder) {}
}
