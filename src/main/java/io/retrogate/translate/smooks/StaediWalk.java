package io.retrogate.translate.smooks;

import io.retrogate.edi.MessageType;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.util.Optional;
import java.util.function.Function;
import org.xml.sax.SAXException;

/** Turns StAEDI's events into segments and loops. */
final class StaediWalk {

    private final EDIStreamReader edi;
    private final Function<MessageType, Optional<Schema>> schemas;
    private final SegmentElements elements;
    private boolean composite;
    private String tag = "";
    private String code = "";
    private String version = "";

    StaediWalk(
            EDIStreamReader edi,
            Function<MessageType, Optional<Schema>> schemas,
            SegmentElements elements) {
        this.edi = edi;
        this.schemas = schemas;
        this.elements = elements;
    }

    void take(EDIStreamEvent event) throws SAXException {
        // UNA is no segment but tells how they are written.
        if (tag.equals("UNA") && event != EDIStreamEvent.START_SEGMENT) {
            return;
        }
        switch (event) {
            case START_INTERCHANGE -> elements.open("interchange");
            case START_GROUP -> elements.open("group");
            case START_TRANSACTION -> elements.open("transaction");
            case START_LOOP -> elements.open("");
            case END_LOOP, END_TRANSACTION, END_GROUP, END_INTERCHANGE -> elements.close();
            case START_SEGMENT -> {
                tag = edi.getText();
                elements.segment(tag, edi.getLocation().getSegmentPosition());
            }
            case END_SEGMENT -> elements.endSegment();
            case START_COMPOSITE -> composite = true;
            case END_COMPOSITE -> {
                composite = false;
                if (tag.equals("UNH") && edi.getLocation().getElementPosition() == 2) {
                    schema(MessageType.edifact(code, version, ""));
                }
            }
            case ELEMENT_DATA -> value();
            default -> {}
        }
    }

    private void value() {
        var text = edi.getText();
        if (!text.isEmpty()) {
            var at = edi.getLocation();
            int component = composite ? Math.max(1, at.getComponentPosition()) : 0;
            header(text, at.getElementPosition(), component);
            elements.value(
                    // A text of its own, as traces know values by being the same object.
                    new StringBuilder(text).toString(),
                    at.getElementPosition(),
                    component,
                    Math.max(1, at.getElementOccurrence()));
        }
    }

    /** Read from the headers themselves: StAEDI tells the type of the first set only. */
    private void header(String text, int element, int component) {
        switch (tag + element + "." + component) {
            case "GS8.0" -> version = text;
            case "ST1.0" -> schema(MessageType.x12(text, version));
            case "UNH2.1" -> code = text;
            case "UNH2.2" -> version = text;
            case "UNH2.3" -> version += text;
            default -> {}
        }
    }

    private void schema(MessageType type) {
        schemas.apply(type).ifPresent(edi::setTransactionSchema);
    }
}
