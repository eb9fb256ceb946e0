package io.retrogate.partner;

import io.retrogate.as2.As2Identity;
import io.retrogate.as2.CertificateNames;
import io.retrogate.as2.CertificateState;
import io.retrogate.edi.GatewayException;
import io.retrogate.partner.OwnKeyFiles.OwnKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Our own keys for whoever looks after them; a running gateway notices what is changed here. The
 * password is the environment's or in a file, as for the gateway.
 */
public final class OwnKeyRing {

    private final OwnKeyFiles files;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param data the gateway's data directory
     */
    public OwnKeyRing(Path data, Function<String, @Nullable String> environment, Clock clock) {
        this.files = new OwnKeyFiles(data.resolve("keys"), environment::apply);
        this.clock = clock;
    }

    /** One of our keys, by what of it is public. */
    public record Entry(
            String name, CertificateState state, Path file, X509Certificate certificate) {

        private static Entry of(String name, OwnKey key) {
            return new Entry(name, key.state(), key.file(), key.identity().certificate());
        }
    }

    /** All of them, by name and state; PRT-023, 034 or 035 if one cannot be read. */
    public List<Entry> all() throws IOException {
        var entries = new ArrayList<Entry>();
        for (String name : files.names()) {
            for (CertificateState state : CertificateState.values()) {
                files.read(name, state).forEach(key -> entries.add(Entry.of(name, key)));
            }
        }
        return entries;
    }

    /** Those of this name and state. */
    public List<Entry> of(String name, CertificateState state) throws IOException {
        return files.read(name, state).stream().map(key -> Entry.of(name, key)).toList();
    }

    /**
     * Makes a key pair; PRT-039 if there is one of this name and state.
     *
     * @param wanted if empty, active where none is, else announced
     */
    public Entry make(String name, KeyType type, Optional<CertificateState> wanted)
            throws IOException, GeneralSecurityException {
        CertificateState state =
                wanted.orElse(
                        files.files(name, CertificateState.ACTIVE).isEmpty()
                                ? CertificateState.ACTIVE
                                : CertificateState.ANNOUNCED);
        List<Path> there = files.files(name, state);
        if (!there.isEmpty()) {
            throw new GatewayException(PartnerProblem.OWN_KEY_EXISTS, there.get(0) + " exists.");
        }
        As2Identity made = SelfSigned.make(name, type, clock.instant(), random);
        var key = new OwnKey(files.file(name, state), state, made);
        files.write(made, key.file());
        OwnKeyFiles.export(key);
        return Entry.of(name, key);
    }

    /**
     * Makes the announced key the active one, and the active one retiring; there is an active one
     * at every moment. PRT-040 if none, or several, are announced.
     */
    public List<Entry> activate(String name) throws IOException, GeneralSecurityException {
        List<OwnKey> announced = files.read(name, CertificateState.ANNOUNCED);
        if (announced.size() != 1) {
            String detail = announced.size() + " keys of " + name + " are announced.";
            throw new GatewayException(PartnerProblem.OWN_KEY_NOT_ANNOUNCED, detail);
        }
        for (OwnKey former : files.read(name, CertificateState.ACTIVE)) {
            X509Certificate certificate = former.identity().certificate();
            String mark = CertificateNames.fingerprint(certificate).replace(":", "");
            files.write(former.identity(), files.retiring(name, mark.substring(0, 8)));
        }
        OwnKey next = announced.get(0);
        Path active = files.file(name, CertificateState.ACTIVE);
        Files.move(next.file(), active, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(OwnKeyFiles.certificate(next.file()));
        OwnKeyFiles.export(new OwnKey(active, CertificateState.ACTIVE, next.identity()));
        var all = new ArrayList<Entry>();
        for (CertificateState state : CertificateState.values()) {
            all.addAll(of(name, state));
        }
        return all;
    }
}
