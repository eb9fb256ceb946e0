package peers;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all makes have in common when they play a partner that sends and receives.
 *
 * <pre>
 * partner --own NAME --key OWN.p12 --partner NAME=CERT.pem --work DIR [--url URL]
 * </pre>
 *
 * It prints {@code {"ready":PORT,"receipts":PORT}}: where messages go, at {@code /as2}, and
 * asynchronous receipts, at {@code /mdn}; on loopback only. Each line of standard input is a message
 * to send, as arguments with a tab between them:
 *
 * <pre>
 * [--url URL] [--digest sha-256|none] [--cipher aes256-cbc|none] [--compress none|before|after]
 * [--receipt signed|unsigned|none] [--later true] FILE
 * </pre>
 *
 * It ends with standard input. It prints what happens as one line of JSON each:
 *
 * <ul>
 *   <li>{@code sent}: file, messageId, and with a synchronous receipt disposition, signed (whether it was
 *       and the signature held), micMatches (null: not compared); error, if something displeased it
 *   <li>{@code receipt}: the same of an asynchronous one
 *   <li>{@code received}: messageId, from, sha256 of the content
 * </ul>
 */
final class Partner {

    private Partner() {}

    interface Sending {

        /** Notes what came of it. */
        void send(Options message, Map<String, Object> sent) throws Exception;
    }

    private static final PrintStream OUT = System.out;

    static void ready(int messages, int receipts) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("ready", messages);
        line.put("receipts", receipts);
        print(line);
        // Whatever the product prints by itself is not for the one who reads the lines.
        System.setOut(System.err);
    }

    /** Until standard input ends. */
    static void obey(Options options, Sending sending) throws Exception {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Options message = new Options(Arrays.asList(line.split("\t"))).over(options);
                Map<String, Object> sent = event("sent", null);
                sent.put("file", message.files.get(0));
                try {
                    sending.send(message, sent);
                } catch (Exception e) {
                    sent.put("error", String.valueOf(e));
                }
                print(sent);
            }
        }
    }

    static Map<String, Object> event(String event, String messageId) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.put("messageId", messageId);
        return line;
    }

    static void received(String messageId, String from, byte[] content) throws Exception {
        Map<String, Object> line = event("received", messageId);
        line.put("from", from);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        line.put("sha256", HexFormat.of().formatHex(digest));
        print(line);
    }

    static void print(Map<String, Object> line) {
        String text = Options.json(line);
        synchronized (OUT) {
            OUT.println(text);
            OUT.flush();
        }
    }

    /** For products that do not tell the port they were given. */
    static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
