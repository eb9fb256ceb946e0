package io.retrogate.translate.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-20T09:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "12, ., 12",
        "+012.50, ., 12.50",
        "-3, ., -3",
        "-0.0, ., 0",
        ".5, ., 0.5",
        "7., ., 7",
        "'3,5', ',', 3.5",
        "'3,5', '.,', 3.5",
        "3.5, '.,', 3.5",
        "000000000000000000001.10, ., 1.10"
    })
    void writesDecimalsExactly(String text, String marks, String expected) {
        var found = Reading.decimal().read(text, new Surroundings(marks, "", "", "", RECEIVED));

        assertThat(found.value()).isNotNull();
        assertThat(found.value().asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'1,234.5', .", "1E3, .", "3.5, ','", "'', .", "--1, .", "1.2.3, .", "٣, ."})
    void refusesWhatIsNoDecimal(String text, String marks) {
        assertThat(
                        Reading.decimal()
                                .read(text, new Surroundings(marks, "", "", "", RECEIVED))
                                .value())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "20261120, '', '', 2026-11-20",
        "20240229, '', '', 2024-02-29",
        "20261120, 1015, '', 2026-11-20T10:15:00Z",
        "20261120, 101530, UT, 2026-11-20T10:15:30Z",
        "20261120, 10153025, GM, 2026-11-20T10:15:30.25Z",
        "20261120, 1015, ET, 2026-11-20T10:15:00-05:00",
        "20260720, 1015, ET, 2026-07-20T10:15:00-04:00",
        "20260720, 1015, ES, 2026-07-20T10:15:00-05:00",
        "20261120, 1015, 01, 2026-11-20T10:15:00+01:00",
        "20261120, 1015, 13, 2026-11-20T10:15:00-12:00",
        "20261120, 1015, 24, 2026-11-20T10:15:00-01:00",
        "20261120, 1015, LT, 2026-11-20T10:15:00Z",
        "20261120, 2460, '', 2026-11-20",
        "20261120, 101, ET, 2026-11-20",
        "20261120, 10155, '', 2026-11-20",
        "261120, '', '', 2026-11-20",
        "450101, '', '', 2045-01-01",
        "460101, '', '', 1946-01-01",
    })
    void writesX12DatesWithTheirZone(String date, String time, String zone, String expected) {
        assertThat(moment(date, time, zone, "X12").value().asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "20261120, 102, 2026-11-20",
        "20261120, '', 2026-11-20",
        "261120, 101, 2026-11-20",
        "2611201015, 201, 2026-11-20T10:15:00Z",
        "202611201015, 203, 2026-11-20T10:15:00Z",
        "20261120101530, 204, 2026-11-20T10:15:30Z",
        "202611201015+0130, 205, 2026-11-20T10:15:00+01:30",
        "202611201015GMT, 303, 2026-11-20T10:15:00Z",
        "202607201015CET, 303, 2026-07-20T10:15:00+02:00",
        "20261120101530UTC, 304, 2026-11-20T10:15:30Z",
    })
    void writesEdifactDatesByTheirFormat(String text, String format, String expected) {
        assertThat(moment(text, "", "", format).value().asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "20261131, '', '', X12",
        "20250229, '', '', X12",
        "2026112, '', '', X12",
        "20261120, 1015, XX, X12",
        "20261120, 1015, 25, X12",
        "2026112A, '', '', X12",
        "20261120, '', '', 203",
        "2026, '', '', 303",
        "202611201015XYZ, '', '', 303",
        "202611201015+2500, '', '', 205",
        "202647, '', '', 616"
    })
    void refusesWhatIsNoDate(String text, String time, String zone, String format) {
        var found = moment(text, time, zone, format);

        assertThat(found.value()).isNull();
        assertThat(found.expected()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "012345678905, 00012345678905",
        "4000862141404, 04000862141404",
        "96385074, 00000096385074",
        "08437000000013, 08437000000013"
    })
    void fillsGtinsUp(String text, String expected) {
        assertThat(Reading.gtin().read(text, plain()).value().asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"012345678901", "4000862141405", "123456789", "400086214140A", ""})
    void refusesWhatIsNoGtin(String text) {
        assertThat(Reading.gtin().read(text, plain()).value()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"354123450000000014", "00354123450000000014"})
    void takesSsccWithAndWithoutIdentifier(String text) {
        assertThat(Reading.sscc().read(text, plain()).value().asText())
                .isEqualTo("354123450000000014");
    }

    @ParameterizedTest
    @CsvSource({"1250, 2, 12.50", "5, 2, 0.05", "-1250, 3, -1.250", "0, 2, 0"})
    void putsTheImpliedPointIn(String text, int decimals, String expected) {
        assertThat(Reading.implied(decimals).read(text, plain()).value().asText())
                .isEqualTo(expected);
    }

    private static Found moment(String text, String time, String zone, String format) {
        return new MomentReading().read(text, new Surroundings(".", time, zone, format, RECEIVED));
    }

    private static Surroundings plain() {
        return new Surroundings(".", "", "", "", RECEIVED);
    }
}
