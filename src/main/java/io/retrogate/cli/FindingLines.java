package io.retrogate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.TransactionReport;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings as lines, for people or for programs; one finding is always one line. */
enum FindingLines {
    TEXT {
        @Override
        String line(String source, Place place, Finding finding) {
            var quoted = finding.text().isEmpty() ? "" : " \"" + finding.text() + "\"";
            return Text.printable(
                    (source.isEmpty() ? "" : source + ": ")
                            + finding.position()
                            + " "
                            + finding.problem().id()
                            + " "
                            + severity(finding)
                            + quoted
                            + ": "
                            + finding.explanation()
                            + " "
                            + finding.remedy());
        }
    },
    JSON {
        @Override
        String line(String source, Place place, Finding finding) {
            var json = MAPPER.createObjectNode();
            if (!source.isEmpty()) {
                json.put("file", source);
            }
            place.describe(json);
            json.put("problem", finding.problem().id()).put("severity", severity(finding));
            describe(json, finding);
            try {
                return MAPPER.writeValueAsString(json);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree is always JSON", e);
            }
        }
    };

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * @param source the file's name; empty to leave it out
     */
    abstract String line(String source, Place place, Finding finding);

    /** Every finding of the interchange, from the envelope down. */
    Stream<String> of(String source, int ordinal, InterchangeReport report) {
        var interchange = new Place(ordinal, Optional.empty(), Optional.empty());
        return Stream.concat(
                report.findings().stream().map(f -> line(source, interchange, f)),
                report.groups().stream().flatMap(group -> of(source, ordinal, group)));
    }

    private Stream<String> of(String source, int ordinal, GroupReport group) {
        var place = new Place(ordinal, Optional.of(group), Optional.empty());
        return Stream.concat(
                group.findings().stream().map(f -> line(source, place, f)),
                group.transactions().stream().flatMap(t -> of(source, place.in(t), t)));
    }

    private Stream<String> of(String source, Place place, TransactionReport transaction) {
        return transaction.findings().stream().map(f -> line(source, place, f));
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static void describe(ObjectNode json, Finding finding) {
        var at = finding.position();
        json.put("position", at.toString())
                .put("segment", at.segment())
                .put("segmentInTransaction", at.segmentInTransaction())
                .put("tag", at.tag())
                .put("element", at.element())
                .put("component", at.component())
                .put("occurrence", at.occurrence())
                .put("offset", at.offset())
                .put("reference", finding.reference())
                .put("text", finding.text())
                .put("explanation", finding.explanation())
                .put("remedy", finding.remedy());
    }

    /** Which interchange of the file, and which group and transaction set in it. */
    record Place(
            int interchange, Optional<GroupReport> group, Optional<TransactionReport> transaction) {

        Place in(TransactionReport inner) {
            return new Place(interchange, group, Optional.of(inner));
        }

        void describe(ObjectNode json) {
            json.put("interchange", interchange);
            group.ifPresent(g -> json.put("group", g.controlNumber().value()));
            transaction.ifPresent(
                    t ->
                            json.put("transaction", t.controlNumber().value())
                                    .put("message", t.type().toString()));
        }
    }
}
