package io.retrogate.as2.interop;

import io.retrogate.as2.interop.InteropCase.Compression;
import io.retrogate.as2.interop.InteropCase.Form;
import io.retrogate.as2.interop.InteropCase.Wanted;
import io.retrogate.as2.interop.InteropCase.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All forms of messages, and a few that stand for all. */
final class Matrix {

    private static final List<String> DIGESTS = List.of("sha-256", "sha-384", "sha-512", "sha-1");

    private Matrix() {}

    static List<InteropCase> whole() {
        List<InteropCase> all = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            for (Way way : Way.values()) {
                for (Form form : Form.values()) {
                    for (Compression compression : compressions(way, form)) {
                        for (Wanted wanted : Wanted.of(way)) {
                            algorithms(new InteropCase(peer, way, form, compression, wanted), all);
                        }
                    }
                }
            }
        }
        return all;
    }

    /** Unsigned, there is no before and after for us, but some peers have the setting. */
    private static List<Compression> compressions(Way way, Form form) {
        return form.signed || way == Way.TO_US
                ? List.of(Compression.values())
                : List.of(Compression.NONE, Compression.BEFORE);
    }

    private static void algorithms(InteropCase usual, List<InteropCase> all) {
        for (String digest : usual.form().signed ? DIGESTS : List.of(usual.digest())) {
            for (String cipher : usual.form().encrypted ? usual.peer().ciphers : List.of("")) {
                all.add(usual.with(digest, cipher));
            }
        }
    }

    /**
     * So many that for each peer and way every compression meets every kind of receipt, every form
     * every compression, and every digest and cipher comes once; always the same.
     */
    static List<InteropCase> covering() {
        List<InteropCase> candidates = new ArrayList<>(whole());
        Set<String> goals = new LinkedHashSet<>();
        candidates.forEach(one -> goals.addAll(goals(one)));
        List<InteropCase> chosen = new ArrayList<>();
        while (!goals.isEmpty()) {
            InteropCase best =
                    candidates.stream()
                            .max(Comparator.comparingLong(one -> reached(one, goals)))
                            .orElseThrow();
            chosen.add(best);
            goals.removeAll(new HashSet<>(goals(best)));
        }
        return chosen;
    }

    private static long reached(InteropCase one, Set<String> goals) {
        return goals(one).stream().filter(goals::contains).count();
    }

    private static List<String> goals(InteropCase one) {
        String between = one.peer() + " " + one.way() + " ";
        List<String> goals =
                new ArrayList<>(
                        List.of(
                                between + one.compression() + " " + one.wanted(),
                                between + one.form() + " " + one.compression()));
        if (one.form().signed) {
            goals.add(between + one.digest());
        }
        if (one.form().encrypted) {
            goals.add(between + one.cipher());
        }
        return goals;
    }
}
