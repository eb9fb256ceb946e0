package io.retrogate.demo;

import io.retrogate.as2.As2Outcome;
import io.retrogate.ledger.LedgerView;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Plays one scene at a time and waits until everything has happened, but not for ever. */
final class DemoStage {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final Set<String> OPEN = Set.of("READY", "IN_FLIGHT", "AWAITED", "RETRY");
    private static final Pattern AK9 = Pattern.compile("AK9\\*([A-Z])");
    private static final Pattern UCI = Pattern.compile("UCI\\+([^+]*)\\+[^+]*\\+[^+]*\\+([0-9])");

    private final URI gateway;
    private final AcmePartner acme;
    private final NordwindPartner nordwind;
    private final LedgerView ledger;
    private final PrintStream out;

    DemoStage(
            URI gateway,
            AcmePartner acme,
            NordwindPartner nordwind,
            LedgerView ledger,
            PrintStream out) {
        this.gateway = gateway;
        this.acme = acme;
        this.nordwind = nordwind;
        this.ledger = ledger;
        this.out = out;
    }

    DemoRow play(Scene scene) {
        out.println(scene.partner() + " sends " + scene.sample());
        var document = Samples.received(scene.sample());
        var name = scene.sample().replace('/', '-');
        var number = Samples.controlNumber(scene.sample());
        if (scene.overAs2()) {
            var outcome = acme.send(gateway, document, name);
            boolean verified = outcome.state() == As2Outcome.State.RECEIPT_VERIFIED;
            return row(scene, number, verified ? "MDN processed" : outcome.toString(), verified);
        }
        var file = name + ".edi";
        nordwind.offer(file, document);
        boolean taken = await(() -> nordwind.taken(file));
        return row(scene, number, taken ? "file moved" : "file not moved", taken);
    }

    private DemoRow row(Scene scene, String number, String receipt, boolean receiptRight) {
        await(() -> finished(number));
        await(() -> acknowledgement(scene, number).isPresent());
        var story = story(number);
        return new DemoRow(
                scene,
                receipt,
                receiptRight,
                acknowledgement(scene, number).orElse(""),
                story.map(s -> s.documents().stream().map(LedgerView.Document::kind).toList())
                        .orElse(List.of()),
                story.map(DemoStage::toEndpoints).orElse(List.of()));
    }

    private Optional<LedgerView.Story> story(String number) {
        return ledger.search(number, 5, 0).stream()
                .filter(
                        story ->
                                story.interchanges().stream()
                                        .anyMatch(i -> i.controlNumber().equals(number)))
                .findFirst();
    }

    private boolean finished(String number) {
        return story(number)
                .filter(s -> s.deliveries().stream().noneMatch(d -> OPEN.contains(d.state())))
                .isPresent();
    }

    private static List<LedgerView.Delivery> toEndpoints(LedgerView.Story story) {
        return story.deliveries().stream().filter(d -> d.form().equals("canonical")).toList();
    }

    /** What the partner itself has received about this interchange. */
    private Optional<String> acknowledgement(Scene scene, String number) {
        if (scene.overAs2()) {
            var group = group(Samples.received(scene.sample()));
            return acme.received().stream()
                    .filter(text -> text.matches("(?s).*AK1\\*[A-Z]{2}\\*" + group + "\\W.*"))
                    .map(AK9::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst();
        }
        return nordwind.received().stream()
                .map(UCI::matcher)
                .filter(found -> found.find() && found.group(1).equals(number))
                .map(found -> scene.kind().isEmpty() ? rejected(found) : found.group(2))
                .findFirst();
    }

    /** A message may be refused in an interchange that is acknowledged: UCM says so. */
    private String rejected(java.util.regex.Matcher answer) {
        var text =
                nordwind.received().stream()
                        .filter(t -> t.contains("UCI+" + answer.group(1)))
                        .findFirst()
                        .orElse("");
        var message = Pattern.compile("UCM\\+[^+]*\\+[^+]*\\+([0-9])").matcher(text);
        return message.find() ? message.group(1) : answer.group(2);
    }

    /** GS06. */
    private static String group(byte[] document) {
        var text = new String(document, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.substring(text.indexOf("GS*")).split("\\*", -1)[6];
    }

    private static boolean await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return true;
    }
}
