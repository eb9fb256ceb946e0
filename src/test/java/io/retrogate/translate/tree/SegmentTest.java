package io.retrogate.translate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrogate.edi.CharacterSet;
import io.retrogate.edi.Delimiters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTest {

    private static final Delimiters EDIFACT = new Delimiters('+', ':', '\'', '\0', '?', '.');

    @Test
    void giveElementsAndComponents() {
        var segment = one("NAD+BY+5412345000013::9++Name:Second'", StandardCharsets.ISO_8859_1);

        assertThat(segment.tag()).isEqualTo("NAD");
        assertThat(segment.size()).isEqualTo(4);
        assertThat(segment.value(1, 0)).isEqualTo("BY");
        assertThat(segment.value(2, 1)).isEqualTo("5412345000013");
        assertThat(segment.value(2, 2)).isEmpty();
        assertThat(segment.value(2, 3)).isEqualTo("9");
        assertThat(segment.value(2, 4)).isEmpty();
        assertThat(segment.value(3, 1)).isEmpty();
        assertThat(segment.value(4, 2)).isEqualTo("Second");
        assertThat(segment.value(5, 1)).isEmpty();
        assertThat(segment.offset(2)).isEqualTo(7);
    }

    @Test
    void takeReleasedCharactersAsText() {
        var segments = all("FTX+AAI+++What??:1?+1?'s 2?:00'BGM+1'", StandardCharsets.ISO_8859_1);

        assertThat(segments).extracting(Segment::tag).containsExactly("FTX", "BGM");
        assertThat(segments.get(0).value(4, 1)).isEqualTo("What?");
        assertThat(segments.get(0).value(4, 2)).isEqualTo("1+1's 2:00");
    }

    @Test
    void areReadInTheCharactersOfTheInterchange() {
        assertThat(one("FTX+AAI+++Łódź'", Charset.forName("ISO-8859-2")).value(4, 1))
                .isEqualTo("Łódź");
        assertThat(one("FTX+AAI+++Łódź €'", StandardCharsets.UTF_8).value(4, 1))
                .isEqualTo("Łódź €");
    }

    @Test
    void skipLineEndsBetweenThem() {
        var segments = all("UNH+1'\r\n  BGM+351'\r\n", StandardCharsets.ISO_8859_1);

        assertThat(segments).extracting(Segment::tag).containsExactly("UNH", "BGM");
        assertThat(segments).extracting(Segment::ordinal).containsExactly(1, 2);
    }

    @Test
    void holdAsManyElementsAsThereAre() {
        var text = new StringBuilder("LIN");
        for (int at = 1; at <= 40; at++) {
            text.append('+').append(at);
        }

        var segment = one(text + "'", StandardCharsets.ISO_8859_1);

        assertThat(segment.size()).isEqualTo(40);
        assertThat(segment.value(16, 0)).isEqualTo("16");
        assertThat(segment.value(40, 0)).isEqualTo("40");
    }

    @Test
    void mayEndWithTheBytes() {
        assertThat(one("BGM+351", StandardCharsets.ISO_8859_1).value(1, 1)).isEqualTo("351");
        assertThat(one("BGM+351?", StandardCharsets.ISO_8859_1).value(1, 1)).isEqualTo("351?");
    }

    private static Segment one(String text, Charset charset) {
        return all(text, charset).get(0);
    }

    private static List<Segment> all(String text, Charset charset) {
        return Segment.allOf(new Wire(text.getBytes(charset), EDIFACT, new CharacterSet(charset)));
    }
}
