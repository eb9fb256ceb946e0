package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.retrogate.as2.RawEntity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The bytes of the document and what is said about them, A36 and A37. */
abstract class ContentCases extends ConformanceCases {

    private static final int OFFSETS = 20_000;

    /**
     * In each of so many documents a line end stands at every so-manyth offset, so at each in one.
     */
    private static final int STRIDE = 23;

    ContentCases(As2ConformanceTest suite) {
        super(suite);
    }

    @Test
    void a36LineEndsAtEveryOffset() throws Exception {
        for (String end : new String[] {"\r\n", "\n", "\r"}) {
            byte[] mark = end.getBytes(ISO_8859_1);
            for (int first = 0; first < STRIDE; first++) {
                byte[] content = new byte[OFFSETS + STRIDE + 2];
                Arrays.fill(content, (byte) 'x');
                for (int at = first; at <= OFFSETS; at += STRIDE) {
                    System.arraycopy(mark, 0, content, at, mark.length);
                }
                RawEntity document = RawEntity.document(content);
                var message = scene.message(document.signed(scene.acme)).from("lenient");
                processed(end, message, Scene.mic(document), content);
            }
        }
        saw("CR LF, LF, CR at every offset from 0 to 20,000", "the MIC of the bytes sent");
    }

    @Test
    void a36AnyBytes() throws Exception {
        String[][] contents = {
            {"separators 1C 1D 1E 1F, 00, FF", "\u001c\u001d\u001e\u001f\u0000\u00ff"},
            {"empty", ""},
            {"line ends alone", "\r\n\r\n\n\r\r\n"},
            {"what looks like a delimiter", "\r\n--=_b\r\n--\r\n--=_b1--x"},
        };
        for (String[] content : contents) {
            unchanged(content[0], RawEntity.document(content[1].getBytes(ISO_8859_1)));
        }
    }

    @Test
    void a36EncodingsAndHeaders() throws Exception {
        RawEntity printable =
                new RawEntity(
                        "content-type:\r\n\tapplication/edi-x12;\r\n name=a\r\n"
                                + "content-transfer-encoding:  quoted-printable\r\n",
                        ("ISA*00*          *00*=0D=0AST*180*0001~=\r\n" + "=0D=0A=E9=1C=1D~")
                                .getBytes(ISO_8859_1));
        RawEntity base64 = Scene.DOCUMENT.base64();

        accepted("base64", scene.message(scene.sealed(base64)), base64);
        accepted(
                "quoted-printable under folded lower-case headers",
                scene.message(scene.sealed(printable)),
                printable);
    }

    @Test
    void a36LineEndsBeforeTheDelimiter() throws Exception {
        shownBy(
                "a line end before the delimiter, at and around each buffer",
                "the MIC of the bytes sent",
                "as2.ByteExactnessTest",
                "keepsALineEndThatStraddlesABuffer");
    }

    private void unchanged(String variant, RawEntity document) throws Exception {
        var message = scene.message(document.signed(scene.acme)).from("lenient");
        accepted(variant, message, Scene.mic(document), document.body());
    }

    @Test
    void a37ContentTypes() throws Exception {
        for (String type :
                new String[] {
                    "application/edi-x12",
                    "application/EDIFACT",
                    "application/edi-consent",
                    "application/xml",
                    "application/octet-stream",
                    "text/plain"
                }) {
            RawEntity document = RawEntity.document(type, Scene.X12);
            accepted(type, scene.message(scene.sealed(document)), document);
        }
    }

    @Test
    void a37SpellingsOfSmime() throws Exception {
        for (String type :
                new String[] {
                    "application/x-pkcs7-mime; smime-type=enveloped-data",
                    "application/pkcs7-mime",
                    "APPLICATION/PKCS7-MIME; SMIME-TYPE=ENVELOPED-DATA"
                }) {
            RawEntity sealed = scene.sealed(Scene.DOCUMENT);
            RawEntity spelled = sealed.withHeaders("Content-Type: " + type + "\r\n");
            accepted(type, scene.message(spelled), Scene.DOCUMENT);
        }
    }
}
