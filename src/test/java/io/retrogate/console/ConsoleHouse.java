package io.retrogate.console;

import io.retrogate.MovingClock;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The console alone, over fakes, with a servlet in place of AS2. It carries no stereotype, so that
 * no other test's component scan finds it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration",
            "org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.jms.JmsHealthContributorAutoConfiguration",
            "org.apache.camel.spring.boot.CamelAutoConfiguration"
        })
@ComponentScan
class ConsoleHouse {

    @Bean
    FakeLedgerView ledgerView() {
        return new FakeLedgerView();
    }

    @Bean
    FakeArchive archive() {
        return new FakeArchive();
    }

    @Bean
    FakePartners partners() {
        return new FakePartners();
    }

    @Bean
    MovingClock clock() {
        return new MovingClock(FakeLedgerView.NOON);
    }

    @Bean
    ServletRegistrationBean<HttpServlet> as2() {
        return new ServletRegistrationBean<>(new As2StandIn(), "/as2");
    }

    private static final class As2StandIn extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.getWriter().write("received");
        }
    }
}
