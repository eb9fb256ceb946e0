package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.retrogate.MovingClock;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LoginThrottleTest {

    private final MovingClock clock = new MovingClock(FakeLedgerView.NOON);
    private final LoginThrottle throttle =
            new LoginThrottle(new Refusals(new ObjectMapper()), clock);

    @Test
    void stopsAnAddressThatKeepsGuessing() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(login("192.0.2.1", false)).isEqualTo(401);
        }

        assertThat(login("192.0.2.1", true)).isEqualTo(429);
        assertThat(login("192.0.2.2", true)).isEqualTo(200);
        clock.advance(Duration.ofSeconds(61));
        assertThat(login("192.0.2.1", true)).isEqualTo(200);
    }

    @Test
    void forgetsMistakesOnceTheSecretIsRight() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(login("192.0.2.1", i % 9 == 8)).isEqualTo(i % 9 == 8 ? 200 : 401);
        }
    }

    private int login(String address, boolean right) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/counts");
        request.setRemoteAddr(address);
        request.addHeader("Authorization", "Basic eA==");
        var response = new MockHttpServletResponse();
        throttle.doFilter(
                request,
                response,
                (q, answer) -> ((HttpServletResponse) answer).setStatus(right ? 200 : 401));
        return response.getStatus();
    }
}
