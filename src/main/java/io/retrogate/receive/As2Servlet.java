package io.retrogate.receive;

import io.retrogate.as2.MimeHeaders;
import io.retrogate.ledger.Failpoint;
import io.retrogate.ledger.Failpoints;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The one URL where partners post AS2 messages. */
final class As2Servlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient As2Reception reception;
    private final transient Failpoints failpoints;

    As2Servlet(As2Reception reception, Failpoints failpoints) {
        this.reception = reception;
        this.failpoints = failpoints;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        As2Answer answer =
                request.getMethod().equals("POST")
                        ? reception.receive(read(request))
                        : As2Answer.problem(
                                As2ReceiveProblem.METHOD, "This is where AS2 messages go.");
        write(answer, response);
        if (answer.isReceipt()) {
            failpoints.reach(Failpoint.RECEIPT_SENT);
        }
    }

    private static As2Request read(HttpServletRequest request) throws IOException {
        List<MimeHeaders.Field> fields = new ArrayList<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                fields.add(new MimeHeaders.Field(name, value.strip()));
            }
        }
        return new As2Request(
                new MimeHeaders(fields),
                request.getContentLengthLong(),
                request.getInputStream(),
                shown(request));
    }

    /** What a proxy says in a header is nobody's proof. */
    private static Optional<X509Certificate> shown(HttpServletRequest request) {
        Object chain = request.getAttribute("jakarta.servlet.request.X509Certificate");
        return chain instanceof X509Certificate[] shown && shown.length > 0
                ? Optional.of(shown[0])
                : Optional.empty();
    }

    private static void write(As2Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        for (String line : answer.headers().split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                response.setHeader(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        byte[] body = answer.body().getBytes(StandardCharsets.ISO_8859_1);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
