package io.retrogate.as2;

import java.io.InputStream;
import java.util.Base64;
import java.util.Locale;

/** Content-Transfer-Encoding (RFC 2045 §6). */
enum TransferDecoding {
    IDENTITY,
    BASE64,
    QUOTED_PRINTABLE;

    static TransferDecoding of(MimeHeaders headers) {
        String named = headers.first("Content-Transfer-Encoding").orElse("binary");
        return switch (named.toLowerCase(Locale.ROOT)) {
            case "base64" -> BASE64;
            case "quoted-printable" -> QUOTED_PRINTABLE;
            default -> IDENTITY;
        };
    }

    InputStream decode(InputStream in) {
        return switch (this) {
            case IDENTITY -> in;
            case BASE64 -> Base64.getMimeDecoder().wrap(in);
            case QUOTED_PRINTABLE -> new QuotedPrintableInput(in);
        };
    }
}
