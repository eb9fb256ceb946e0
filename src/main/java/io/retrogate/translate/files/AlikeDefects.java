package io.retrogate.translate.files;

import io.retrogate.edi.DocumentProblem;
import io.retrogate.translate.smooks.RecordDefect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One mistake in how a file is made spoils every line of it. Of many defects of one kind the first
 * are told, and the last of these says how many more there are.
 */
final class AlikeDefects {

    private static final int TOLD = 10;

    private final Map<Kind, List<RecordDefect>> kinds;
    private final int documents;

    private AlikeDefects(List<RecordDefect> defects, int documents) {
        this.kinds = defects.stream().collect(Collectors.groupingBy(Kind::of));
        this.documents = documents;
    }

    /** Those that have the same problem for the same reason, whatever the numbers in it. */
    private record Kind(DocumentProblem problem, boolean ofTheFile, String reason) {

        static Kind of(RecordDefect defect) {
            boolean ofTheFile = defect.document() == 0;
            var reason = defect.explanation().replaceAll("\\d+", "#");
            return new Kind(
                    defect.problem(),
                    ofTheFile,
                    ofTheFile ? reason.replaceAll("'[^']*'", "''") : reason);
        }
    }

    /** In the order in which they were found. */
    static List<RecordDefect> told(List<RecordDefect> defects, int documents) {
        var alike = new AlikeDefects(defects, documents);
        var seen = new HashMap<Kind, Integer>();
        var told = new ArrayList<RecordDefect>();
        for (var defect : defects) {
            int count = seen.merge(Kind.of(defect), 1, Integer::sum);
            alike.tell(defect, count, told);
        }
        return told;
    }

    private void tell(RecordDefect defect, int count, List<RecordDefect> told) {
        var kind = Kind.of(defect);
        var all = kinds.getOrDefault(kind, List.of());
        if (all.size() <= TOLD) {
            told.add(defect);
        } else if (kind.ofTheFile() || everywhere(all)) {
            if (count == 1) {
                told.add(
                        defect.ofTheFile(
                                kind.ofTheFile() ? more(all.size() - 1) : everyDocument()));
            }
        } else if (count < TOLD) {
            told.add(defect);
        } else if (count == TOLD) {
            told.add(defect.adding(more(all.size() - TOLD)));
        }
    }

    private boolean everywhere(List<RecordDefect> alike) {
        long spoiled = alike.stream().map(RecordDefect::document).distinct().count();
        return documents > TOLD && spoiled == documents;
    }

    private String everyDocument() {
        return "The same goes for all " + documents + " documents of the file.";
    }

    private static String more(int count) {
        return "The same goes for " + count + " more.";
    }
}
