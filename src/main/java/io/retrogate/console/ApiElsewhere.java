package io.retrogate.console;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers programs in their own form where the API ends. */
@RestController
@Hidden
class ApiElsewhere {

    @GetMapping("/api/**")
    void nothing(HttpServletRequest request) {
        throw new ConsoleRefusal(
                ConsoleProblem.RESOURCE_UNKNOWN,
                "There is nothing at " + request.getRequestURI() + ".");
    }
}
