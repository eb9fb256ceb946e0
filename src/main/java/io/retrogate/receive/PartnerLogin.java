package io.retrogate.receive;

import io.retrogate.partner.Partners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a partner in, under its folder's name, by a key of {@code authorized_keys} in that folder.
 * The file is read at each login: a key that is taken out of it lets nobody in again.
 */
final class PartnerLogin implements PublickeyAuthenticator {

    private static final Logger log = LoggerFactory.getLogger(PartnerLogin.class);

    private final Partners partners;

    PartnerLogin(Partners partners) {
        this.partners = partners;
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        Optional<Path> found =
                partners.named(user).map(p -> p.folder().resolve(AuthorizedKeys.FILE));
        if (found.filter(Files::isRegularFile).isEmpty()) {
            return false;
        }
        Path file = found.get();
        try {
            for (AuthorizedKeyEntry entry : AuthorizedKeyEntry.readAuthorizedKeys(file)) {
                if (is(entry, key)) {
                    return true;
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            log.atWarn()
                    .addKeyValue("partner", user)
                    .addKeyValue("problem", SftpServerProblem.KEYS.id())
                    .addKeyValue("remedy", SftpServerProblem.KEYS.remedy())
                    .addKeyValue("cause", e.getMessage())
                    .log("authorized_keys cannot be read");
            return false;
        }
        log.atInfo()
                .addKeyValue("partner", user)
                .addKeyValue("problem", SftpServerProblem.LOGIN.id())
                .addKeyValue("key", KeyUtils.getFingerPrint(key))
                .log("a key that we do not know");
        return false;
    }

    private static boolean is(AuthorizedKeyEntry entry, PublicKey key)
            throws IOException, GeneralSecurityException {
        return AuthorizedKeys.key(entry).filter(k -> KeyUtils.compareKeys(k, key)).isPresent();
    }
}
