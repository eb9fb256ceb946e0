package io.retrogate.translate.smooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** What a Smooks configuration of anybody sees of an interchange. */
class StaediReaderTest {

    @Test
    void nestsLoopsAsTheirNumbersSay() throws Exception {
        var seen =
                seen(
                        "ISA*00*          *00*          *ZZ*HERON          *ZZ*RETROGATE      "
                                + "*261102*0915*U*00401*000001002*0*P*>~"
                                + "GS*SH*HERON*RETROGATE*20261102*0915*502*X*004010~"
                                + "ST*856*0001~BSN*00*A-1*20261103*1410~HL*1**S~TD5*B*2*UPSN~"
                                + "HL*2*1*O~PRF*PO-1~HL*3*2*I~LIN**VN*BL~HL*4*1*O~PRF*PO-2~"
                                + "CTT*4~SE*10*0001~GE*1*502~IEA*1*000001002~");

        assertThat(seen)
                .isEqualTo(
                        "interchange[1]("
                                + "group[2](transaction[3]("
                                + "BSN[4] L_HL[5](TD5[6] L_HL[7](PRF[8] L_HL[9](LIN[10] ) ) "
                                + "L_HL[11](PRF[12] ) ) CTT[13] SE[14] ) GE[15] ) IEA[16] ) ");
    }

    @Test
    void readsUnaAndReleasedCharacters() throws Exception {
        var handler =
                read(
                        "UNA:+.? 'UNB+UNOC:3+HERON:ZZ+R:ZZ+261102:0915+7'"
                                + "UNH+1+DESADV:D:01B:UN'BGM+351+A?+1+9'"
                                + "NAD+SF+4012345000009::9++Gr\u00fcn:und?:Co'CPS+1'UNT+5+1'UNZ+1+7'");

        assertThat(handler.attributes)
                .contains("interchange e01=UNOC e01-1=UNOC e01-2=3 e02=HERON")
                .contains("BGM e01=351 e01-1=351 e02=A+1 e02-1=A+1 e03=9")
                .contains("L_NAD e01=SF e02=4012345000009 e02-1=4012345000009 e02-3=9")
                .contains("e04=Gr\u00fcn e04-1=Gr\u00fcn e04-2=und:Co");
    }

    private static String seen(String interchange) throws Exception {
        return read(interchange).seen.toString();
    }

    private static Recorder read(String interchange) throws Exception {
        var reader = new StaediReader();
        var recorder = new Recorder();
        reader.setContentHandler(recorder);
        var bytes = interchange.getBytes(StandardCharsets.ISO_8859_1);
        reader.parse(new InputSource(new ByteArrayInputStream(bytes)));
        return recorder;
    }

    private static final class Recorder extends DefaultHandler {

        final StringBuilder seen = new StringBuilder();
        String attributes = "";
        private boolean leaf;

        @Override
        public void startElement(String uri, String local, String name, Attributes given) {
            if (leaf) {
                seen.append('(');
            }
            seen.append(name).append('[').append(given.getValue("_segment")).append(']');
            leaf = true;
            attributes += "\n" + name;
            for (int i = 0; i < given.getLength(); i++) {
                if (!given.getQName(i).equals("_segment")) {
                    attributes += " " + given.getQName(i) + "=" + given.getValue(i);
                }
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            seen.append(leaf ? " " : ")");
            if (!leaf) {
                seen.append(' ');
            }
            leaf = false;
        }
    }
}
