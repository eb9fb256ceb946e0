package io.retrogate.translate.shape;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.retrogate.edi.DocumentProblem;
import io.retrogate.edi.Finding.Severity;
import io.retrogate.translate.message.TargetShape;
import io.retrogate.translate.smooks.RecordDefect;
import io.retrogate.translate.value.CheckDigit;
import io.retrogate.translate.value.CodeTable;
import io.retrogate.translate.value.Found;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One document of a file without an envelope: values are written as people write them. */
public final class FileDocument implements ShapedDocument {

    private final int ordinal;
    private final TableShelf tables;
    private final List<RecordDefect> defects = new ArrayList<>();

    public FileDocument(int ordinal, TableShelf tables) {
        this.ordinal = ordinal;
        this.tables = tables;
    }

    /** What could not be read as what it stands for. */
    public List<RecordDefect> defects() {
        return List.copyOf(defects);
    }

    @Override
    public Found read(TargetShape shape, String text, Neighbours beside) {
        try {
            return Found.of(
                    switch (shape.sort()) {
                        case DECIMAL -> TextNode.valueOf(decimal(text));
                        case MOMENT -> TextNode.valueOf(moment(text));
                        case INTEGER -> IntNode.valueOf(Integer.parseInt(text));
                        case BOOLEAN -> BooleanNode.valueOf(Boolean.parseBoolean(text));
                        case GTIN -> TextNode.valueOf(key(text, 14));
                        case GLN -> TextNode.valueOf(key(text, 13));
                        case SSCC -> TextNode.valueOf(key(text, 18));
                        case TEXT, CODED, OBJECT, ARRAY -> TextNode.valueOf(text);
                    });
        } catch (NumberFormatException | DateTimeException e) {
            return Found.unreadable(noun(shape.sort()));
        }
    }

    private static String noun(TargetShape.Sort sort) {
        return switch (sort) {
            case DECIMAL -> "a number";
            case INTEGER -> "a whole number";
            case MOMENT -> "a date (2026-11-24 or 20261124)";
            case GTIN, GLN, SSCC -> "a " + sort + " with its check digit";
            case OBJECT, ARRAY, CODED, BOOLEAN, TEXT -> "text";
        };
    }

    private static String decimal(String text) {
        var number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
    }

    private static String moment(String text) {
        if (text.indexOf('T') > 0) {
            return OffsetDateTime.parse(text).toInstant().toString();
        }
        var form =
                text.length() == 8 ? DateTimeFormatter.BASIC_ISO_DATE : DateTimeFormatter.ISO_DATE;
        return LocalDate.parse(text, form).toString();
    }

    private static String key(String text, int length) {
        if (!text.matches("\\d{8," + length + "}") || !CheckDigit.fits(text)) {
            throw new NumberFormatException(text);
        }
        return "0".repeat(length - text.length()) + text;
    }

    @Override
    public Optional<CodeTable> table(String name) {
        return tables.find(name);
    }

    @Override
    public String source(Object value) {
        return "";
    }

    @Override
    public String source(int part) {
        return "";
    }

    @Override
    public void unreadable(Severity severity, Flaw flaw) {
        var sentence = "'" + flaw.member() + "' cannot be read as " + flaw.expected() + ".";
        if (severity == Severity.ERROR) {
            var problem = DocumentProblem.VALUE_INVALID;
            defects.add(new RecordDefect(problem, ordinal, flaw.part(), 0, flaw.text(), sentence));
        }
    }
}
