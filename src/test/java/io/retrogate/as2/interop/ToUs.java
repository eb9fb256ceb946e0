package io.retrogate.as2.interop;

import com.fasterxml.jackson.databind.JsonNode;
import io.retrogate.as2.interop.InteropCase.Wanted;
import io.retrogate.deliver.CarriedReceipt;
import io.retrogate.ledger.Acceptance.Outcome;
import io.retrogate.ledger.Arrival;
import io.retrogate.ledger.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A peer sends to us, and judges our receipt. */
final class ToUs {

    private static final String STALE = "NoHttpResponseException";

    private final InteropStage stage;
    private int staleConnections;

    ToUs(InteropStage stage) {
        this.stage = stage;
    }

    /** What was not as it should be; empty if all was. */
    String play(InteropCase one) throws Exception {
        Path document = stage.document();
        JsonNode sent = send(one, document);
        if (sent.path("error").asText().contains(STALE)) {
            staleConnections++;
            sent = send(one, document);
        }
        List<String> wrong = new ArrayList<>();
        Optional<Arrival> arrival = arrival(sent.path("messageId").asText(), document, wrong);
        if (!one.wanted().later || arrival.isEmpty()) {
            judge(one, sent, wrong);
        } else {
            error(sent, wrong);
            later(one, arrival.get(), wrong);
        }
        return String.join("; ", wrong);
    }

    /** How often it sent into a connection that we had closed, see {@link PeerFault#C4}. */
    int staleConnections() {
        return staleConnections;
    }

    private JsonNode send(InteropCase one, Path document) throws IOException {
        var process = stage.peer(one.peer()).process();
        process.tell(args(one, document));
        return process.next(
                event("sent").and(e -> e.path("file").asText().equals(document.toString())),
                InteropStage.PATIENCE);
    }

    private List<String> args(InteropCase one, Path document) {
        return List.of(
                "--url",
                stage.front.url().toString(),
                "--digest",
                one.form().signed ? one.digest() : "none",
                "--cipher",
                one.form().encrypted ? one.cipher() : "none",
                "--compress",
                one.compression().option,
                "--receipt",
                one.wanted().option,
                "--later",
                Boolean.toString(one.wanted().later),
                document.toString());
    }

    private Optional<Arrival> arrival(String messageId, Path document, List<String> wrong)
            throws IOException {
        var ledger = stage.front.ledger;
        int last = ledger.accepted.size() - 1;
        if (last < 0 || !ledger.accepted.get(last).messageId().equals(messageId)) {
            wrong.add("we got no such message");
            return Optional.empty();
        }
        Arrival arrival = ledger.accepted.get(last);
        if (!arrival.refusal().isEmpty()) {
            wrong.add("we refused it: " + arrival.refusal());
        } else if (ledger.outcomes.get(last) != Outcome.NEW) {
            wrong.add("our ledger said " + ledger.outcomes.get(last));
        } else if (!Arrays.equals(
                stage.front.archive.bytes(arrival.payloadAddress()),
                Files.readAllBytes(document))) {
            wrong.add("other bytes arrived");
        }
        return Optional.of(arrival);
    }

    /**
     * Our receipt goes out on a connection of its own; what it says of it comes before HTTP 200.
     */
    private void later(InteropCase one, Arrival arrival, List<String> wrong) throws IOException {
        Receipt receipt = arrival.receipt().orElseThrow();
        String taken = CarriedReceipt.to(stage.partner(one.peer()), receipt);
        if (!taken.equals("DONE")) {
            wrong.add("it did not take the receipt: " + taken);
            return;
        }
        var about =
                event("receipt").and(e -> e.path("messageId").asText().equals(arrival.messageId()));
        judge(one, stage.peer(one.peer()).process().next(about, InteropStage.PATIENCE), wrong);
    }

    private static Predicate<JsonNode> event(String name) {
        return line -> line.path("event").asText().equals(name);
    }

    private static void judge(InteropCase one, JsonNode receipt, List<String> wrong) {
        error(receipt, wrong);
        if (one.wanted() == Wanted.NONE) {
            if (receipt.hasNonNull("disposition")) {
                wrong.add("a receipt that it did not want");
            }
            return;
        }
        String disposition = receipt.path("disposition").asText("none");
        if (!disposition.endsWith("; processed")) {
            wrong.add("disposition " + disposition.replaceAll(".*; ", ""));
        }
        boolean signed = one.wanted().option.equals("signed");
        if (receipt.path("signed").asBoolean(!signed) != signed) {
            wrong.add(signed ? "the receipt was not signed" : "the receipt was signed");
        }
        String compared = one.peer().comparesMic(one.wanted()) ? "true" : "null";
        if (!receipt.path("micMatches").asText("null").equals(compared)) {
            wrong.add("MIC: " + receipt.path("micMatches").asText("null"));
        }
    }

    private static void error(JsonNode line, List<String> wrong) {
        if (line.hasNonNull("error")) {
            wrong.add("it says: " + line.get("error").asText());
        }
    }
}
