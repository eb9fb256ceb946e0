package io.retrogate.translate.plan;

/** The lines of a document by the packages that they lie in. */
final class PlanPacked {

    private static final int NONE = -1;
    private static final int LINE = 0;
    private static final int NEXT = 1;

    private final PlanTexts packages = new PlanTexts();
    private final Column first = new Column();
    private final Column last = new Column();
    private final Rows lines = new Rows(2);

    void clear() {
        packages.clear();
        lines.clear();
    }

    boolean isEmpty() {
        return packages.size() == 0;
    }

    /** A line that names a package; once more is like once. */
    void add(PlanText named, int line) {
        int before = packages.size();
        int at = packages.number(named.bytes(), named.from(), named.to());
        if (at < before && holds(at, line)) {
            return;
        }
        int row = lines.add();
        lines.set(row, LINE, line);
        lines.set(row, NEXT, NONE);
        if (at == before) {
            first.set(at, row);
        } else {
            lines.set(last.get(at), NEXT, row);
        }
        last.set(at, row);
    }

    /** Lines come in order, so it would be the last; but for those that have no number. */
    private boolean holds(int at, int line) {
        return lines.get(last.get(at), LINE) == line || (line == 0 && holdsUnnumbered(at));
    }

    private boolean holdsUnnumbered(int at) {
        for (int row = first.get(at); row >= 0; row = next(row)) {
            if (line(row) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Of the lines in this package the first; -1 if there are none. */
    int first(PlanText named) {
        int at = packages.find(named.bytes(), named.from(), named.to());
        return at < 0 ? NONE : first.get(at);
    }

    /** -1 if it was the last. */
    int next(int row) {
        return lines.get(row, NEXT);
    }

    int line(int row) {
        return lines.get(row, LINE);
    }

    int capacity() {
        return packages.capacity();
    }
}
