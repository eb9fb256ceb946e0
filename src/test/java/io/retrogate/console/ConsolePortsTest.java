package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.MovingClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Over real sockets: the management port, the servlet beside Spring's, error pages. */
@SpringBootTest(
        classes = ConsoleHouse.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "management.server.port=0"})
@AutoConfigureObservability(tracing = false)
@Timeout(60)
class ConsolePortsTest {

    @TempDir static Path data;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired FakeLedgerView ledger;
    @Autowired MovingClock clock;
    @LocalServerPort int port;
    @LocalManagementPort int managementPort;

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry registry) {
        registry.add("retrogate.data", () -> data.toString());
    }

    @BeforeEach
    void startFresh() {
        ledger.clear();
        clock.advance(Duration.ofSeconds(60));
    }

    @Test
    void tellsAnybodyWhetherItIsUpAndNothingElse() throws Exception {
        assertThat(get(managementPort, "/actuator/health/readiness").body())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(get(port, "/livez").statusCode()).isEqualTo(200);
        assertThat(get(port, "/actuator/health").statusCode()).isNotEqualTo(200);
        assertThat(get(managementPort, "/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(get(managementPort, "/actuator/env").statusCode()).isEqualTo(401);
    }

    @Test
    void isAliveButNotReadyWithoutADatabaseThatTakesWrites() throws Exception {
        ledger.readOnly = true;

        assertThat(get(port, "/readyz").statusCode()).isEqualTo(503);
        assertThat(get(port, "/livez").statusCode()).isEqualTo(200);

        ledger.clear();
        ledger.broken = true;

        assertThat(get(port, "/readyz").body()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(get(port, "/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void countsForPrometheus() throws Exception {
        ledger.counts = Map.of("transmission.FAILED", 3L, "delivery.DEAD", 4L);

        assertThat(getWithSecret(managementPort, "/actuator/prometheus", "*/*").body())
                .contains("retrogate_ledger_transmissions{state=\"FAILED\"} 3.0")
                .contains("retrogate_ledger_deliveries{state=\"HELD\"} 0.0")
                .contains("{state=\"DEAD\"} 4.0");
    }

    @Test
    void leavesAs2ToItsSignatures() throws Exception {
        var post =
                HttpRequest.newBuilder(address(port, "/as2"))
                        .POST(HttpRequest.BodyPublishers.ofString("signed"))
                        .build();
        var answer = http.send(post, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("received");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get(port, "/as2").statusCode()).isEqualTo(405);
    }

    @Test
    void tellsPeopleInWordsWhatCannotBeShown() throws Exception {
        var unknown = "/transmissions/00000000-0000-4000-8000-00000000ffff";

        assertThat(getWithSecret(port, unknown, "text/html").body())
                .contains("There is nothing here", "Show all transmissions");
        assertThat(getWithSecret(port, "/?offset=-1", "text/html").statusCode()).isEqualTo(400);
        assertThat(getWithSecret(port, "/nowhere", "text/html").statusCode()).isEqualTo(404);
    }

    @Test
    void servesItsOwnStyle() throws Exception {
        var style = getWithSecret(port, "/console.css", "text/css");

        assertThat(style.headers().firstValue("Content-Type")).hasValue("text/css");
        assertThat(style.body()).contains("prefers-color-scheme: dark");
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(port, path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> getWithSecret(int port, String path, String accept)
            throws IOException, InterruptedException {
        var login = "operator:" + Files.readString(data.resolve("console-secret")).strip();
        var basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(address(port, path))
                        .header("Authorization", "Basic " + basic)
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
