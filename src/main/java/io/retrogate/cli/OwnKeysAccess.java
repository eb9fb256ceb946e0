package io.retrogate.cli;

import io.retrogate.edi.GatewayException;
import io.retrogate.partner.OwnKeyRing;
import io.retrogate.partner.OwnKeyRing.Entry;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/** What the commands about our own keys have in common. */
record OwnKeysAccess(Terminal terminal, RetrogateCommand retrogate) {

    /** Works on the keys. */
    @FunctionalInterface
    interface Work {
        int on(OwnKeyRing keys) throws IOException, GeneralSecurityException;
    }

    /** Fails with CLI-008 if the data directory cannot be read or written. */
    int with(Work work) {
        try {
            return work.on(new OwnKeyRing(retrogate.data(), System::getenv, terminal.clock()));
        } catch (IOException | GeneralSecurityException e) {
            String text = retrogate.data() + ": " + e.getClass().getSimpleName() + ".";
            throw new GatewayException(CliProblem.KEYS_UNUSABLE, text, e);
        }
    }

    void print(List<Entry> entries, boolean json) {
        for (Entry entry : entries) {
            var line = new CertificateLine(entry.state(), entry.file(), entry.certificate());
            terminal.out()
                    .println(
                            json
                                    ? line.json().put("name", entry.name()).toString()
                                    : Text.printable(entry.name()) + ", " + line.text());
        }
    }
}
