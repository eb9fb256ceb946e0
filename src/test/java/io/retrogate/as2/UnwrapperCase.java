package io.retrogate.as2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the unwrapper share. */
@Timeout(60)
class UnwrapperCase {

    static final String AES128 = "2.16.840.1.101.3.4.1.2";
    static final String AES256 = "2.16.840.1.101.3.4.1.42";
    static final As2Party OURS = As2Party.named("ours");
    static final As2Party ACME = As2Party.named("acme");
    static final As2Party GLOBEX = As2Party.named("globex");
    static final byte[] X12 =
            "ISA*00*          *00*\r\nST*180*0001~\r\n\u00e9\u001c\u001d~".getBytes(ISO_8859_1);

    @TempDir Path folder;
    Clock clock = Clock.fixed(As2Party.NOW, ZoneOffset.UTC);

    void assertAccepted(Unwrapped got, String mic) throws IOException {
        try (got) {
            assertThat(got.refusal()).as(got.detail()).isEmpty();
            assertThat(got.mic().orElseThrow()).hasToString(mic);
            assertThat(got.parts().get(0).open().readAllBytes()).isEqualTo(X12);
        }
    }

    static void assertRefused(Unwrapped got, Refusal refusal) {
        try (got) {
            assertThat(got.refusal()).as(got.detail()).contains(refusal);
            assertThat(got.signer().isPresent() && refusal == Refusal.AUTHENTICATION_FAILED)
                    .isFalse();
        }
    }

    Unwrapped unwrap(RawEntity sent, As2Policy policy) {
        return unwrap(sent, policy, wanted("optional, sha-256"), ACME);
    }

    Unwrapped unwrap(RawEntity sent, As2Policy policy, ReceiptRequest wanted, As2Party... known) {
        var certificates = Arrays.stream(known).map(As2Party::certificate).toList();
        return new Unwrapper(new Spools(folder), clock)
                .unwrap(
                        MimeHeaders.parse(sent.headers().getBytes(ISO_8859_1)),
                        Spool.inMemory(sent.body()),
                        new As2Trust(OURS.identity(), policy, certificates),
                        wanted);
    }

    static ReceiptRequest wanted(String micalg) {
        List<MimeHeaders.Field> fields = new ArrayList<>();
        fields.add(new MimeHeaders.Field("Disposition-Notification-To", "acme"));
        fields.add(
                new MimeHeaders.Field(
                        "Disposition-Notification-Options",
                        "signed-receipt-protocol=optional, pkcs7-signature;"
                                + " signed-receipt-micalg="
                                + micalg));
        return ReceiptRequest.of(new MimeHeaders(fields));
    }

    static As2Policy strict() {
        return As2Policy.strict();
    }

    /** Everything is allowed, nothing is demanded. */
    static As2Policy lenient() {
        As2Policy strict = As2Policy.strict();
        return new As2Policy(
                false,
                false,
                Set.of("sha-1", "sha-256", "sha-384", "sha-512"),
                Stream.concat(strict.ciphers().stream(), Stream.of("3des"))
                        .collect(java.util.stream.Collectors.toSet()),
                strict.signWith(),
                strict.encryptWith(),
                strict.compress(),
                true,
                strict.maxBytes(),
                strict.maxInflateRatio());
    }
}
