package io.retrogate.returns;

import io.retrogate.edi.MessageType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What documents show of the mapping that read them.
 *
 * @param rules how many rules the mapping has; rules that say the same count once
 * @param unused those that found nothing in any document, as they are written
 * @param unread what stands in the documents and no rule looks at: the path that a rule would need,
 *     and how often something stands there
 */
public record MappingCoverage(
        MessageType message,
        int documents,
        int rules,
        List<String> unused,
        Map<String, Integer> unread) {

    public MappingCoverage {
        unused = List.copyOf(unused);
        unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
    }

    /** How many of a hundred rules found something. */
    public int percent() {
        return rules == 0 ? 100 : (rules - unused.size()) * 100 / rules;
    }
}
