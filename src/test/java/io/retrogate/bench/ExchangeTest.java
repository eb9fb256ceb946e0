package io.retrogate.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.as2.As2Link;
import io.retrogate.as2.As2Party;
import io.retrogate.as2.As2Policy;
import io.retrogate.as2.MdnWriter;
import io.retrogate.as2.Mic;
import io.retrogate.as2.MimeHeaders;
import io.retrogate.as2.PreparedMessage;
import io.retrogate.as2.ReceiptRequest;
import io.retrogate.as2.Refusal;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A benchmark that takes any answer would measure nothing. */
class ExchangeTest {

    private static final As2Party SERVER = As2Party.named("server");
    private static final String ID = "<1@acme.example>";

    private final PreparedMessage message = message();

    @Test
    void takesAReceipt() {
        var exchange = answered(ID, Optional.empty(), message.mic(), SERVER);

        assertThatCode(exchange::check).doesNotThrowAnyException();
        assertThatCode(exchange::verify).doesNotThrowAnyException();
    }

    @Test
    void refusesARefusal() {
        var refusal = Optional.of(Refusal.AUTHENTICATION_FAILED);

        assertWrong(answered(ID, refusal, message.mic(), SERVER), "processed");
    }

    @Test
    void refusesAReceiptForAnotherMessage() {
        assertWrong(answered("<2@x>", Optional.empty(), message.mic(), SERVER), "Message-ID");
    }

    @Test
    void refusesAnotherMic() {
        assertWrong(answered(ID, Optional.empty(), "AAAA", SERVER), "MIC");
    }

    @Test
    void refusesAReceiptThatAStrangerSigned() {
        var stranger = As2Party.named("stranger");
        var exchange = answered(ID, Optional.empty(), message.mic(), stranger);

        assertThatThrownBy(exchange::verify)
                .isInstanceOf(Exchange.WrongAnswer.class)
                .hasMessageContaining("not agreed");
    }

    @Test
    void refusesAnErrorOfTheServer() {
        assertWrong(new Exchange(message, ID, 503, Map.of(), new byte[0]), "status 503");
    }

    private static void assertWrong(Exchange exchange, String why) {
        assertThatThrownBy(exchange::check)
                .isInstanceOf(Exchange.WrongAnswer.class)
                .hasMessageContaining(why);
    }

    private Exchange answered(String id, Optional<Refusal> refusal, String mic, As2Party signer) {
        var wanted =
                ReceiptRequest.of(
                        new MimeHeaders(
                                List.of(
                                        field("Disposition-Notification-To", "acme"),
                                        field(
                                                "Disposition-Notification-Options",
                                                "signed-receipt-protocol=optional, pkcs7-signature;"
                                                        + " signed-receipt-micalg=optional,"
                                                        + " sha-256"))));
        var subject =
                new MdnWriter.Subject(
                        "server",
                        "ACME",
                        id,
                        wanted,
                        refusal,
                        Optional.of(new Mic(mic, "sha-256")));
        var mdn =
                new MdnWriter(Clock.systemUTC(), UUID::randomUUID)
                        .write(subject, Optional.of(signer.identity()));
        var headers =
                mdn.headers()
                        .lines()
                        .map(line -> line.split(": ", 2))
                        .collect(Collectors.toMap(h -> h[0], h -> List.of(h[1])));
        return new Exchange(message, ID, 200, headers, mdn.body().getBytes(ISO_8859_1));
    }

    private static MimeHeaders.Field field(String name, String value) {
        return new MimeHeaders.Field(name, value);
    }

    private static PreparedMessage message() {
        var link =
                new As2Link(
                        As2Party.named("ACME").identity(),
                        "ACME",
                        "server",
                        URI.create("http://localhost/as2"),
                        As2Policy.strict(),
                        List.of(SERVER.certificate()));
        try {
            return PreparedMessage.of(link, "1.x12", "ISA*00*~".getBytes(ISO_8859_1));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
