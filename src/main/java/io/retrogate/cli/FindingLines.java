package io.retrogate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retrogate.edi.Finding;
import io.retrogate.edi.GroupReport;
import io.retrogate.edi.InterchangeReport;
import io.retrogate.edi.Position;
import io.retrogate.edi.TransactionReport;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Findings as lines, for people or for programs. One finding is one line, and for people, where
 * there is a picture of the segment, three more that begin with blanks.
 */
enum FindingLines {
    TEXT {
        @Override
        Stream<String> lines(
                String source, Place place, Finding finding, Optional<SegmentPicture> picture) {
            return Stream.concat(
                    Stream.of(line(source, finding)),
                    picture.stream()
                            .flatMap(
                                    p -> Stream.concat(p.lines().stream(), where(place, finding))));
        }

        private Stream<String> where(Place place, Finding finding) {
            return Stream.of(Text.printable("    " + place.told(finding.position())));
        }

        private String line(String source, Finding finding) {
            var text = Text.decoded(finding.text());
            var quoted = text.isEmpty() ? "" : " \"" + text + "\"";
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
        Stream<String> lines(
                String source, Place place, Finding finding, Optional<SegmentPicture> picture) {
            var json = MAPPER.createObjectNode();
            if (!source.isEmpty()) {
                json.put("file", source);
            }
            place.describe(json);
            json.put("problem", finding.problem().id()).put("severity", severity(finding));
            describe(json, finding);
            picture.ifPresent(
                    p ->
                            json.put("segmentText", p.text())
                                    .put("markFrom", p.mark())
                                    .put("markLength", p.length()));
            try {
                return Stream.of(MAPPER.writeValueAsString(json));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree is always JSON", e);
            }
        }
    };

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * @param source the file's name; empty to leave it out
     */
    abstract Stream<String> lines(
            String source, Place place, Finding finding, Optional<SegmentPicture> picture);

    /** Every finding of the interchange, from the envelope down. */
    Stream<String> of(String source, int ordinal, InterchangeReport report) {
        return of(source, ordinal, report, SegmentPicture.Source.NONE);
    }

    Stream<String> of(
            String source, int ordinal, InterchangeReport report, SegmentPicture.Source pictures) {
        var interchange = new Place(ordinal, Optional.empty(), Optional.empty());
        return placed(interchange, report)
                .flatMap(
                        found ->
                                lines(
                                        source,
                                        found.place(),
                                        found.finding(),
                                        pictures.of(report, found.finding())));
    }

    private record Placed(Place place, Finding finding) {}

    private static Stream<Placed> placed(Place interchange, InterchangeReport report) {
        return Stream.concat(
                report.findings().stream().map(f -> new Placed(interchange, f)),
                report.groups().stream().flatMap(group -> placed(interchange, group)));
    }

    private static Stream<Placed> placed(Place interchange, GroupReport group) {
        var place = new Place(interchange.interchange(), Optional.of(group), Optional.empty());
        return Stream.concat(
                group.findings().stream().map(f -> new Placed(place, f)),
                group.transactions().stream()
                        .flatMap(t -> t.findings().stream().map(f -> new Placed(place.in(t), f))));
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

        /** For people, from the outside to the inside. */
        String told(Position at) {
            var told = new StringBuilder("interchange " + interchange);
            group.filter(g -> !g.controlNumber().value().isEmpty())
                    .ifPresent(g -> told.append(", group ").append(g.controlNumber()));
            transaction.ifPresent(
                    t ->
                            told.append(", document ")
                                    .append(t.controlNumber())
                                    .append(" (" + t.type() + ")"));
            told.append(", segment ").append(at.segment());
            if (at.segmentInTransaction() > 0) {
                told.append(" (" + at.segmentInTransaction() + " of the document)");
            }
            return told.append(", byte ").append(at.offset()).toString();
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
