package io.retrogate.partner;

import io.retrogate.as2.As2Identity;
import io.retrogate.as2.CertificateState;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.OwnKeyFiles.OwnKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Our own key pairs as {@link OwnKeyFiles} lays them out. A name without any gets one when it is
 * first asked for; what exists is never overwritten. Changed files are taken in at the next look;
 * while they cannot be, the last good keys serve.
 */
final class OwnKeys {

    private final OwnKeyFiles files;
    private final OwnKeyJudge judge;
    private final Clock clock;
    private final int bits;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Known> known = new HashMap<>();

    /** What was last taken in, and what the files looked like then. */
    private record Known(As2Identity identity, List<OwnKey> keys, Fingerprint fingerprint) {

        Known {
            keys = List.copyOf(keys);
        }
    }

    /** What serves under a name now, and what is wrong or will be. */
    record Look(
            String name, As2Identity identity, List<OwnKey> keys, List<FolderProblem> problems) {}

    OwnKeys(Path directory, Placeholders.Source environment, Clock clock, int bits) {
        this.files = new OwnKeyFiles(directory, environment);
        this.judge = new OwnKeyJudge(files, new CertificateFile(clock));
        this.clock = clock;
        this.bits = bits;
    }

    Path file(String ownName) {
        return files.file(ownName, CertificateState.ACTIVE);
    }

    /** The identity of this name, made if there is none yet; PRT-023, 034, 035 if it cannot be. */
    As2Identity identity(String ownName) {
        return look(ownName).identity();
    }

    /** The same, and takes in what has changed; fails only if nothing good was ever there. */
    synchronized Look look(String ownName) {
        var problems = new Problems();
        Known now = current(ownName, problems);
        judge.judge(file(ownName), now.keys(), problems);
        return new Look(ownName, now.identity(), now.keys(), problems.all());
    }

    private Known current(String ownName, Problems problems) {
        Known before = known.get(ownName);
        try {
            if (before != null && before.fingerprint().equals(fingerprint(ownName))) {
                return before;
            }
            Known now = readOrMake(ownName, before);
            known.put(ownName, now);
            return now;
        } catch (IOException | GeneralSecurityException e) {
            return last(before, unreadable(file(ownName), e), ownName, problems);
        } catch (GatewayException e) {
            return last(before, e, ownName, problems);
        }
    }

    private Known last(
            @Nullable Known before, GatewayException failure, String ownName, Problems problems) {
        if (before == null) {
            throw failure;
        }
        problems.addAll(List.of(OwnKeyJudge.problem(file(ownName), failure)));
        return before;
    }

    private Known readOrMake(String ownName, @Nullable Known before)
            throws IOException, GeneralSecurityException {
        if (before == null
                && files.files(ownName, CertificateState.ACTIVE).isEmpty()
                && files.files(ownName, CertificateState.ANNOUNCED).isEmpty()) {
            files.write(SelfSigned.make(ownName, bits, clock.instant(), random), file(ownName));
        }
        Fingerprint fingerprint = fingerprint(ownName);
        var keys = withActive(read(ownName), before);
        for (OwnKey key : keys) {
            boolean wanted = key.state() != CertificateState.RETIRING && key.state().receives();
            if (wanted && Files.exists(key.file())) {
                OwnKeyFiles.export(key);
            }
        }
        return new Known(joined(keys).quick(), keys, fingerprint);
    }

    private List<OwnKey> read(String ownName) throws IOException {
        var keys = new ArrayList<OwnKey>();
        for (CertificateState state : CertificateState.values()) {
            keys.addAll(files.read(ownName, state));
        }
        return keys;
    }

    /**
     * Without an active key the last one serves, and after a start the announced one, which at
     * least somebody knows; a new one would be known to nobody.
     */
    private static List<OwnKey> withActive(List<OwnKey> found, @Nullable Known before) {
        if (found.stream().anyMatch(key -> key.state().sends())) {
            return found;
        }
        OwnKey next =
                before == null
                        ? found.get(0)
                        : before.keys().stream()
                                .filter(key -> key.state().sends())
                                .findFirst()
                                .orElseThrow();
        var keys = new ArrayList<>(found);
        keys.add(new OwnKey(next.file(), CertificateState.ACTIVE, next.identity()));
        return keys;
    }

    private static As2Identity joined(List<OwnKey> keys) {
        var active = keys.stream().filter(key -> key.state().sends()).findFirst().orElseThrow();
        return active.identity()
                .with(
                        keys.stream()
                                .filter(key -> key.state().receives() && !key.state().sends())
                                .map(OwnKey::identity)
                                .toList(),
                        keys.stream()
                                .filter(key -> !key.state().receives())
                                .map(key -> key.identity().certificate())
                                .toList());
    }

    private Fingerprint fingerprint(String ownName) throws IOException {
        return Fingerprint.of(files.directory(), files.files(ownName));
    }

    private static GatewayException unreadable(Path file, Exception e) {
        // The cause's own words may be about the password; its type is enough.
        String detail = file + " (" + e.getClass().getSimpleName() + ")";
        return new GatewayException(PartnerProblem.OWN_KEY_UNREADABLE, detail, e);
    }
}
