package io.retrogate.as2.interop;

import io.retrogate.as2.interop.InteropCase.Compression;
import io.retrogate.as2.interop.InteropCase.Form;
import io.retrogate.as2.interop.InteropCase.Wanted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Products of other makes. */
enum Peer {
    AS2_LIB(
            "as2-lib",
            "as2-lib 5.1.5",
            "It verifies signature and MIC of every receipt by itself.",
            "aes128-gcm",
            "aes256-gcm"),
    CAMEL(
            "camel-as2",
            "camel-as2 4.17.0",
            "It reads a receipt, but compares neither its signature nor its MIC with anything: the run"
                    + " asks its `SigningUtils` for the one, and for the other takes the digest of"
                    + " the entities that its own classes make of the document.",
            "aes128-gcm",
            "aes256-gcm"),
    OPENAS2(
            "openas2",
            "OpenAS2 2.10.1",
            "It verifies signature and MIC of signed receipts by itself, and of unsigned ones no MIC."
                    + " It knows no AES-GCM.");

    final String folder;
    final String text;
    final String verifies;
    final List<String> ciphers;

    Peer(String folder, String text, String verifies, String... gcm) {
        this.folder = folder;
        this.text = text;
        this.verifies = verifies;
        this.ciphers =
                Stream.concat(
                                Stream.of("aes256-cbc", "aes192-cbc", "aes128-cbc", "3des"),
                                Stream.of(gcm))
                        .toList();
    }

    Path jar() {
        return Path.of("target/peers", folder, folder + "-peer.jar");
    }

    boolean built() {
        return Files.exists(jar());
    }

    /** Two ask for as much security, or make the MIC, as the path says and not the message. */
    String path(Form form, Compression compression) {
        boolean bare = form == Form.PLAIN && compression == Compression.NONE;
        return switch (this) {
            case AS2_LIB -> bare ? "/as2/plain" : "/as2";
            case CAMEL -> "/as2/" + form.name().toLowerCase(Locale.ROOT);
            case OPENAS2 -> "/as2";
        };
    }

    /** Whether it has an opinion on the MIC of such a receipt. */
    boolean comparesMic(Wanted wanted) {
        return this != OPENAS2 || wanted.option.equals("signed");
    }
}
