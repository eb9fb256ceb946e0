package io.retrogate.as2.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;

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

    /** All until the other side closes. */
    byte[] answer() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
