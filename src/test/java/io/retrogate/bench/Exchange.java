package io.retrogate.bench;

import io.retrogate.as2.As2Outcome;
import io.retrogate.as2.PreparedMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One message and its answer. */
record Exchange(
        PreparedMessage message,
        String messageId,
        int status,
        Map<String, List<String>> headers,
        byte[] answer) {

    private static final Pattern PROCESSED =
            Pattern.compile("(?im)^Disposition:[^;\r\n]*;\\s*processed\\s*$");

    /**
     * Cheap enough for every answer: a signed receipt for this message, that says yes, with the MIC
     * of what we sent. Its signature is left to {@link #verify}.
     *
     * @throws WrongAnswer if it is anything else
     */
    void check() {
        var text = new String(answer, StandardCharsets.ISO_8859_1);
        var type = headers.getOrDefault("Content-Type", List.of("")).get(0);
        demand(status == 200, "status " + status);
        demand(type.startsWith("multipart/signed"), "Content-Type " + type);
        demand(text.contains("Original-Message-ID: " + messageId + "\r\n"), "another Message-ID");
        demand(PROCESSED.matcher(text).find(), "no \"processed\" without more");
        demand(text.contains(message.mic()), "another MIC");
    }

    /** Signature, signer and MIC, as a gateway that sends would look at them. */
    void verify() {
        var outcome = message.judge(status, headers, answer, messageId);
        demand(outcome.state() == As2Outcome.State.RECEIPT_VERIFIED, outcome.toString());
    }

    private void demand(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new WrongAnswer(
                    "wrong answer to "
                            + messageId
                            + ": "
                            + otherwise
                            + "\n"
                            + headers
                            + "\n"
                            + new String(answer, StandardCharsets.ISO_8859_1));
        }
    }

    /** Ends the whole run: figures beside wrong answers are worth nothing. */
    static final class WrongAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongAnswer(String message) {
            super(message);
        }
    }
}
