package io.retrogate.validate;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.Standard;
import io.retrogate.edi.schema.Schemas;
import java.util.List;
import java.util.Random;

/** Interchanges with one document that its schema mostly allows, for tests of other stages. */
public final class MadeUpDocuments {

    private final Schemas schemas = Schemas.builtIn();
    private final Random random;

    public MadeUpDocuments(long seed) {
        random = new Random(seed);
    }

    /** Every message in every version that there is a schema for. */
    public static List<MessageType> messages() {
        return LaneComparison.messages();
    }

    public String of(MessageType type) {
        boolean x12 = type.standard() == Standard.X12;
        var set =
                new GeneratedSet(random, x12 ? '*' : '+', x12 ? '>' : ':', x12 ? (char) 0 : '?')
                        .of(schemas.find(type).orElseThrow());
        return x12 ? LaneComparison.x12(type, set) : LaneComparison.edifact(type, set);
    }
}
