package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.partner.FolderProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorizedKeysTest {

    @TempDir Path folder;

    private static String key(String type, int bits) throws Exception {
        return PublicKeyEntry.toString(KeyUtils.generateKeyPair(type, bits).getPublic());
    }

    @Test
    void tellsEachLineThatLetsNobodyIn() throws Exception {
        String good = key("ecdsa-sha2-nistp256", 256);
        Files.writeString(
                folder.resolve("authorized_keys"),
                "# Wren\n"
                        + good
                        + " wren@office\n\n"
                        + key("ssh-rsa", 1024)
                        + "\nno-pty "
                        + good
                        + "\nssh-rsa AAAA\nnonsense\n"
                        + key("ssh-rsa", 2048)
                        + "\n");

        assertThat(new AuthorizedKeys().check(folder))
                .extracting(FolderProblem::line)
                .containsExactly(4, 5, 6, 7);
        assertThat(new AuthorizedKeys().check(folder))
                .allMatch(problem -> problem.code().id().equals("RCV-213"));
    }

    @Test
    void hasNothingToSayOfAFolderWithoutOne() {
        assertThat(new AuthorizedKeys().check(folder)).isEmpty();
    }
}
