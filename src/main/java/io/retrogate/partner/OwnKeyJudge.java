package io.retrogate.partner;

import io.retrogate.edi.GatewayException;
import io.retrogate.partner.OwnKeyFiles.OwnKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says what is wrong with our own keys, or soon will be. None of it keeps a key from being used: a
 * gateway that does not answer loses more than one whose certificate is a day too old.
 */
final class OwnKeyJudge {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final OwnKeyFiles files;
    private final CertificateFile certificates;

    OwnKeyJudge(OwnKeyFiles files, CertificateFile certificates) {
        this.files = files;
        this.certificates = certificates;
    }

    static FolderProblem problem(Path file, GatewayException failure) {
        // The problem's own words name a file already, or the type of what was thrown.
        String id = failure.code().id() + " ";
        String detail = String.valueOf(failure.getMessage());
        String text = detail.startsWith(id) ? detail.substring(id.length()) : detail;
        return new FolderProblem(
                failure.code(), file, 0, "Our own key cannot be read or made: " + text + ".");
    }

    /**
     * @param active where the active key should be
     */
    void judge(Path active, List<OwnKey> keys, Problems problems) {
        if (!Files.exists(active)) {
            String text = "The active key is not there.";
            problems.add(PartnerProblem.OWN_KEY_GONE, active, 0, text);
        }
        for (OwnKey key : keys) {
            if (key.state().receives()) {
                exposed(key.file(), problems);
                certificates.judgeValidity(
                        key.identity().certificate(),
                        key.file(),
                        PartnerProblem.OWN_CERTIFICATE_NOT_VALID,
                        problems);
            }
        }
        if (!files.password().inEnvironment()) {
            exposed(files.password().file(), problems);
        }
    }

    private static void exposed(Path file, Problems problems) {
        try {
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                String text = "Others than the gateway may read or write it.";
                problems.add(PartnerProblem.OWN_KEY_EXPOSED, file, 0, text);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // It is gone, which is said elsewhere, or the file system knows no permissions.
            return;
        }
    }
}
