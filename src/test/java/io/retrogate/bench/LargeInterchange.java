package io.retrogate.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An 856 of about 4.5 KB, again and again in one group, each with numbers of its own. */
public final class LargeInterchange {

    private static final int SET = 4500;
    private static final String DOCUMENT = "ASN-900145";

    private final String before;
    private final String set;
    private final String trailer;

    private LargeInterchange() {
        var one = ShipNotice.ofAbout(SET);
        int from = one.indexOf("ST*856*");
        int to = one.indexOf("GE*1*");
        before = one.substring(0, from);
        set = one.substring(from, to);
        trailer = one.substring(to).replace("GE*1*", "GE*%d*");
    }

    /** Writes as many sets as come to this size at least; how many there are. */
    public static int write(OutputStream out, long size) throws IOException {
        return new LargeInterchange().writeTo(out, size);
    }

    private int writeTo(OutputStream out, long size) throws IOException {
        out.write(bytes(before));
        long written = before.length();
        int count = 0;
        while (written < size) {
            count++;
            var bytes = bytes(numbered(count));
            out.write(bytes);
            written += bytes.length;
        }
        out.write(bytes(String.format(Locale.ROOT, trailer, count)));
        return count;
    }

    private String numbered(int number) {
        var digits = String.format(Locale.ROOT, "%09d", number);
        return set.replace("ST*856*0001~", "ST*856*" + digits + "~")
                .replaceFirst("(SE\\*\\d+\\*)0001~", "$1" + digits + "~")
                .replace(DOCUMENT, "ASN-" + digits);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
