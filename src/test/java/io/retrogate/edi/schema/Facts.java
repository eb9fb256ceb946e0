package io.retrogate.edi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Counts what was compared and keeps what differs. */
final class Facts {

    private final Map<String, String> known;
    private final Map<String, String> differences = new TreeMap<>();
    private final List<String> excused = new ArrayList<>();
    private int compared;

    /**
     * @param known differences that are meant, each with its reason
     */
    Facts(Map<String, String> known) {
        this.known = known;
    }

    void compare(String what, Object reference, Object ours) {
        compared++;
        if (Objects.equals(reference, ours)) {
            return;
        }
        if (known.containsKey(what)) {
            excused.add(what);
        } else {
            differences.put(what, "reference says " + reference + ", we say " + ours);
        }
    }

    /** The reference has nothing on this; silence must be known, too. */
    void missing(String what) {
        compare(what, "nothing", "something");
    }

    int compared() {
        return compared;
    }

    void verify() {
        assertThat(differences).isEmpty();
        assertThat(Set.copyOf(excused)).as("known differences").isEqualTo(known.keySet());
    }
}
