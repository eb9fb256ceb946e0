package io.retrogate.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTrailerTest {

    private static final String ISA =
            "ISA*00*          *00*          *ZZ*ACMERETAIL     *ZZ*RETROGATE      "
                    + "*261123*1200*U*00401*000000001*0*P*>";

    @TempDir Path directory;

    @Test
    void seesTheEndOfX12WithAnyTerminator() throws Exception {
        for (String terminator : new String[] {"~", "~\r\n", "\n", "'"}) {
            String body = ISA + terminator + "GS*RZ*A*B" + terminator + "GE*1*1" + terminator;
            assertThat(closes(body + "IEA*1*000000001" + terminator)).isTrue();
            assertThat(closes(body + "IEA*1*00000000")).isFalse();
            assertThat(closes(body)).isFalse();
        }
    }

    @Test
    void seesTheEndOfEdifact() throws Exception {
        assertThat(closes("UNB+UNOC:3+A+B'UNH+1'UNT+2+1'UNZ+1+7'\r\n")).isTrue();
        assertThat(closes("UNB+UNOC:3+A+B'UNZ+1+7'\0\u001a")).isTrue();
        assertThat(closes("UNA:*.? ~UNB*UNOC:3*A*B~UNZ*1*7~")).isTrue();
        assertThat(closes("UNA:*.? ~UNB*UNOC:3*A*B~UNZ*1*7")).isFalse();
        assertThat(closes("UNB+UNOC:3+A+B'UNZ+1+7")).isFalse();
        assertThat(closes("UNB+UNOC:3+A+B'FTX+AAI+++UNZ+1+7'")).isFalse();
        assertThat(closes("UNB+UNOC:3+A+B'UNZ+1+7'UNB+UNOC:3+A+B'UNH")).isFalse();
    }

    @Test
    void waitsForABeginningAndForNothingElse() throws Exception {
        assertThat(closes("")).isFalse();
        assertThat(closes("IS")).isFalse();
        assertThat(closes("ISA*00*")).isFalse();
        assertThat(closes("order;quantity\n7;1\n")).isTrue();
    }

    @Test
    void readsTheEndsOfLongFiles() throws Exception {
        String filling = "FTX+AAI+++x'".repeat(10_000);
        assertThat(closes("UNB+UNOC:3+A+B'" + filling + "UNZ+1+7'")).isTrue();
        assertThat(closes("UNB+UNOC:3+A+B'" + filling)).isFalse();
    }

    private boolean closes(String text) throws Exception {
        Path file = directory.resolve("file");
        return ClosingTrailer.closes(Files.writeString(file, text, StandardCharsets.ISO_8859_1));
    }
}
