package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.edi.GatewayException;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.text.MappingText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping that fits nothing does not start, and says where and what was near. */
class MappingMistakesTest {

    private static final Schemas SCHEMAS = Schemas.builtIn();

    static final String TOP =
            """
            mapping: wrong
            message: X12 856 004010
            tables: x12
            kind: [{ is: return.shipment }]
            in:
              - { from: BSN.01, to: purpose, code: purpose }
              - { from: BSN.02, to: documentNumber }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ from: BSM.03, to: documentDate }                  | TRN-002 | wrong.yaml:8 path"
                        + " 'BSM.03' in 856 004010: no 'BSM'   | nearest: BSN",
                "{ from: BSN.08, to: documentDate }                  | TRN-002 | BSN has only 7"
                        + " elements                              | wrong.yaml:8",
                "{ from: BSN.03.2, to: documentDate }                | TRN-002 | BSN.03 has 0"
                        + " components                              | wrong.yaml:8",
                "{ from: 'HL/REV.02', to: rma.number }               | TRN-002 | no 'REV' in L_HL  "
                        + "                                   | nearest: ",
                "{ from: 'HK/REF.02', to: rma.number }               | TRN-002 | no loop 'HK'      "
                        + "                                   | nearest: HL",
                "{ from: 'HL/REF[01:RZ].02', to: rma.number }        | TRN-002 | is no qualifier"
                        + " such as                              | wrong.yaml:8",
                "{ from: 'HL/REF[09=RZ].02', to: rma.number }        | TRN-002 | REF has only 4"
                        + " elements                              | wrong.yaml:8",
                "{ from: '^XX/REF.02', to: rma.number }              | TRN-002 | no loop 'XX'"
                        + " around this rule                        | wrong.yaml:8",
                "{ from: BSN.03, to: documentDat }                   | TRN-003 | the message has no"
                        + " 'documentDat'                     | nearest: documentDate",
                "{ from: BSN.03, to: rma.numbr }                     | TRN-003 | the message has no"
                        + " 'rma.numbr'                       | nearest: number",
                "{ from: BSN.03, to: 'documentDate[]' }              | TRN-003 | is no list        "
                        + "                                   | wrong.yaml:8",
                "{ from: BSN.06, to: documentType }                  | TRN-004 | 'documentType' is"
                        + " a code; name its table             | wrong.yaml:8",
                "{ from: BSN.03, to: documentDate, code: purpose }   | TRN-004 | 'documentDate' is"
                        + " not what this rule writes          | wrong.yaml:8",
                "{ from: BSN.03, to: documentDate, tyme: BSN.04 }    | TRN-004 | nobody knows"
                        + " 'tyme'                                  | nearest: time",
                "{ from: BSN.03, to: documentNumber }                | TRN-004 | two rules write"
                        + " 'documentNumber'                     | wrong.yaml:8",
                "{ from: CTT.02, to: totals.quantity, as: n9 }       | TRN-004 | 'as' is one of    "
                        + "                                   | wrong.yaml:8",
                "{ each: DTM, to: remarks, do: [{ from: DTM.01, to: type, code: date }] } | TRN-004"
                        + " | no rule writes 'text'           | wrong.yaml:8",
                "{ each: DTM, to: remarks }                          | TRN-004 | 'each' needs 'do' "
                        + "                                   | wrong.yaml:8",
                "{ from: BSN.06, to: documentType, code: purpse }    | TRN-005 | no code table"
                        + " 'purpse'                               | nearest: purpose",
                "{ from: BSN.06, to: rma.status, code: reason }      | TRN-005 | which cannot stand"
                        + " here                              | nearest: ",
            })
    void areNamedWithFileAndLine(String rule, String id, String what, String near) {
        assertThatThrownBy(() -> compile(TOP + "  - " + rule + "\n"))
                .isInstanceOf(GatewayException.class)
                .hasMessageStartingWith(id)
                .hasMessageContaining(what)
                .hasMessageContaining(near);
    }

    @Test
    void includeBrokenYaml() {
        assertThatThrownBy(() -> compile(TOP + "  - { from: BSN.03\n"))
                .hasMessageStartingWith("TRN-001 wrong.yaml:9");
    }

    @Test
    void includeAMessageWithoutSchema() {
        assertThatThrownBy(() -> compile(TOP.replace("856 004010", "856 003999")))
                .hasMessageStartingWith("TRN-006 wrong.yaml:1 no schema of 856 003999");
    }

    @Test
    void includeAMessageThatLacksWhatTheSchemaRequires() {
        assertThatThrownBy(() -> compile(TOP.replaceAll(".*documentNumber.*\n", "")))
                .hasMessageStartingWith("TRN-004 wrong.yaml:1 no rule writes 'documentNumber'");
    }

    @Test
    void includeAKindThatMayStayOpen() {
        assertThatThrownBy(
                        () ->
                                compile(
                                        TOP.replace(
                                                "is: return.shipment",
                                                "is: return.shipment, when: BSN.01=00")))
                .hasMessageContaining("the last rule of 'kind' must hold always");
    }

    @Test
    void includeDroppingWhatIsNotThere() {
        var text =
                "mapping: wrong\n"
                        + "extends: x12-856\n"
                        + "message: X12 856 004010\n"
                        + "in:\n"
                        + "  - { drop: colour }\n";

        assertThatThrownBy(() -> compile(text))
                .hasMessageStartingWith("TRN-004 wrong.yaml:5 there is no rule 'colour' to drop");
    }

    static void compile(String yaml) {
        var text = MappingText.read("wrong.yaml", yaml, Mappings::extended);
        var shape = TargetShape.ofMessage();
        text.messages().forEach(it -> Mappings.compile(it, text, SCHEMAS::find, shape));
    }
}
