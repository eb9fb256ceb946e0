package io.retrogate.console;

import io.retrogate.edi.ProblemCode;
import java.net.URI;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457) whose type ends in the id of the catalogue. */
final class Problems {

    private static final String TYPE = "https://retrogate.io/problems/";

    private Problems() {}

    static ProblemDetail of(ConsoleProblem problem, String detail) {
        return of(problem, problem.status(), problem.title(), detail);
    }

    static ProblemDetail of(ProblemCode code, HttpStatusCode status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + code.id()));
        problem.setTitle(title);
        problem.setProperty("remedy", code.remedy());
        return problem;
    }
}
