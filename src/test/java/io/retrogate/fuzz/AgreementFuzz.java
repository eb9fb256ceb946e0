package io.retrogate.fuzz;

/** Any text in {@code agreement.yaml} is taken into use, or its mistake is named. */
public final class AgreementFuzz {

    private static final PlayedFolder FOLDER = PlayedFolder.warm("agreement.yaml");

    private AgreementFuzz() {}

    /** Called before the time of a document is taken; loads this class. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] text) {
        FOLDER.with(text);
    }
}
