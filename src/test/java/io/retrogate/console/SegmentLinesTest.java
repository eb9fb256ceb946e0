package io.retrogate.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentLinesTest {

    @Test
    void takesTheTerminatorFromIsa() {
        var isa =
                "ISA*00*          *00*          *ZZ*RETROGATE      *ZZ*ACME           "
                        + "*261123*1200*U*00401*000000007*0*P*>!";

        assertThat(SegmentLines.of(isa + "GS*FA~*X!\nIEA*1*000000007!"))
                .containsExactly(isa, "GS*FA~*X!", "IEA*1*000000007!");
    }

    @Test
    void takesTerminatorAndReleaseFromUna() {
        assertThat(SegmentLines.of("UNA:+.? 'UNB+UNOC:3'FTX+AAI+++it?'s ??'UNZ+1+1'"))
                .containsExactly("UNA:+.? '", "UNB+UNOC:3'", "FTX+AAI+++it?'s ??'", "UNZ+1+1'");
    }

    @Test
    void showsTheRestEvenIfItEndsTooEarly() {
        assertThat(SegmentLines.of("UNB+UNOC:3'UCI+1")).containsExactly("UNB+UNOC:3'", "UCI+1");
        assertThat(SegmentLines.of("")).isEmpty();
    }
}
