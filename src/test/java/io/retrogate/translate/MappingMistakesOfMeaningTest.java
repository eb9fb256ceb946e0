package io.retrogate.translate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrogate.edi.GatewayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every part of such a rule fits somewhere, but together they can mean nothing. */
class MappingMistakesOfMeaningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            value = {
                "{ from: BSN.02, to: documentDate }                                  ^ TRN-004 ^"
                        + " 'BSN.02' is text, which becomes no moment ^ nearest: BSN.03",
                "{ from: BSN.04, to: documentDate }                                  ^ TRN-004 ^"
                        + " 'BSN.04' is a time                        ^ nearest: BSN.03",
                "{ from: BSN.03, to: totals.quantity }                               ^ TRN-004 ^"
                        + " 'BSN.03' is a date, which becomes no decimal ^ nearest: BSN.02",
                "{ from: BSN.05, to: totals.quantity }                               ^ TRN-004 ^"
                        + " 'BSN.05' is a code, which becomes no decimal ^ nearest: BSN.02",
                "{ from: CTT.02, to: documentType, code: transactionType }           ^ TRN-004 ^"
                        + " 'CTT.02' is a number, which becomes no coded ^ wrong.yaml:8",
                "{ each: DTM, names: quantity, key: DTM.01, from: DTM.02, to: totals, rest:"
                        + " totals.other } ^ TRN-004 ^ 'DTM.02' is a date ^ wrong.yaml:8",
                "{ from: CTT.02, to: totals.quantity, as: n2 }                       ^ TRN-004 ^"
                        + " has 0 implied decimals: as: n0           ^ wrong.yaml:8",
                "{ each: HL/SAC, to: charges, do: [{ from: SAC.05, to: amount }] }   ^ TRN-004 ^"
                        + " 'SAC.05' has 2 implied decimals: as: n2  ^ wrong.yaml:8",
                "{ from: BSN.02, to: rma.number, time: BSN.04 }                      ^ TRN-004 ^"
                        + " 'time' stands beside a date only         ^ wrong.yaml:8",
                "{ from: CTT.02, to: totals.quantity, text: BSN.02 }                 ^ TRN-004 ^"
                        + " 'text' stands beside a code only         ^ wrong.yaml:8",
                "{ from: BSN.03, to: documentDate, required: true, default: '20260101' } ^ TRN-004"
                        + " ^ 'required' asks for nothing          ^ wrong.yaml:8",
                "{ from: BSN.02, set: X, to: rma.number }                            ^ TRN-004 ^"
                        + " 'set' is always written                  ^ wrong.yaml:8",
                "{ from: [BSN.03, BSN.03], to: documentDate, join: ' ' }             ^ TRN-004 ^"
                        + " 'join' makes one text                    ^ wrong.yaml:8",
                "{ from: BSN.02, to: rma.number, else: rma.number }                  ^ TRN-004 ^"
                        + " 'else' is where the value could not go   ^ wrong.yaml:8",
                "{ from: ['HL/REF[01=RZ|QJ].02', 'HL/REF[01=QJ].02'], to: rma.number }   ^ TRN-004"
                        + " ^ 'HL/REF[01=QJ].02' is never looked at ^ wrong.yaml:8",
                "{ from: ['HL/REF.02', 'HL[03=S]/REF[01!=SE].02'], to: rma.number }  ^ TRN-004 ^"
                        + " 'HL[03=S]/REF[01!=SE].02' is never looked at ^ 'HL/REF.02' leads there",
                "{ from: BSN.02, to: rma.number, when: kind=return.shipmnt }         ^ TRN-004 ^ no"
                        + " kind 'return.shipmnt'                 ^ nearest: return.shipment",
                "{ from: BSN.06, to: documentType, code: transactionType, default: QQ }  ^ TRN-005"
                        + " ^ table 'transactionType' has no 'QQ'  ^ nearest: ",
                "{ each: HL/REF, to: references, do: [{ set: QX, to: type, code: reference }, {"
                        + " from: REF.02, to: value }] } ^ TRN-005 ^ table 'reference' has no 'QX' ^"
                        + " nearest: Q9, QJ",
            })
    void areNamedWithFileAndLine(String rule, String id, String what, String near) {
        assertThatThrownBy(() -> MappingMistakesTest.compile(with(rule)))
                .isInstanceOf(GatewayException.class)
                .hasMessageStartingWith(id)
                .hasMessageContaining(what)
                .hasMessageContaining(near);
    }

    @Test
    void includeAQualifierThatTwoRulesKnowDifferently() {
        var rules =
                with("{ from: 'HL/REF[01=ZZ].02', to: rma.number }")
                        + "  - { from: 'HL/REF[01=ZZ].02', to: rma.requestNumber }\n";

        assertThatThrownBy(() -> MappingMistakesTest.compile(rules))
                .hasMessageStartingWith(
                        "TRN-004 wrong.yaml:9 two rules read 'HL/REF[01=ZZ].02', into 'rma.number'"
                                + " and into 'rma.requestNumber'");
    }

    @Test
    void includeAnElementThatOneOfTheVersionsLacks() {
        var two =
                """
                mapping: wrong
                message: [EDIFACT RETANN D01B, EDIFACT RETANN D96A]
                tables: edifact
                kind: [{ is: return.announcement }]
                in:
                  - { from: BGM.03, to: purpose, code: purpose }
                  - { from: BGM.02.1, to: documentNumber }
                """;

        assertThatThrownBy(() -> MappingMistakesTest.compile(two))
                .hasMessageStartingWith(
                        "TRN-002 wrong.yaml:7 path 'BGM.02.1' in RETANN D96A: BGM.02 has 0"
                                + " components");
    }

    @Test
    void includeADateOfEdifactWithoutItsFormat() {
        var dated =
                """
                mapping: wrong
                message: EDIFACT RETANN D01B
                tables: edifact
                kind: [{ is: return.announcement }]
                in:
                  - { from: BGM.03, to: purpose, code: purpose }
                  - { from: BGM.02.1, to: documentNumber }
                  - { from: "DTM[01.1=137].01.2", to: documentDate }
                """;

        assertThatThrownBy(() -> MappingMistakesTest.compile(dated))
                .hasMessageStartingWith("TRN-004 wrong.yaml:8 'DTM[01.1=137].01.2' is text")
                .hasMessageContaining("'format'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ from: BSN.03, time: BSN.04, to: documentDate }",
                "{ from: BSN.03, to: rma.number }",
                "{ from: ['HL/REF[01=QJ].02', 'HL/REF[01=RZ|QJ].02'], to: rma.number }",
                "{ from: ['HL[03=S]/REF[01=QJ].02', 'HL/REF[01=QJ].02'], to: rma.number }",
                "{ from: ['HL/REF[01=QJ].02', 'HL/REF[01!=QJ].02'], to: rma.number }",
            })
    void areNotSeenWhereThereAreNone(String rule) {
        assertThatCode(() -> MappingMistakesTest.compile(with(rule))).doesNotThrowAnyException();
    }

    private static String with(String rule) {
        return MappingMistakesTest.TOP + "  - " + rule + "\n";
    }
}
