package io.retrogate.receive;

import io.retrogate.edi.ProblemCode;
import io.retrogate.ledger.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What goes back over HTTP.
 *
 * @param headers lines, CR LF between them
 * @param body ISO-8859-1 view of the bytes
 */
record As2Answer(int status, String headers, String body) {

    static As2Answer empty() {
        return new As2Answer(200, "", "");
    }

    static As2Answer receipt(Receipt receipt) {
        return new As2Answer(200, receipt.headers(), receipt.body());
    }

    /** RFC 9457; the detail must not tell strangers anything about us. */
    static As2Answer problem(As2ReceiveProblem problem, String detail) {
        return new As2Answer(
                problem.status(),
                problem == As2ReceiveProblem.METHOD
                        ? "Content-Type: application/problem+json\r\nAllow: POST"
                        : "Content-Type: application/problem+json",
                json(problem, detail));
    }

    /** RFC 7617 §2. */
    static As2Answer login() {
        As2Answer answer = problem(As2ReceiveProblem.LOGIN, "Nothing was read.");
        String headers = answer.headers() + "\r\nWWW-Authenticate: Basic realm=\"AS2\"";
        return new As2Answer(answer.status(), headers, answer.body());
    }

    static As2Answer later(As2ReceiveProblem problem, Duration after) {
        As2Answer answer = problem(problem, "Nothing was kept.");
        String headers = answer.headers() + "\r\nRetry-After: " + after.toSeconds();
        return new As2Answer(answer.status(), headers, answer.body());
    }

    boolean isReceipt() {
        return status == 200 && !body.isEmpty();
    }

    private static String json(As2ReceiveProblem problem, String detail) {
        String text =
                String.format(
                        "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}",
                        type(problem),
                        escaped(problem.remedy()),
                        problem.status(),
                        escaped(detail));
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String type(ProblemCode problem) {
        return "urn:retrogate:problem:" + problem.id();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }
}
