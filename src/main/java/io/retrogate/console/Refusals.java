package io.retrogate.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Says no before a controller is reached: problem details to programs, one sentence to people. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Retrogate\", charset=\"UTF-8\"");
        refuse(request, response, ConsoleProblem.NOT_AUTHENTICATED);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        refuse(request, response, ConsoleProblem.FORBIDDEN);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, ConsoleProblem problem)
            throws IOException {
        response.setStatus(problem.status().value());
        if (wantsText(request)) {
            response.setContentType("text/plain;charset=UTF-8");
            var text = problem.title() + " (" + problem.id() + "). " + problem.remedy() + "\n";
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problems.of(problem, problem.title() + "."));
    }

    private static boolean wantsText(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
