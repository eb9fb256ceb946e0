package io.retrogate.as2.conformance;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;

/**
 * The first words of a TLS client, by hand: the JDK's own no longer says those of old versions. One
 * hello for all: its cipher, ECDHE-ECDSA-AES128-SHA, is good for TLS 1.0 to 1.2.
 */
final class ClientHello {

    /** What the server says to it. */
    enum Reply {
        GOES_ON,
        PROTOCOL_VERSION,
        SOMETHING_ELSE
    }

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int PROTOCOL_VERSION = 70;

    private ClientHello() {}

    /**
     * @param version in hexadecimal, 0302 for TLS 1.1
     */
    static Reply says(String version, int port) throws IOException {
        String extensions = "000a00040002" + "0017" + "000b00020100" + "000d00060004" + "04030203";
        String body =
                version
                        + "5a".repeat(32)
                        + "00"
                        + "0002c009"
                        + "0100"
                        + size(extensions, 4)
                        + extensions;
        String handshake = "01" + size(body, 6) + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            byte[] bytes = HexFormat.of().parseHex("160301" + size(handshake, 4) + handshake);
            socket.getOutputStream().write(bytes);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int type = in.readUnsignedByte();
            in.skipNBytes(4);
            in.readUnsignedByte();
            int second = in.readUnsignedByte();
            if (type == HANDSHAKE) {
                return Reply.GOES_ON;
            }
            return type == ALERT && second == PROTOCOL_VERSION
                    ? Reply.PROTOCOL_VERSION
                    : Reply.SOMETHING_ELSE;
        }
    }

    private static String size(String hex, int digits) {
        return HexFormat.of().toHexDigits(hex.length() / 2, digits);
    }
}
