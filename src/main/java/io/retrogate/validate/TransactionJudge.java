package io.retrogate.validate;

import static io.retrogate.edi.DocumentProblem.TRANSACTION_UNSUPPORTED;
import static io.retrogate.edi.DocumentProblem.VERSION_UNSUPPORTED;

import io.retrogate.edi.Content;
import io.retrogate.edi.Delimiters;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.InterchangeHeader;
import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.retrogate.edi.Verdict;
import io.retrogate.edi.WrongLines;
import io.retrogate.edi.schema.Schemas;
import io.retrogate.partner.Guide;
import io.retrogate.partner.Policies;
import io.retrogate.partner.TradingPartner;
import io.xlate.edi.schema.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Judges one transaction set by the agreement and by its schema. Each is read alone, within an
 * envelope of our own, so that no fault of one can hide or hurt another.
 */
final class TransactionJudge {

    private final Content content;
    private final Schemas schemas;
    private final FastLane fastLane;
    private final LookAhead ahead;
    private final ContentRules rules;
    private final Optional<TradingPartner> partner;
    private @Nullable Kind last;

    TransactionJudge(
            Content content,
            Schemas schemas,
            FastLane fastLane,
            LookAhead ahead,
            ContentRules rules,
            Optional<TradingPartner> partner) {
        this.content = content;
        this.schemas = schemas;
        this.fastLane = fastLane;
        this.ahead = ahead;
        this.rules = rules;
        this.partner = partner;
    }

    /** What is the same for all sets of a type; most interchanges have but one. */
    private record Kind(MessageType type, Optional<Schema> schema, CompiledRules rules) {}

    private Kind kind(MessageType type) {
        var known = last;
        if (known == null || !(known.type == type || known.type.equals(type))) {
            known = new Kind(type, readSchema(type), readRules(type));
            last = known;
        }
        return known;
    }

    private Optional<Schema> readSchema(MessageType type) {
        return schemas.find(type, rules.plan(guide(type)).changes());
    }

    private CompiledRules readRules(MessageType type) {
        var policies = partner.map(TradingPartner::policies).orElse(Policies.STANDARD);
        return rules.of(type, policies, guide(type), schemas.find(type).isPresent());
    }

    int controlNumberElement(TransactionDraft draft) {
        return draft.type.standard() == Standard.X12 ? 2 : 1;
    }

    Repertoire repertoire(InterchangeHeader header) {
        return Repertoire.of(header, partner);
    }

    /** The same in both lanes; nothing for a message that we do not know. */
    CompiledRules rules(MessageType type) {
        return kind(type).rules;
    }

    /** One object for all sets of the same type: their reports are kept to the end. */
    MessageType known(MessageType type) {
        return kind(type).type;
    }

    Optional<Guide> guide(MessageType type) {
        return partner.flatMap(it -> it.guide(type));
    }

    /** A wrong count in a trailer. */
    Severity countSeverity(Optional<MessageType> type) {
        boolean tolerated =
                partner.isPresent()
                        && (type.isPresent()
                                ? guide(type.get()).filter(Guide::countsMayDiffer).isPresent()
                                : partner.get().guides().stream().anyMatch(Guide::countsMayDiffer));
        return tolerated ? Severity.WARNING : Severity.ERROR;
    }

    /** Whether the standard or the partner has this message in such a group. */
    boolean belongs(MessageType type, String group, String expected) {
        return group.equals(expected)
                || guide(type).filter(it -> it.groups().contains(group)).isPresent();
    }

    /** Whether the set was surely right, and was passed over as a whole. */
    boolean surelyRight(TransactionDraft draft, SegmentReader reader, Repertoire repertoire)
            throws IOException {
        if (partner.isPresent() && !agreed(partner.get(), draft.type)) {
            return false;
        }
        var schema = kind(draft.type).schema;
        return schema.isPresent()
                && new Glance(fastLane, ahead, draft, repertoire).over(schema.get(), reader);
    }

    void judge(
            TransactionDraft draft, GroupDraft group, Delimiters delimiters, Repertoire repertoire)
            throws IOException {
        var type = draft.type;
        var schema = kind(type).schema;
        if (schema.isEmpty()) {
            refuse(
                    draft,
                    delimiters,
                    schemas.knows(type.standard(), type.code())
                            ? VERSION_UNSUPPORTED
                            : TRANSACTION_UNSUPPORTED,
                    unreadable(type));
        } else if (partner.isPresent() && !agreed(partner.get(), type)) {
            refuse(
                    draft,
                    delimiters,
                    TRANSACTION_UNSUPPORTED,
                    type + " is not agreed with " + partner.get().name() + ".");
        } else {
            var slice = new TransactionSlice(content, draft, group, delimiters, repertoire);
            var findings = judged(schema.get(), slice);
            boolean inOrder = findings.stream().noneMatch(Findings::breaksOrder);
            draft.findings.addAll(0, findings);
            draft.content.end().stream()
                    .filter(it -> inOrder || Findings.holdsWithoutOrder(it))
                    .forEach(draft.findings::add);
        }
    }

    /** Where each line is judged alone, its errors cost no more than itself. */
    void holdLinesBack(
            TransactionDraft draft, GroupDraft group, Delimiters delimiters, Repertoire repertoire)
            throws IOException {
        if (Verdict.of(draft.findings) == Verdict.REJECTED
                && TradingPartner.judgesEachLine(partner, draft.type)) {
            var slice = new TransactionSlice(content, draft, group, delimiters, repertoire);
            var held = WrongLines.heldBack(List.copyOf(draft.findings), slice.lines());
            draft.findings.clear();
            draft.findings.addAll(held);
        }
    }

    private List<Finding> judged(Schema schema, TransactionSlice slice) throws IOException {
        var said = slice.draft().word;
        var word = said == null ? fastLane.on(schema, slice) : said;
        if (word == FastLane.Word.SURELY_VALID) {
            return List.of();
        }
        var type = slice.draft().type;
        var findings =
                new SchemaReading(schema, slice, tag -> schemas.defines(type, tag)).findings();
        if (word == FastLane.Word.SHADOWED && !findings.isEmpty()) {
            // not a constant: starting to log takes longer than a document
            LoggerFactory.getLogger(TransactionJudge.class)
                    .atError()
                    .addKeyValue("problem", ValidateProblem.LANES_DISAGREE.id())
                    .addKeyValue("remedy", ValidateProblem.LANES_DISAGREE.remedy())
                    .addKeyValue("message", slice.draft().type)
                    .addKeyValue("controlNumber", slice.draft().controlNumber)
                    .addKeyValue("finding", findings.get(0))
                    .log("the fast lane called valid what is not");
        }
        return findings;
    }

    private String unreadable(MessageType type) {
        var versions = schemas.versions(type.standard(), type.code());
        if (versions.isEmpty()) {
            return type + " is no document that we can read.";
        }
        var said = type.version().isEmpty() ? "no version" : "version " + type.version();
        return type.code()
                + " is here of "
                + said
                + "; we can read it of "
                + String.join(", ", versions)
                + ".";
    }

    /** What partners say of our own documents needs no agreement. */
    private static boolean agreed(TradingPartner partner, MessageType type) {
        return type.code().equals("997")
                || type.code().equals("999")
                || type.code().equals("CONTRL")
                || type.code().equals("824")
                || type.code().equals("APERAK")
                || partner.inbound(type).isPresent();
    }

    private void refuse(
            TransactionDraft draft, Delimiters delimiters, DocumentProblem problem, String why) {
        int element = draft.type.standard() == Standard.X12 ? 1 : 2;
        draft.findings.add(Findings.ofElement(problem, draft.header, delimiters, element, "", why));
    }
}
