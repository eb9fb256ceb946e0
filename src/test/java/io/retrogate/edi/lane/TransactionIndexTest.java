package io.retrogate.edi.lane;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.Delimiters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionIndexTest {

    private static final Delimiters EDIFACT = new Delimiters('+', ':', '\'', '*', '?', '.');

    private final TransactionIndex index = new TransactionIndex();

    @Test
    void findsElementsBetweenTheirSeparators() {
        assertThat(read("UNH+1+RETANN:D:01B:UN'\r\nBGM++A?+B+'UNT+3+1'")).isTrue();

        assertThat(index.segments()).isEqualTo(3);
        assertThat(index.tag(1)).isEqualTo(TransactionIndex.packed("BGM"));
        assertThat(index.elements(1)).isEqualTo(3);
        assertThat(text(1, 1)).isEmpty();
        assertThat(text(1, 2)).isEqualTo("A?+B");
        assertThat(text(1, 3)).isEmpty();
        assertThat(text(2, 2)).isEqualTo("1");
        assertThat(index.released()).isTrue();
    }

    @Test
    void forgetsTheSetBefore() {
        assertThat(read("UNH+?'1'BGM+1'UNT+3+1'")).isTrue();
        assertThat(read("UNH+2'")).isTrue();

        assertThat(index.segments()).isEqualTo(1);
        assertThat(index.released()).isFalse();
        assertThat(text(0, 1)).isEqualTo("2");
    }

    @Test
    void holdsMoreThanItBeganWith() {
        assertThat(read("LIN+1+2+3+4+5'".repeat(5000))).isTrue();

        assertThat(index.segments()).isEqualTo(5000);
        assertThat(text(4999, 5)).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "UNH+1",
                "UNH+1'BGM",
                "UNH+1*2'",
                "UNH+\u00011'",
                "UNH+?\u0001'",
                "UNH+\u0085'",
                "UNH+1?",
                "\tUNH+1'"
            })
    void givesUpWhatItCannotHold(String text) {
        assertThat(read(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\n', ' ', 'A', '\u001d', '\u00e4'})
    void givesUpSeparatorsThatAreNoPunctuation(char separator) {
        bytes = ("BGM" + separator + "1'").getBytes(ISO_8859_1);
        var odd = new Delimiters(separator, ':', '\'', '*', '?', '.');

        assertThat(index.read(bytes, 0, bytes.length, odd)).isFalse();
    }

    @Test
    void takesAnEmptyLineForASegmentWhereLinesEndSegments() {
        bytes = "ST*1\n\nSE*3\n".getBytes(ISO_8859_1);

        assertThat(
                        index.read(
                                bytes,
                                0,
                                bytes.length,
                                new Delimiters('*', '>', '\n', (char) 0, (char) 0, '.')))
                .isTrue();
        assertThat(index.segments()).isEqualTo(3);
        assertThat(index.tag(1)).isZero();
    }

    private boolean read(String text) {
        bytes = text.getBytes(ISO_8859_1);
        return index.read(bytes, 0, bytes.length, EDIFACT);
    }

    private byte[] bytes = new byte[0];

    private String text(int segment, int element) {
        int from = index.start(segment, element);
        return new String(bytes, from, index.end(segment, element) - from, ISO_8859_1);
    }
}
