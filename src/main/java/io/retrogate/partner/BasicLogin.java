package io.retrogate.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** A user and a password, as HTTP says them (RFC 7617, UTF-8). */
public record BasicLogin(String user, String password) {

    /** Value of the header Authorization. */
    public String authorization() {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Whether a header Authorization says the same; takes as long for a wrong one as for ours. */
    public boolean isSaidBy(String header) {
        int blank = header.indexOf(' ');
        boolean basic = blank > 0 && header.substring(0, blank).equalsIgnoreCase("basic");
        String value = basic ? "Basic " + header.substring(blank + 1).strip() : "";
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8),
                authorization().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BasicLogin[" + user + "]";
    }
}
