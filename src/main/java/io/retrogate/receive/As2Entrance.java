package io.retrogate.receive;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets messages in before the filters that people's requests go through: those know nothing of AS2,
 * let all of it pass, and took a third of what Java computed for a small message.
 */
final class As2Entrance extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private final transient As2Servlet door;

    As2Entrance(As2Servlet door) {
        this.door = door;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain others)
            throws IOException {
        door.service(request, response);
    }
}
