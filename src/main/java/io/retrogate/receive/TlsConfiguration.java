package io.retrogate.receive;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11JsseProtocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the web server speaks TLS, and with which certificate, is Spring Boot's to read. */
@Configuration(proxyBeanMethods = false)
class TlsConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> tlsRules() {
        return server -> {
            Ssl tls = server.getSsl();
            if (tls != null && tls.getClientAuth() == null) {
                tls.setClientAuth(Ssl.ClientAuth.WANT);
            }
            server.addConnectorCustomizers(TlsConfiguration::rule);
        };
    }

    private static void rule(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11JsseProtocol<?> http) {
            http.setSslImplementationName(TlsRules.class.getName());
        }
    }
}
