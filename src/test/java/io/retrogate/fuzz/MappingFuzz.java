package io.retrogate.fuzz;

/** Any text in {@code mapping/a.yaml} is taken into use, or its mistake is named. */
public final class MappingFuzz {

    private static final PlayedFolder FOLDER = PlayedFolder.warm("mapping/a.yaml");

    private MappingFuzz() {}

    /** Called before the time of a document is taken; loads this class. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] text) {
        FOLDER.with(text);
    }
}
