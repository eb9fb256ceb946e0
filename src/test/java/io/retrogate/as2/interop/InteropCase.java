package io.retrogate.as2.interop;

import java.util.List;

/**
 * One message in one form.
 *
 * @param digest of the signature, and of the MIC; always SHA-256 of an unsigned message
 * @param cipher empty if it is not encrypted
 */
record InteropCase(
        Peer peer,
        Way way,
        Form form,
        Compression compression,
        Wanted wanted,
        String digest,
        String cipher) {

    InteropCase(Peer peer, Way way, Form form, Compression compression, Wanted wanted) {
        this(peer, way, form, compression, wanted, "sha-256", "");
    }

    InteropCase with(String otherDigest, String otherCipher) {
        return new InteropCase(peer, way, form, compression, wanted, otherDigest, otherCipher);
    }

    enum Way {
        TO_US("sends to us"),
        FROM_US("receives from us");

        final String text;

        Way(String text) {
            this.text = text;
        }
    }

    enum Form {
        PLAIN("plain", false, false),
        SIGNED("signed", true, false),
        ENCRYPTED("encrypted", false, true),
        BOTH("signed, encrypted", true, true);

        final String text;
        final boolean signed;
        final boolean encrypted;

        Form(String text, boolean signed, boolean encrypted) {
            this.text = text;
            this.signed = signed;
            this.encrypted = encrypted;
        }
    }

    enum Compression {
        NONE("none", ""),
        BEFORE("before", ", compressed before signing"),
        AFTER("after", ", compressed after signing");

        final String option;
        final String text;

        Compression(String option, String text) {
            this.option = option;
            this.text = text;
        }
    }

    /** The receipt. */
    enum Wanted {
        NONE("none", "none", false),
        SIGNED("sync, signed", "signed", false),
        UNSIGNED("sync, unsigned", "unsigned", false),
        SIGNED_LATER("async, signed", "signed", true),
        UNSIGNED_LATER("async, unsigned", "unsigned", true);

        final String text;
        final String option;
        final boolean later;

        Wanted(String text, String option, boolean later) {
            this.text = text;
            this.option = option;
            this.later = later;
        }

        /** We never send without asking for a receipt, as nothing else proves a delivery. */
        static List<Wanted> of(Way way) {
            return way == Way.TO_US
                    ? List.of(values())
                    : List.of(SIGNED, UNSIGNED, SIGNED_LATER, UNSIGNED_LATER);
        }
    }

    String shape() {
        if (form.signed || compression == Compression.NONE) {
            return form.text + compression.text;
        }
        return form.text
                + ", compressed"
                + (way == Way.FROM_US ? "" : ", set to " + compression.option + " signing");
    }

    @Override
    public String toString() {
        return String.join(
                "; ",
                peer.text,
                way.text,
                shape(),
                wanted.text,
                digest,
                cipher.isEmpty() ? "no cipher" : cipher);
    }
}
