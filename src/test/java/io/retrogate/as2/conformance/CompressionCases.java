package io.retrogate.as2.conformance;

import io.retrogate.as2.RawEntity;
import org.junit.jupiter.api.Test;

/** RFC 5402: what the MIC covers, and what is too much, A10 to A13. */
abstract class CompressionCases extends ConformanceCases {

    CompressionCases(As2ConformanceTest suite) {
        super(suite);
    }

    @Test
    void a10CompressedBeforeSigning() throws Exception {
        RawEntity packed = Scene.DOCUMENT.compressed();

        accepted("binary", scene.message(scene.sealed(packed)), packed);
        accepted("base64", scene.message(scene.sealed(packed.base64())), packed.base64());
    }

    @Test
    void a11CompressedAfterSigning() throws Exception {
        RawEntity packed = Scene.DOCUMENT.signed(scene.acme).compressed();

        accepted(
                "encrypted",
                scene.message(packed.encrypted(scene.ours, Scene.AES256)),
                Scene.DOCUMENT);
        accepted("not encrypted", scene.message(packed).from("lenient"), Scene.DOCUMENT);
    }

    @Test
    void a12CompressedAndNotSigned() throws Exception {
        RawEntity packed = Scene.DOCUMENT.compressed();

        accepted("not encrypted", scene.message(packed).from("lenient"), Scene.DOCUMENT);
        accepted(
                "encrypted",
                scene.message(packed.encrypted(scene.ours, Scene.AES256)).from("lenient"),
                Scene.DOCUMENT);
    }

    @Test
    void a13TwiceAndWithoutEnd() throws Exception {
        RawEntity twice = Scene.DOCUMENT.compressed().compressed();
        RawEntity around = Scene.DOCUMENT.compressed().signed(scene.acme).compressed();
        RawEntity bomb = RawEntity.document(new byte[8 << 20]).compressed();

        refused("twice", scene.message(scene.sealed(twice)), "decompression-failed");
        refused(
                "before and after signing",
                scene.message(around.encrypted(scene.ours, Scene.AES256)),
                "decompression-failed");
        refused("bomb", scene.message(scene.sealed(bomb)), "decompression-failed");
    }
}
