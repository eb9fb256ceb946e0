package io.retrogate.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Samples with other segments and elements pass all stages. */
public final class X12Fuzz {

    private static final Stages STAGES = Stages.warm();
    private static final SampleScript SAMPLES = SampleScript.over(Path.of("edi-samples", "x12"));

    private X12Fuzz() {}

    /** Called before the time of a document is taken; loads this class. */
    public static void fuzzerInitialize() {}

    public static void fuzzerTestOneInput(byte[] script) {
        var document = SAMPLES.play(script);
        try {
            STAGES.passed(document.getBytes(StandardCharsets.ISO_8859_1));
        } catch (RuntimeException | AssertionError e) {
            // the script means something else as soon as there is one sample more
            throw new AssertionError("Keep as a sample:\n" + document, e);
        }
    }
}
