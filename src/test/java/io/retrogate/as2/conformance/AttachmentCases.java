package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.retrogate.as2.RawEntity;
import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Attachment;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several things in one message (RFC 6362), A38. */
abstract class AttachmentCases extends ConformanceCases {

    private static final String X12 = "ISA*00*one~\r\n";
    private static final String PDF = "%PDF \u00ff\r\n--r-\r\n";
    private static final String EDI_TYPE = "application/edi-x12";

    AttachmentCases(As2ConformanceTest suite) {
        super(suite);
    }

    @Test
    void a38AttachmentsBesideTheDocument() throws Exception {
        RawEntity related =
                related(
                        "",
                        part(EDI_TYPE, "rma 7.x12", "", X12),
                        part("application/pdf", "C:\\out\\label.pdf", "", PDF),
                        part("image/jpeg", "../../photo.jpg", "", base64("\u00ff\u00d8 picture")));

        RawClient.Outgoing message = scene.message(scene.sealed(related));
        accepted(
                "a document and two attachments, named by a path",
                message,
                Scene.mic(related),
                X12.getBytes(ISO_8859_1));

        Arrival arrival = scene.arrivals(message.messageId()).get(0);
        assertThat(arrival.fileName()).isEqualTo("rma 7.x12");
        assertThat(arrival.attachments())
                .extracting(Attachment::name, Attachment::contentType, this::text)
                .containsExactly(
                        tuple("label.pdf", "application/pdf", PDF),
                        tuple("photo.jpg", "image/jpeg", "\u00ff\u00d8 picture"));
        assertThat(arrival.further()).isEmpty();
    }

    @Test
    void a38DocumentThatIsNotTheFirstPart() throws Exception {
        RawEntity related =
                related(
                        "; start=\"<edi>\"",
                        part("application/xml", "", "", "<cover/>"),
                        part("application/xml", "", "Content-ID: <edi>\r\n", "<returns/>"));

        RawClient.Outgoing message = scene.message(scene.sealed(related));
        accepted(
                "the root of the message is its second part",
                message,
                Scene.mic(related),
                "<returns/>".getBytes(ISO_8859_1));
        assertThat(scene.arrivals(message.messageId()).get(0).attachments())
                .extracting(this::text)
                .containsExactly("<cover/>");
    }

    @Test
    void a38SeveralDocuments() throws Exception {
        RawEntity mixed =
                related(
                        "",
                        part("text/plain", "", "", "Dear partner"),
                        part("application/octet-stream", "", "", X12),
                        part("application/EDIFACT", "2.edi", "", "UNB+UNOA:1+two'"));

        RawClient.Outgoing message = scene.message(scene.sealed(mixed));
        accepted(
                "two documents behind a letter",
                message,
                Scene.mic(mixed),
                X12.getBytes(ISO_8859_1));

        Arrival first = scene.arrivals(message.messageId()).get(0);
        assertThat(first.attachments()).extracting(this::text).containsExactly("Dear partner");
        assertThat(first.further()).hasSize(1);
        Arrival second = first.further().get(0);
        assertThat(bytes(second.payloadAddress())).isEqualTo("UNB+UNOA:1+two'");
        assertThat(second.fileName()).isEqualTo("2.edi");
        assertThat(List.of(second.uniqueKey(), second.refusal())).containsOnly("");
        assertThat(second.receipt()).isEmpty();

        Answer again = message.post();
        assertThat(again.mdn().disposition()).isEqualTo("processed");
        assertThat(scene.front.ledger.outcomes).last().hasToString("DUPLICATE");
    }

    @Test
    void a38PartsThatDoNotCome() throws Exception {
        RawEntity cut =
                new RawEntity(
                        "Content-Type: multipart/related; boundary=\"r\"\r\n",
                        ("--r\r\n" + part(EDI_TYPE, "", "", X12)).getBytes(ISO_8859_1));
        refused(
                "parts without an end",
                scene.message(scene.sealed(cut)),
                "unexpected-processing-error");
    }

    @Test
    void a38Features() throws Exception {
        RawEntity sealed = scene.sealed(Scene.DOCUMENT);
        accepted(
                "a partner with EDIINT-Features; ours are in each MDN",
                scene.message(sealed)
                        .with("AS2-Version", "1.2")
                        .with("EDIINT-Features", "CEM, multiple-attachments"),
                Scene.DOCUMENT);
        shownBy(
                "in each message of ours",
                "`multiple-attachments`",
                "as2.As2SenderTest",
                "believesASignedPositiveReceiptWithOurMic");
    }

    private String text(Attachment attachment) {
        return bytes(attachment.address());
    }

    private String bytes(String address) {
        return new String(scene.front.archive.bytes(address), ISO_8859_1);
    }

    private static String base64(String text) {
        return "base64:" + Base64.getMimeEncoder().encodeToString(text.getBytes(ISO_8859_1));
    }

    private static String part(String type, String name, String header, String content) {
        boolean encoded = content.startsWith("base64:");
        return "Content-Type: "
                + type
                + "\r\n"
                + (encoded ? "Content-Transfer-Encoding: base64\r\n" : "")
                + header
                + (name.isEmpty()
                        ? ""
                        : "Content-Disposition: attachment; filename=\""
                                + name.replace("\\", "\\\\")
                                + "\"\r\n")
                + "\r\n"
                + (encoded ? content.substring("base64:".length()) : content);
    }

    private static RawEntity related(String parameter, String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            body.append("--r\r\n").append(part).append("\r\n");
        }
        body.append("--r--\r\n");
        return new RawEntity(
                "Content-Type: multipart/related; boundary=\"r\"" + parameter + "\r\n",
                body.toString().getBytes(ISO_8859_1));
    }
}
