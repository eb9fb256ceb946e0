package io.retrogate.edi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterSetTest {

    private static final CharacterSet UTF = new CharacterSet(UTF_8);

    private static String read(CharacterSet characters, String bytes) {
        return characters.text(bytes.getBytes(ISO_8859_1), 0, bytes.length());
    }

    @ParameterizedTest
    @CsvSource({
        "Stra\u00C3\u009Fe, Stra\u00DFe",
        "Stra\u00DFe, Stra\u00DFe",
        "\u00DF, \u00DF",
        "\u00C3\u009F \u00DF \u00C3\u009F, \u00DF \u00DF \u00DF",
        "\u00E2\u0082, \u00E2\u0082",
        "\u00E2\u0082\u00AC\u00E9, \u20AC\u00E9",
        "\u00EF\u00BF\u00BD\u00E9, \uFFFD\u00E9",
        "\u00F0\u009F\u0093\u00A6!, \uD83D\uDCE6!",
    })
    void readsAsLatinOnlyWhatIsNoUtf8(String bytes, String text) {
        assertThat(read(UTF, bytes)).isEqualTo(text);
        assertThat(UTF.text(bytes)).isEqualTo(text);
    }

    @Test
    void readsAsLatinWhatASingleByteSetLeavesOpen() {
        var windows = new CharacterSet(Charset.forName("windows-1252"));
        assertThat(read(windows, "\u0080 \u0081 \u00E9")).isEqualTo("\u20AC \u0081 \u00E9");
        assertThat(windows.holds(new byte[] {(byte) 0x80}, 0, 1)).isTrue();
        assertThat(windows.holds(new byte[] {(byte) 0x81}, 0, 1)).isFalse();
    }

    @Test
    void cutsBetweenCharacters() {
        var bytes = UTF.bytes("\u00E9\u20AC\uD83D\uDCE6x");
        assertThat(UTF.text(UTF.cut(bytes, 2))).isEqualTo("\u00E9\u20AC");
        assertThat(UTF.text(UTF.cut(bytes, 3))).isEqualTo("\u00E9\u20AC\uD83D\uDCE6");
        assertThat(UTF.cut(bytes, 4)).isEqualTo(bytes);
        assertThat(UTF.text(UTF.cut("\u00DF\u00C3\u009F", 2))).isEqualTo("\u00DF\u00DF");
        assertThat(CharacterSet.LATIN.cut("\u00C3\u00A9\u00C3\u00A9", 3)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, UNOC",
        "ISO-8859-5, UNOE",
        "ISO-8859-9, UNOK",
        "UTF-8, UNOY",
        "windows-1252, UNOC"
    })
    void hasANameInUnb(String name, String identifier) {
        assertThat(new CharacterSet(Charset.forName(name)).syntaxIdentifier())
                .isEqualTo(identifier);
    }
}
