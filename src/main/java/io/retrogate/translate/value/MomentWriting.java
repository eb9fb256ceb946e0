package io.retrogate.translate.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.edi.Standard;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Dates and times of ISO 8601 as X12 elements 373, 337, 623 or EDIFACT 2380 with 2379. */
public final class MomentWriting implements Writing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HHmm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HHmmss");

    @Override
    public Optional<Words> write(JsonNode value, Neighbours beside, Standard standard) {
        var text = value.asText();
        try {
            if (!text.contains("T")) {
                return Optional.of(day(LocalDate.parse(text), beside));
            }
            var moment = OffsetDateTime.parse(text);
            return Optional.of(
                    standard == Standard.X12 ? x12(moment, beside) : edifact(moment, beside));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Words day(LocalDate day, Neighbours beside) {
        return new Words(DAY.format(day), "", "", beside.format() ? "102" : "");
    }

    private static Words x12(OffsetDateTime moment, Neighbours beside) {
        if (!beside.time()) {
            return Words.of(DAY.format(moment));
        }
        var code = beside.zone() ? Zones.code(moment.getOffset()) : Optional.<String>empty();
        // A time without zone is read as UTC, and so is one whose zone has no code.
        var at = code.isPresent() ? moment : moment.withOffsetSameInstant(ZoneOffset.UTC);
        return new Words(
                DAY.format(at),
                (at.getSecond() == 0 ? MINUTE : SECOND).format(at),
                code.orElse(""),
                "");
    }

    private static Words edifact(OffsetDateTime moment, Neighbours beside) {
        if (!beside.format()) {
            return Words.of(DAY.format(moment));
        }
        boolean local = moment.getSecond() == 0 && moment.getOffset().getTotalSeconds() != 0;
        var at = local ? moment : moment.withOffsetSameInstant(ZoneOffset.UTC);
        if (local) {
            var offset = DateTimeFormatter.ofPattern("xx").format(at);
            return new Words(DAY.format(at) + MINUTE.format(at) + offset, "", "", "205");
        }
        return at.getSecond() == 0
                ? new Words(DAY.format(at) + MINUTE.format(at), "", "", "203")
                : new Words(DAY.format(at) + SECOND.format(at), "", "", "204");
    }
}
