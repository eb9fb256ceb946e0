package io.retrogate.translate.smooks;

import io.retrogate.edi.MessageType;
import io.retrogate.edi.schema.SchemaChange;
import io.retrogate.edi.schema.Schemas;
import java.util.List;

/**
 * One transaction set in an envelope that is not its own, so that only the set itself is shown.
 *
 * @param changes what the partner's guide allows beyond the standard
 * @param firstSegment ordinal of ST or UNH within the real interchange
 * @param traces told where each value stands
 */
public record SingleSet(
        Schemas schemas,
        MessageType type,
        List<SchemaChange> changes,
        String encoding,
        int firstSegment,
        Traces traces) {

    public SingleSet {
        changes = List.copyOf(changes);
    }
}
