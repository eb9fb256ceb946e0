package io.retrogate.fuzz;

/** Any text in {@code guide/a.yaml} is taken into use, or its mistake is named. */
public final class GuideFuzz {

    private static final PlayedFolder FOLDER = PlayedFolder.warm("guide/a.yaml");

    private GuideFuzz() {}

    /** Called before the time of a document is taken; loads this class. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] text) {
        FOLDER.with(text);
    }
}
