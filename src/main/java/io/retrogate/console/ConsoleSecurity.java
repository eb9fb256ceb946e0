package io.retrogate.console;

import jakarta.servlet.DispatcherType;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may do what: everything is closed to all but the operator, except what is listed here. AS2
 * authenticates by signature, schemas are public, and health says no more than up or down.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    static final String OPERATOR = "operator";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain as2Chain(HttpSecurity http, Environment environment) throws Exception {
        var path = environment.getProperty("retrogate.receive.as2.path", "/as2");
        return http.securityMatcher(paths(path, path + "/**"))
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(ConsoleSecurity::none)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain consoleChain(HttpSecurity http, Refusals refusals, Clock clock)
            throws Exception {
        return http.authorizeHttpRequests(
                        all ->
                                all.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .requestMatchers(open())
                                        .permitAll()
                                        .anyRequest()
                                        .hasRole("OPERATOR"))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        failed ->
                                failed.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals))
                .addFilterBefore(
                        new LoginThrottle(refusals, clock), BasicAuthenticationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(ConsoleSecurity::none)
                .headers(ConsoleSecurity::headers)
                .build();
    }

    @Bean
    UserDetailsService operator(PasswordEncoder encoder, Environment environment) {
        var data = environment.getProperty("retrogate.data", ".retrogate");
        var shared = Path.of(environment.getProperty("retrogate.shared", data));
        var secret = ConsoleSecret.in(shared, new SecureRandom());
        return new InMemoryUserDetailsManager(
                User.withUsername(OPERATOR)
                        .password(encoder.encode(secret.read()))
                        .roles("OPERATOR")
                        .build());
    }

    /**
     * Every request carries the secret, and 256 random bits need no slow hash: a slow one would
     * only let strangers spend our processor.
     */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
    }

    private static RequestMatcher open() {
        return paths("/schemas/**", "/livez", "/readyz", "/actuator/health/**");
    }

    /** By path alone: the AS2 servlet stands beside Spring's, so neither's mappings decide. */
    private static RequestMatcher paths(String... patterns) {
        var builder = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                Arrays.stream(patterns).map(builder::matcher).toArray(RequestMatcher[]::new));
    }

    private static void none(
            org.springframework.security.config.annotation.web.configurers
                                    .SessionManagementConfigurer<
                            HttpSecurity>
                    session) {
        session.sessionCreationPolicy(SessionCreationPolicy.STATELESS);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentTypeOptions(Customizer.withDefaults())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }
}
