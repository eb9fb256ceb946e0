package io.retrogate.translate.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearTest {

    @Test
    void namesTheNearestFirst() {
        assertThat(Near.to("quantity", List.of("lines", "Quantities", "quality")))
                .isEqualTo("; nearest: quality, Quantities, lines");
    }

    @Test
    void namesNoMoreThanFour() {
        assertThat(Near.to("a", List.of("a", "b", "c", "d", "e")))
                .isEqualTo("; nearest: a, b, c, d");
    }

    @Test
    void saysNothingWhereThereIsNothingToName() {
        assertThat(Near.to("quantity", List.of())).isEmpty();
    }
}
