package io.retrogate.as2.conformance;

import io.retrogate.as2.RawEntity;
import org.junit.jupiter.api.Test;

/** Signatures and ciphers that are taken in, A01 to A05. */
abstract class FormCases extends ConformanceCases {

    FormCases(As2ConformanceTest suite) {
        super(suite);
    }

    @Test
    void a01SignedAndEncryptedWithASignedMdn() throws Exception {
        accepted(
                "SHA-256, AES-256-CBC",
                scene.message(scene.sealed(Scene.DOCUMENT)),
                Scene.DOCUMENT);
    }

    @Test
    void a02OtherCiphers() throws Exception {
        RawEntity signed = Scene.DOCUMENT.signed(scene.acme);

        encrypted("AES-128-CBC", signed, "2.16.840.1.101.3.4.1.2", "acme");
        encrypted("AES-192-CBC", signed, "2.16.840.1.101.3.4.1.22", "acme");
        encrypted("3DES by leave", signed, "1.2.840.113549.3.7", "lenient");
    }

    private void encrypted(String variant, RawEntity signed, String oid, String from)
            throws Exception {
        var message = scene.message(signed.encrypted(scene.ours, oid)).from(from);
        accepted(variant, message, Scene.DOCUMENT);
    }

    @Test
    void a03LessByLeaveAndTheMicOfEach() throws Exception {
        RawEntity document = Scene.DOCUMENT;
        String ofTheBody = RawEntity.mic(document.body(), "SHA-256") + ", sha-256";

        accepted(
                "signed only (MIC of the signed entity)",
                scene.message(document.signed(scene.acme)).from("lenient"),
                document);
        accepted(
                "encrypted only (MIC of the decrypted entity)",
                scene.message(document.encrypted(scene.ours, Scene.AES256)).from("lenient"),
                document);
        accepted(
                "plain (MIC of the body)",
                scene.message(document).from("lenient"),
                ofTheBody,
                Scene.X12);
    }

    @Test
    void a04AuthenticatedEncryption() throws Exception {
        RawEntity signed = Scene.DOCUMENT.signed(scene.acme);

        for (String[] cipher :
                new String[][] {
                    {"AES-128-GCM", "2.16.840.1.101.3.4.1.6"},
                    {"AES-256-GCM", "2.16.840.1.101.3.4.1.46"}
                }) {
            accepted(
                    cipher[0],
                    scene.message(signed.authEncrypted(scene.ours, cipher[1])),
                    Scene.DOCUMENT);
            // RFC 5084 does not have it so, but as2-lib and camel-as2 send it.
            accepted(
                    cipher[0] + " in EnvelopedData",
                    scene.message(signed.encrypted(scene.ours, cipher[1])),
                    Scene.DOCUMENT);
        }
    }

    @Test
    void a05OaepAndPss() throws Exception {
        RawEntity document = Scene.DOCUMENT;
        RawEntity pss = document.signed("SHA256withRSAandMGF1", scene.acme);

        accepted(
                "RSA-OAEP",
                scene.message(
                        document.signed(scene.acme).encryptedWithOaep(scene.ours, Scene.AES256)),
                document);
        accepted("RSA-PSS", scene.message(pss.encrypted(scene.ours, Scene.AES256)), document);
    }
}
