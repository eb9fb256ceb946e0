package io.retrogate.validate;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Position;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets StAEDI read one transaction set and turns what it complains of into findings. */
final class SchemaReading {

    /** Enough to mend a document; a wrong loop can make hundreds that say the same. */
    private static final int CAP = 100;

    private static final Set<String> ENVELOPE =
            Set.of("ISA", "GS", "SE", "GE", "IEA", "UNA", "UNB", "UNT", "UNZ");

    /** Found there only if the set has no trailer, which is said elsewhere. */
    private static final Set<String> OURS = Set.of("GE", "UNZ");

    private final Schema schema;
    private final TransactionSlice slice;
    private final Predicate<String> dictionary;
    private final List<Complaint> complaints = new ArrayList<>();
    private int firstSegment;
    private int lastSegment;

    /**
     * @param dictionary knows the segments of the standard, also those of other messages
     */
    SchemaReading(Schema schema, TransactionSlice slice, Predicate<String> dictionary) {
        this.schema = schema;
        this.slice = slice;
        this.dictionary = dictionary;
    }

    List<Finding> findings() throws IOException {
        var factory = EDIInputFactory.newFactory();
        try (var bytes = slice.enveloped();
                var reader = factory.createEDIStreamReader(bytes, "ISO-8859-1")) {
            while (reader.hasNext() && complaints.size() <= CAP) {
                take(reader.next(), reader);
            }
        } catch (EDIStreamException e) {
            var at = e.getLocation();
            unreadableAt(at == null ? 1 : at.getSegmentPosition() - firstSegment + 1);
        } catch (RuntimeException e) {
            // No document is known to do this to StAEDI; one that did would stop all behind it.
            unreadableAt(lastSegment);
        }
        return described(new Cascade(schema, slice).gathered(complaints));
    }

    private void unreadableAt(int segment) {
        complaints.add(
                new Complaint(
                        DocumentProblem.ELEMENT_CHARACTER_INVALID,
                        Math.max(1, segment),
                        "",
                        0,
                        0,
                        0,
                        "",
                        Optional.empty(),
                        ""));
    }

    private void take(EDIStreamEvent event, EDIStreamReader reader) {
        switch (event) {
            case START_TRANSACTION -> reader.setTransactionSchema(schema);
            case START_SEGMENT -> {
                lastSegment = reader.getLocation().getSegmentPosition() - firstSegment + 1;
                if (firstSegment == 0 && Set.of("ST", "UNH").contains(reader.getText())) {
                    firstSegment = reader.getLocation().getSegmentPosition();
                }
            }
            case SEGMENT_ERROR, ELEMENT_OCCURRENCE_ERROR, ELEMENT_DATA_ERROR -> complain(reader);
            default -> {}
        }
    }

    private void complain(EDIStreamReader reader) {
        var at = reader.getLocation();
        var tag = at.getSegmentTag() == null ? "" : at.getSegmentTag();
        var error = reader.getErrorType();
        var problem = StaediErrors.problem(error).map(it -> foreign(it, tag));
        if (problem.isEmpty() || firstSegment == 0) {
            return;
        }
        boolean segmentMissing = problem.get() == DocumentProblem.SEGMENT_MISSING;
        var reference = reference(reader.getReferenceCode(), segmentMissing);
        if (ENVELOPE.contains(segmentMissing ? reference : tag) || OURS.contains(tag)) {
            return; // our own envelope, and trailers that were checked already
        }
        int segment = Math.max(1, at.getSegmentPosition() - firstSegment + 1);
        if (alreadySurplus(problem.get(), segment)) {
            return;
        }
        if (problem.get() == DocumentProblem.ELEMENT_CODE_INVALID && isVersion(at, tag)) {
            return; // StAEDI's lists end early, and we have found a schema for it
        }
        boolean header = tag.equals("ST") || tag.equals("UNH");
        complaints.add(
                new Complaint(
                        header && !segmentMissing
                                ? DocumentProblem.TRANSACTION_HEADER_INVALID
                                : problem.get(),
                        segment,
                        tag,
                        Math.max(0, at.getElementPosition()),
                        Math.max(0, at.getComponentPosition()),
                        Math.max(0, at.getElementOccurrence()),
                        reference,
                        simpleType(reader),
                        ""));
    }

    /** What StAEDI calls unexpected may be no segment of this message, or of any. */
    private DocumentProblem foreign(DocumentProblem problem, String tag) {
        boolean here =
                problem != DocumentProblem.SEGMENT_UNEXPECTED
                                && problem != DocumentProblem.SEGMENT_NOT_IN_TRANSACTION
                        || schema.containsSegment(tag);
        if (here) {
            return problem;
        }
        return dictionary.test(tag)
                ? DocumentProblem.SEGMENT_NOT_IN_TRANSACTION
                : DocumentProblem.SEGMENT_UNKNOWN;
    }

    /** 0052 and 0054 in S009. */
    private static boolean isVersion(Location at, String tag) {
        return tag.equals("UNH")
                && at.getElementPosition() == 2
                && Set.of(2, 3).contains(at.getComponentPosition());
    }

    /** StAEDI complains of every surplus element; one finding for the segment says it all. */
    private boolean alreadySurplus(DocumentProblem problem, int segment) {
        return problem == DocumentProblem.ELEMENTS_TOO_MANY
                && complaints.stream()
                        .anyMatch(it -> it.problem() == problem && it.segment() == segment);
    }

    private static Optional<EDISimpleType> simpleType(EDIStreamReader reader) {
        var reference = reader.getSchemaTypeReference();
        return reference != null && reference.getReferencedType() instanceof EDISimpleType simple
                ? Optional.of(simple)
                : Optional.empty();
    }

    /** The number of a data element, or the tag of the segment that is missing. */
    private String reference(@Nullable String code, boolean segmentMissing) {
        if (code == null) {
            return "";
        }
        if (segmentMissing
                && schema.getType(code) instanceof EDIComplexType loop
                && loop.getType() == io.xlate.edi.schema.EDIType.Type.LOOP) {
            return loop.getReferences().get(0).getReferencedType().getCode();
        }
        return code;
    }

    private List<Finding> described(List<Complaint> told) throws IOException {
        var ordinals = told.stream().map(Complaint::segment).collect(Collectors.toSet());
        var segments =
                ordinals.isEmpty() ? Map.<Integer, RawSegment>of() : slice.segments(ordinals);
        var findings = new ArrayList<Finding>();
        for (var complaint : told) {
            if (findings.size() == CAP) {
                findings.add(
                        Findings.ofSegment(
                                DocumentProblem.FINDINGS_CAPPED,
                                slice.draft().header,
                                complaint.tag(),
                                "Only the first " + CAP + " findings are shown."));
                break;
            }
            describe(complaint, segments).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> describe(Complaint complaint, Map<Integer, RawSegment> segments) {
        var segment = segments.getOrDefault(complaint.segment(), slice.draft().header);
        var d = slice.delimiters();
        var tag = complaint.tag().isEmpty() ? segment.tag(d) : complaint.tag();
        var part = new RawSegment.Part("", segment.start());
        if (complaint.element() > 0) {
            part =
                    complaint.component() > 0
                            ? segment.part(
                                    complaint.element(),
                                    Math.max(1, complaint.occurrence()),
                                    complaint.component(),
                                    d)
                            : segment.part(complaint.element(), d);
        }
        if (tolerated(complaint, part.text())) {
            return Optional.empty();
        }
        var position =
                new Position(
                        segment.ordinal(),
                        complaint.segment(),
                        tag,
                        complaint.element(),
                        complaint.component(),
                        complaint.element() > 0 ? Math.max(1, complaint.occurrence()) : 0,
                        part.offset());
        return Optional.of(
                new Finding(
                        complaint.problem(),
                        Findings.severity(complaint.problem()),
                        position,
                        complaint.reference(),
                        part.text(),
                        complaint.told().isEmpty()
                                ? Explanations.of(
                                        complaint.problem(),
                                        position,
                                        complaint.reference(),
                                        length(part),
                                        complaint.type())
                                : complaint.told()));
    }

    private int length(RawSegment.Part part) {
        var text = slice.repertoire().characters().text(part.text());
        return new RawSegment.Part(text, part.offset()).length(slice.delimiters().release());
    }

    /** ISO 9735 §10.1: comma and point are decimal marks alike, whatever UNA says. */
    private boolean tolerated(Complaint complaint, String text) {
        return complaint.problem() == DocumentProblem.ELEMENT_CHARACTER_INVALID
                && slice.delimiters().release() != 0
                && text.matches("-?[0-9]+[.,][0-9]+");
    }
}
