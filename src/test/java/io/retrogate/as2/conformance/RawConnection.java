package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which a request can be as wrong as it likes. */
final class RawConnection implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final Socket socket;

    RawConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE);
    }

    RawConnection write(String text) throws IOException {
        return write(text.getBytes(ISO_8859_1));
    }

    RawConnection write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** Nothing more comes from here. */
    RawConnection end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** One answer, as long as it says; the connection stays open. */
    byte[] next() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (!all.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            all.writeBytes(socket.getInputStream().readNBytes(1));
        }
        Matcher length =
                Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n")
                        .matcher(all.toString(ISO_8859_1));
        if (length.find()) {
            all.writeBytes(socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))));
        }
        return all.toByteArray();
    }

    /** All until the other side closes. */
    byte[] answer() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
