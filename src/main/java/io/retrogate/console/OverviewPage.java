package io.retrogate.console;

import io.retrogate.ledger.LedgerView.Acknowledgement;
import io.retrogate.ledger.LedgerView.Delivery;
import io.retrogate.ledger.LedgerView.Document;
import io.retrogate.ledger.LedgerView.Story;
import io.retrogate.ledger.Transmission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the overview shows, in words; the template only places it. */
record OverviewPage(
        List<Tile> transmissions,
        List<Tile> deliveries,
        List<String> problems,
        List<Row> rows,
        Paging paging) {

    /** Rows that would make one transmission push all others off the page. */
    private static final int SHOWN = 3;

    record Tile(String label, String number, String tone) {}

    record Row(
            String id,
            String time,
            String instant,
            String origin,
            String messageId,
            Badge state,
            String reason,
            String none,
            List<DocumentLine> documents,
            int moreDocuments,
            String findings,
            List<Labelled> acknowledgements,
            List<Labelled> deliveries,
            int moreDeliveries) {

        static Row of(Story story) {
            var t = story.transmission();
            var documents = story.documents();
            var deliveries =
                    story.deliveries().stream().filter(d -> d.document().isPresent()).toList();
            long findings = story.interchanges().stream().mapToLong(i -> i.findings().size()).sum();
            return new Row(
                    t.id().toString(),
                    Wording.time(t.receivedAt()),
                    t.receivedAt().toString(),
                    t.channel() + " · " + (t.partner().isEmpty() ? "unknown" : t.partner()),
                    t.messageId(),
                    Badge.of(t.state()),
                    t.refusal(),
                    t.state() == Transmission.State.RECEIVED ? "not yet" : "none",
                    documents.stream().limit(SHOWN).map(DocumentLine::of).toList(),
                    Math.max(0, documents.size() - SHOWN),
                    story.interchanges().isEmpty() ? "–" : String.valueOf(findings),
                    story.acknowledgements().stream().map(Labelled::of).toList(),
                    deliveries.stream().limit(SHOWN).map(Labelled::of).toList(),
                    Math.max(0, deliveries.size() - SHOWN));
        }
    }

    record DocumentLine(String kind, String number, String rma) {

        static DocumentLine of(Document d) {
            return new DocumentLine(d.kind(), d.documentNumber(), Wording.rma(d.rma()));
        }
    }

    record Labelled(String label, Badge badge) {

        static Labelled of(Acknowledgement a) {
            return new Labelled(a.form(), Badge.ofVerdict(a.verdict()));
        }

        static Labelled of(Delivery d) {
            return new Labelled(d.target(), Badge.ofDelivery(d.state()));
        }
    }

    record Paging(String search, int newer, int older, String range) {

        public boolean hasNewer() {
            return newer >= 0;
        }

        public boolean hasOlder() {
            return older >= 0;
        }

        static Paging of(Excerpt excerpt, Excerpt.Found found) {
            int first = excerpt.offset();
            int shown = found.stories().size();
            return new Paging(
                    excerpt.search(),
                    first == 0 ? -1 : Math.max(0, first - excerpt.limit()),
                    found.more() ? first + excerpt.limit() : -1,
                    shown == 0 ? "" : (first + 1) + " to " + (first + shown));
        }
    }

    /** The states an operator asks for first stand first, and stand there even when empty. */
    static List<Tile> transmissionTiles(Map<String, Long> counts) {
        return tiles(
                counts,
                Stream.of("RECEIVED", "SETTLED", "REFUSED", "FAILED").toList(),
                Badge::ofTransmission);
    }

    static List<Tile> deliveryTiles(Map<String, Long> counts) {
        return tiles(
                counts,
                Stream.of("READY", "IN_FLIGHT", "AWAITED", "DELIVERED", "RETRY", "HELD", "DEAD")
                        .toList(),
                Badge::ofDelivery);
    }

    private static List<Tile> tiles(
            Map<String, Long> counts, List<String> first, Function<String, Badge> badge) {
        var others = new TreeMap<>(counts);
        first.forEach(others::remove);
        return Stream.concat(first.stream(), others.keySet().stream())
                .map(
                        state -> {
                            long number = counts.getOrDefault(state, 0L);
                            var named = badge.apply(state);
                            return new Tile(
                                    named.text(),
                                    String.format(Locale.ROOT, "%,d", number),
                                    number == 0 ? "quiet" : named.tone());
                        })
                .toList();
    }
}
