package io.retrogate.translate.shape;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.edi.Position;
import io.retrogate.edi.TransactionReport;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.rule.Readings;
import io.retrogate.translate.rule.Translation;
import io.retrogate.translate.smooks.RecordDefect;
import io.retrogate.translate.smooks.Traces;
import io.retrogate.translate.smooks.Traces.Place;
import io.retrogate.translate.value.CodeTable;
import io.retrogate.translate.value.Found;
import java.util.Optional;

/** One transaction set: values are written as its standard has them, and know where they stand. */
public final class EdiDocument implements ShapedDocument {

    private final TransactionReport transaction;
    private final Translation translation;
    private final Traces traces;
    private final TableShelf tables;

    public EdiDocument(
            TransactionReport transaction,
            Translation translation,
            Traces traces,
            TableShelf tables) {
        this.transaction = transaction;
        this.translation = translation;
        this.traces = traces;
        this.tables = tables;
    }

    @Override
    public Found read(TargetShape shape, String text, Neighbours beside) {
        var around = translation.around(beside.time(), beside.zone(), beside.format());
        return Readings.of(shape).read(text, around);
    }

    @Override
    public Optional<CodeTable> table(String name) {
        return tables.find(name);
    }

    @Override
    public String source(Object value) {
        return traces.of(value).map(place -> position(place).toString()).orElse("");
    }

    @Override
    public String source(int part) {
        return part == 0 ? "" : position(segment(part)).toString();
    }

    @Override
    public void unreadable(Severity severity, Flaw flaw) {
        var place = traces.of(flaw.value()).orElseGet(() -> segment(flaw.part()));
        var sentence =
                "'" + flaw.text() + "' was found where " + flaw.expected() + " was expected.";
        add(DocumentProblem.VALUE_INVALID, severity, place, flaw.text(), sentence);
    }

    /** Something that the message needs and no value gives. */
    public void missing(String sentence) {
        var place = traces.segment(1);
        add(DocumentProblem.VALUE_REQUIRED, Severity.ERROR, place, "", sentence);
    }

    /** What the configuration could not read at all. */
    public void told(RecordDefect defect) {
        var place = traces.segment(1);
        add(defect.problem(), Severity.ERROR, place, defect.text(), defect.explanation());
    }

    private void add(
            DocumentProblem problem, Severity severity, Place place, String text, String sentence) {
        var finding = new Finding(problem, severity, position(place), "", text, sentence);
        translation.findings().add(finding);
    }

    /**
     * @param part ordinal within the interchange, as the reader shows it
     */
    private Place segment(int part) {
        return traces.segment(Math.max(1, part - transaction.firstSegment() + 1));
    }

    private Position position(Place place) {
        return new Position(
                transaction.firstSegment() + place.segment() - 1,
                place.segment(),
                place.tag(),
                place.element(),
                place.component(),
                0,
                -1);
    }
}
