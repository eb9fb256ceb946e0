package io.retrogate.partner;

import static io.retrogate.partner.Told.shortly;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.partner.Endpoint.Ambiguous;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class EndpointTest {

    private static final String SECRET = "canary-7f3a";

    @TempDir Path directory;
    private Folders folders;

    @BeforeEach
    void startWithAnEndpoint() {
        folders = new Folders(directory).endpoint("erp");
    }

    @Test
    void holdsWhatIsAmbiguousUnlessTheEndpointIsIdempotent() {
        assertThat(good().idempotent()).isFalse();
        assertThat(good().ambiguous()).isEqualTo(Ambiguous.HOLD);
        assertThat(good().deadline()).isEqualTo(Duration.ofSeconds(30));

        with("idempotent: true");

        assertThat(good().ambiguous()).isEqualTo(Ambiguous.RETRY);
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "45s, PT45S", "2m, PT2M"})
    void readsTheDeadline(String written, Duration meant) {
        with("deadline: " + written);

        assertThat(good().deadline()).isEqualTo(meant);
    }

    @Test
    void takesSecretsFromFilesAndShowsThemNowhere() {
        folders.write("secrets/erp-token", SECRET + "\n");
        with("auth: { bearer: '${file:../secrets/erp-token}' }\nheaders: { X-Site: 7 }");

        assertThat(good().headers())
                .containsEntry("Authorization", "Bearer " + SECRET)
                .containsEntry("X-Site", "7")
                .hasSize(2);
        assertThat(good().toString()).doesNotContain(SECRET).contains("Authorization");
    }

    @Test
    void encodesUserAndPassword() {
        folders.environment.put("PW", "open sesame");
        with("auth: { basic: { user: Aladdin, password: '${env:PW}' } }");

        // RFC 7617, section 2
        assertThat(good().headers())
                .containsEntry("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }

    @Test
    void warnsOfASecretInTheFileItself() {
        with("auth: { bearer: " + SECRET + " }");

        var check = folders.check("erp");

        assertThat(check.good()).isTrue();
        assertThat(check.endpoint()).isPresent();
        assertThat(shortly(check.problems())).containsExactly("PRT-024 endpoint.yaml:3");
    }

    @Test
    void neverRepeatsAResolvedValueInAProblem() {
        folders.environment.put("token", SECRET);
        with("auth: { bearer: '${token} x' }\ndeadline: ${token}\nidempotent: ${token}");
        folders.replace("erp/endpoint.yaml", "http://localhost:1/erp", "${token}");

        var check = folders.check("erp");

        assertThat(check.problems()).hasSize(3);
        assertThat(check.problems().toString()).contains("${token}").doesNotContain(SECRET);
    }

    @Test
    void neverRepeatsAResolvedUrl() {
        folders.environment.put("token", SECRET);
        folders.replace("erp/endpoint.yaml", "http://localhost:1/erp", "ftp://erp/${token}");

        var check = folders.check("erp");

        assertThat(shortly(check.problems())).containsExactly("PRT-026 endpoint.yaml:2");
        assertThat(check.problems().toString()).contains("${token}").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "deadline: 30 | PRT-006",
                "deadline: soon | PRT-006",
                "ambiguous: probe | PRT-006",
                "idempotent: no | PRT-006",
                "idempotnt: true | PRT-004",
                "auth: { } | PRT-006",
                "auth: { basic: { user: a } } | PRT-005",
                "headers: { 'a b': x } | PRT-006",
                "headers: { a: \"x\\r\\ny\" } | PRT-006",
                "headers: { Idempotency-Key: x } | PRT-030",
                "headers: { ce-id: x } | PRT-030",
            })
    void refusesWhatItDoesNotUnderstand(String line, String id) {
        with(line);

        assertThat(folders.check("erp").endpoint()).isEmpty();
        assertThat(shortly(folders.check("erp").problems()))
                .containsExactly(id + " endpoint.yaml:3");
    }

    @Test
    void warnsThatRetryingMayDouble() {
        with("ambiguous: retry");

        assertThat(shortly(folders.check("erp").problems()))
                .containsExactly("PRT-028 endpoint.yaml:3");
        assertThat(folders.check("erp").good()).isTrue();
    }

    private void with(String lines) {
        folders.endpoint("erp").replace("erp/endpoint.yaml", "1/erp\n", "1/erp\n" + lines + "\n");
    }

    private Endpoint good() {
        var check = folders.check("erp");
        assertThat(check.problems()).isEmpty();
        return check.endpoint().orElseThrow();
    }
}
