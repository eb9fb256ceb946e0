package io.retrogate.console;

import io.retrogate.edi.GatewayException;
import io.retrogate.edi.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure of the API as problem details; what happened inside stays inside. */
@RestControllerAdvice(annotations = RestController.class)
class ApiProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stageFailed(GatewayException e) {
        var code = e.code();
        var later = code.retry() == ProblemCode.Retry.LATER;
        var status = later ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
        LOG.atWarn().addKeyValue("problem", code.id()).setCause(e).log("console request failed");
        return ResponseEntity.status(status)
                .body(Problems.of(code, status, "The gateway could not answer", code.remedy()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException e) {
        LOG.atError()
                .addKeyValue("problem", ConsoleProblem.UNEXPECTED.id())
                .setCause(e)
                .log("console request failed");
        var problem = ConsoleProblem.UNEXPECTED;
        return ResponseEntity.status(problem.status()).body(Problems.of(problem, problem.remedy()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var name = e instanceof MethodArgumentTypeMismatchException m ? m.getName() : "parameter";
        var type = e.getRequiredType();
        var expected = type == null ? "as described" : "of type " + type.getSimpleName();
        var problem =
                Problems.of(ConsoleProblem.PARAMETER_INVALID, name + " must be " + expected + ".");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var answer = super.handleExceptionInternal(e, body, headers, status, request);
        if (answer != null
                && answer.getBody() instanceof ProblemDetail problem
                && "about:blank".equals(problem.getType().toString())) {
            var code = ConsoleProblem.REQUEST_NOT_SUPPORTED;
            problem.setType(Problems.of(code, "").getType());
            problem.setProperty("remedy", code.remedy());
        }
        return answer;
    }
}
